-- What is done better because of what customers said, and whether it helped.
CREATE TABLE improvement (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  title text COLLATE "C" NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  opportunity text NOT NULL CHECK (char_length(opportunity) BETWEEN 1 AND 5000),
  action text CHECK (char_length(action) <= 5000),
  owner_party_id uuid,
  status text COLLATE "C" NOT NULL
    CHECK (status IN ('opportunity', 'planned', 'in-progress', 'done', 'abandoned')),
  due_on date,
  done_at timestamptz,
  survey_id uuid,
  question text COLLATE "C" CHECK (char_length(question) <= 64),
  score text COLLATE "C" CHECK (score IN ('nps', 'csat', 'ces', 'easy', 'mean')),
  -- In the unit of the score, and in millionths of its range, by which improvements are ranked.
  expected_effect numeric(12, 4),
  relative_effect bigint NOT NULL CHECK (relative_effect BETWEEN -1000000 AND 1000000),
  -- Of the last verification.
  outcome text COLLATE "C" NOT NULL
    CHECK (outcome IN ('unverified', 'verified', 'not-verified', 'insufficient')),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id),
  CHECK ((status = 'done') = (done_at IS NOT NULL)),
  CHECK ((survey_id IS NULL) = (question IS NULL)),
  CHECK ((survey_id IS NULL) = (expected_effect IS NULL))
);
CREATE INDEX improvement_title ON improvement (tenant_id, title, id);
CREATE INDEX improvement_status ON improvement (tenant_id, status, id);
CREATE INDEX improvement_outcome ON improvement (tenant_id, outcome, id);
CREATE INDEX improvement_relative_effect ON improvement (tenant_id, relative_effect, id);
CREATE INDEX improvement_owner ON improvement (tenant_id, owner_party_id, id);
CREATE INDEX improvement_survey ON improvement (tenant_id, survey_id, id);
CREATE INDEX improvement_created_at ON improvement (tenant_id, created_at, id);
SELECT enforce_tenancy('improvement');

-- What led to it. A driver or a gap is a question of a survey; all else has an id.
CREATE TABLE improvement_evidence (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  improvement_id uuid NOT NULL,
  place integer NOT NULL,
  type text COLLATE "C" NOT NULL
    CHECK (type IN ('theme', 'driver', 'gap', 'finding', 'case', 'feedback', 'response')),
  ref_id uuid NOT NULL,
  question text COLLATE "C" CHECK (char_length(question) <= 64),
  note text CHECK (char_length(note) <= 1000),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, improvement_id) REFERENCES improvement (tenant_id, id) ON DELETE CASCADE,
  CHECK ((type IN ('driver', 'gap')) = (question IS NOT NULL))
);
CREATE INDEX improvement_evidence_of ON improvement_evidence (tenant_id, improvement_id, place);
CREATE INDEX improvement_evidence_ref ON improvement_evidence (tenant_id, ref_id, improvement_id);
CREATE INDEX improvement_evidence_type ON improvement_evidence (tenant_id, type, improvement_id);
SELECT enforce_tenancy('improvement_evidence');

-- What it does to which requirement, for which role.
CREATE TABLE improvement_effect (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  improvement_id uuid NOT NULL,
  place integer NOT NULL,
  requirement_id uuid,
  role text COLLATE "C" CHECK (char_length(role) BETWEEN 1 AND 60),
  direction text COLLATE "C" NOT NULL CHECK (direction IN ('raises', 'lowers')),
  note text CHECK (char_length(note) <= 1000),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, improvement_id) REFERENCES improvement (tenant_id, id) ON DELETE CASCADE,
  CHECK (num_nonnulls(requirement_id, role) > 0)
);
CREATE INDEX improvement_effect_of ON improvement_effect (tenant_id, improvement_id, place);
CREATE INDEX improvement_effect_requirement
  ON improvement_effect (tenant_id, requirement_id, improvement_id);
CREATE INDEX improvement_effect_role ON improvement_effect (tenant_id, role, improvement_id);
SELECT enforce_tenancy('improvement_effect');

-- Whether it helped, as it was computed then: only added to.
CREATE TABLE improvement_verification (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  improvement_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  outcome text COLLATE "C" NOT NULL
    CHECK (outcome IN ('verified', 'not-verified', 'insufficient')),
  -- As JSON: what was compared, and its figures.
  compared text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, improvement_id) REFERENCES improvement (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX improvement_verification_of
  ON improvement_verification (tenant_id, improvement_id, id);
CREATE INDEX improvement_verification_made_at
  ON improvement_verification (tenant_id, made_at, id);
CREATE INDEX improvement_verification_outcome
  ON improvement_verification (tenant_id, outcome, id);
SELECT enforce_tenancy('improvement_verification');

-- Whose words led to it, and whether they were told.
CREATE TABLE improvement_notification (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  improvement_id uuid NOT NULL,
  party_id uuid NOT NULL,
  customer_id uuid,
  status text COLLATE "C" NOT NULL CHECK (status IN ('to-tell', 'told', 'not-told')),
  told_at timestamptz,
  channel text COLLATE "C" CHECK (char_length(channel) BETWEEN 1 AND 64),
  reason text CHECK (char_length(reason) <= 500),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, improvement_id, party_id),
  FOREIGN KEY (tenant_id, improvement_id) REFERENCES improvement (tenant_id, id) ON DELETE CASCADE,
  CHECK ((status = 'told') = (told_at IS NOT NULL))
);
CREATE INDEX improvement_notification_of
  ON improvement_notification (tenant_id, improvement_id, id);
CREATE INDEX improvement_notification_party ON improvement_notification (tenant_id, party_id, id);
CREATE INDEX improvement_notification_status ON improvement_notification (tenant_id, status, id);
CREATE INDEX improvement_notification_created_at
  ON improvement_notification (tenant_id, created_at, id);
SELECT enforce_tenancy('improvement_notification');
