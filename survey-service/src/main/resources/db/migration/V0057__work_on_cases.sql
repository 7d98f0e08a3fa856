-- Named alike, so that what is promised and what became of it stand together.
ALTER TABLE survey_case RENAME COLUMN acknowledged_in_time TO acknowledge_in_time;
ALTER TABLE survey_case RENAME COLUMN responded_in_time TO respond_in_time;
ALTER TABLE survey_case RENAME COLUMN resolved_in_time TO resolve_in_time;

CREATE TABLE case_comment (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  author text COLLATE "C" NOT NULL,
  text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 5000),
  -- Whether the complainant sees it.
  shared boolean NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES survey_case (tenant_id, id)
);
CREATE INDEX case_comment_case ON case_comment (tenant_id, case_id, id);
CREATE INDEX case_comment_created_at ON case_comment (tenant_id, created_at, id);
SELECT enforce_tenancy('case_comment');

CREATE TABLE attachment (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  file_name text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 200),
  media_type text COLLATE "C" NOT NULL,
  bytes bigint NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES survey_case (tenant_id, id)
);
CREATE INDEX attachment_case ON attachment (tenant_id, case_id, id);
CREATE INDEX attachment_created_at ON attachment (tenant_id, created_at, id);
SELECT enforce_tenancy('attachment');

-- The bytes lie apart, so that a list does not touch them.
CREATE TABLE attachment_content (
  tenant_id text COLLATE "C" NOT NULL,
  attachment_id uuid NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (tenant_id, attachment_id),
  FOREIGN KEY (tenant_id, attachment_id) REFERENCES attachment (tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE attachment_content ALTER COLUMN bytes SET STORAGE EXTERNAL;
SELECT enforce_tenancy('attachment_content');

-- A rule, applied to what was there before it.
CREATE TABLE case_rule_run (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  rule_id uuid NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('running', 'completed')),
  -- Up to which response or feedback it is done: where a resumed run goes on.
  done_through uuid,
  checked bigint NOT NULL DEFAULT 0,
  opened bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, rule_id) REFERENCES case_rule (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX case_rule_run_rule ON case_rule_run (tenant_id, rule_id, id);
SELECT enforce_tenancy('case_rule_run');

CREATE TABLE case_rule_run_job (
  tenant_id text COLLATE "C" NOT NULL,
  run_id uuid NOT NULL,
  test boolean NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, run_id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES case_rule_run (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX case_rule_run_job_queue ON case_rule_run_job (due_at);
SELECT enforce_tenancy('case_rule_run_job');
SELECT open_to_jobs('case_rule_run_job', 'SELECT, UPDATE');

-- That somebody is got in touch with again.
CREATE TABLE follow_up (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('promised', 'done', 'cancelled')),
  purpose text NOT NULL CHECK (char_length(purpose) BETWEEN 1 AND 1000),
  channel text COLLATE "C" NOT NULL CHECK (char_length(channel) BETWEEN 1 AND 64),
  due_at timestamptz NOT NULL,
  done_at timestamptz,
  outcome text CHECK (char_length(outcome) <= 5000),
  case_id uuid,
  feedback_id uuid,
  customer_id uuid,
  party_id uuid,
  owner_party_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES survey_case (tenant_id, id),
  FOREIGN KEY (tenant_id, feedback_id) REFERENCES feedback (tenant_id, id)
);
CREATE INDEX follow_up_status ON follow_up (tenant_id, status, id);
CREATE INDEX follow_up_channel ON follow_up (tenant_id, channel, id);
CREATE INDEX follow_up_due_at ON follow_up (tenant_id, due_at, id);
CREATE INDEX follow_up_case ON follow_up (tenant_id, case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX follow_up_feedback ON follow_up (tenant_id, feedback_id, id)
  WHERE feedback_id IS NOT NULL;
CREATE INDEX follow_up_customer ON follow_up (tenant_id, customer_id, id)
  WHERE customer_id IS NOT NULL;
CREATE INDEX follow_up_party ON follow_up (tenant_id, party_id, id) WHERE party_id IS NOT NULL;
CREATE INDEX follow_up_owner ON follow_up (tenant_id, owner_party_id, id)
  WHERE owner_party_id IS NOT NULL;
CREATE INDEX follow_up_created_at ON follow_up (tenant_id, created_at, id);
SELECT enforce_tenancy('follow_up');
