-- A need explains why they come, a requirement decides whether they leave satisfied: two tables,
-- many-to-many.
CREATE TABLE need (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  statement text COLLATE "C" NOT NULL CHECK (char_length(statement) BETWEEN 1 AND 500),
  voice text COLLATE "C" NOT NULL CHECK (voice IN ('spoken', 'unspoken')),
  segment_id uuid,
  customer_id uuid,
  role text COLLATE "C" CHECK (char_length(role) <= 60),
  offering_id uuid,
  importance int CHECK (importance BETWEEN 1 AND 10),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment (tenant_id, id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
  FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id),
  CHECK (num_nonnulls(segment_id, customer_id, role) = 1)
);
CREATE INDEX need_statement ON need (tenant_id, statement, id);
CREATE INDEX need_voice ON need (tenant_id, voice, id);
CREATE INDEX need_segment ON need (tenant_id, segment_id, id);
CREATE INDEX need_customer ON need (tenant_id, customer_id, id);
CREATE INDEX need_role ON need (tenant_id, role, id);
CREATE INDEX need_offering ON need (tenant_id, offering_id, id);
CREATE INDEX need_importance ON need (tenant_id, importance, id);
CREATE INDEX need_created_at ON need (tenant_id, created_at, id);
SELECT enforce_tenancy('need');

CREATE TABLE requirement (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  statement text COLLATE "C" NOT NULL CHECK (char_length(statement) BETWEEN 1 AND 500),
  kind text COLLATE "C" NOT NULL
    CHECK (kind IN ('requirement', 'want', 'expectation', 'key-driver')),
  voice text COLLATE "C" NOT NULL CHECK (voice IN ('spoken', 'unspoken')),
  offering_id uuid,
  measure text CHECK (char_length(measure) <= 500),
  target text CHECK (char_length(target) <= 500),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id)
);
CREATE INDEX requirement_statement ON requirement (tenant_id, statement, id);
CREATE INDEX requirement_kind ON requirement (tenant_id, kind, id);
CREATE INDEX requirement_voice ON requirement (tenant_id, voice, id);
CREATE INDEX requirement_offering ON requirement (tenant_id, offering_id, id);
CREATE INDEX requirement_created_at ON requirement (tenant_id, created_at, id);
SELECT enforce_tenancy('requirement');

CREATE TABLE requirement_need (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  requirement_id uuid NOT NULL,
  need_id uuid NOT NULL,
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, requirement_id, need_id),
  FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirement (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, need_id) REFERENCES need (tenant_id, id)
);
CREATE INDEX requirement_need_need ON requirement_need (tenant_id, need_id, requirement_id);
SELECT enforce_tenancy('requirement_need');

-- How much a requirement matters, and to whom.
CREATE TABLE requirement_importance (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  requirement_id uuid NOT NULL,
  segment_id uuid,
  customer_id uuid,
  role text COLLATE "C" CHECK (char_length(role) <= 60),
  importance int NOT NULL CHECK (importance BETWEEN 1 AND 10),
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, requirement_id, segment_id),
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment (tenant_id, id),
  FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirement (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
  CHECK (num_nonnulls(segment_id, customer_id, role) = 1)
);
CREATE INDEX requirement_importance_place
  ON requirement_importance (tenant_id, requirement_id, place);
CREATE INDEX requirement_importance_segment
  ON requirement_importance (tenant_id, segment_id, requirement_id);
CREATE INDEX requirement_importance_customer
  ON requirement_importance (tenant_id, customer_id, requirement_id);
CREATE INDEX requirement_importance_role
  ON requirement_importance (tenant_id, role, requirement_id);
SELECT enforce_tenancy('requirement_importance');

-- What a need or a requirement is known from; customer_id is who showed or said it.
CREATE TABLE need_evidence (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  need_id uuid,
  requirement_id uuid,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('survey-response', 'interview',
    'gemba-observation', 'complaint', 'feedback', 'interaction', 'document', 'other')),
  reference text COLLATE "C" CHECK (char_length(reference) <= 200),
  words text CHECK (char_length(words) <= 2000),
  customer_id uuid,
  dated date NOT NULL,
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, need_id) REFERENCES need (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirement (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
  CHECK (num_nonnulls(need_id, requirement_id) = 1),
  CHECK (num_nonnulls(reference, words) >= 1)
);
CREATE INDEX need_evidence_need ON need_evidence (tenant_id, need_id, place);
CREATE INDEX need_evidence_requirement ON need_evidence (tenant_id, requirement_id, place);
CREATE INDEX need_evidence_customer ON need_evidence (tenant_id, customer_id, id);
SELECT enforce_tenancy('need_evidence');

-- Each score as it came, never overwritten: the latest by as_of is the one that holds.
CREATE TABLE degree_met (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  need_id uuid,
  requirement_id uuid,
  segment_id uuid,
  status text COLLATE "C" NOT NULL
    CHECK (status IN ('ok', 'withheld', 'insufficient', 'not-applicable')),
  value double precision CHECK (value BETWEEN 0 AND 1),
  n bigint CHECK (n >= 0),
  base bigint CHECK (base >= n),
  method text NOT NULL CHECK (char_length(method) <= 200),
  interval_level double precision,
  interval_lower double precision,
  interval_upper double precision,
  exact text CHECK (char_length(exact) <= 100),
  reason text CHECK (char_length(reason) <= 2000),
  source_service text NOT NULL CHECK (char_length(source_service) <= 100),
  source_resource text NOT NULL CHECK (char_length(source_resource) <= 500),
  source_question text CHECK (char_length(source_question) <= 200),
  as_of timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, need_id) REFERENCES need (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirement (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment (tenant_id, id),
  CHECK (num_nonnulls(need_id, requirement_id) = 1),
  CHECK ((status = 'ok') = (value IS NOT NULL)),
  CHECK (num_nonnulls(interval_level, interval_lower, interval_upper) IN (0, 3))
);
CREATE INDEX degree_met_need ON degree_met (tenant_id, need_id, segment_id, as_of DESC, id DESC);
CREATE INDEX degree_met_requirement
  ON degree_met (tenant_id, requirement_id, segment_id, as_of DESC, id DESC);
CREATE INDEX degree_met_segment ON degree_met (tenant_id, segment_id, id);
CREATE INDEX degree_met_as_of ON degree_met (tenant_id, as_of, id);
SELECT enforce_tenancy('degree_met');
