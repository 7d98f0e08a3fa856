-- What customers said or showed, by any way and in any form. Customers, parties, offerings,
-- touchpoints and requirements are another service's; what is personal goes when it is erased there.
CREATE TABLE feedback (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  form text COLLATE "C" NOT NULL
    CHECK (form IN ('compliment', 'suggestion', 'complaint', 'question', 'observation')),
  voice text COLLATE "C" NOT NULL CHECK (voice IN ('spoken', 'unspoken')),
  channel text COLLATE "C" NOT NULL CHECK (char_length(channel) BETWEEN 1 AND 64),
  received_at timestamptz NOT NULL,
  subject text CHECK (char_length(subject) <= 300),
  text text CHECK (char_length(text) <= 50000),
  language text COLLATE "C" CHECK (char_length(language) <= 35),
  customer_id uuid,
  party_id uuid,
  offering_id uuid,
  touchpoint_id uuid,
  requirement_id uuid,
  response_id uuid,
  survey_id uuid,
  ref_scheme text COLLATE "C",
  ref_value text COLLATE "C",
  import_id uuid,
  -- Whatever else is known, as JSON: read and written whole, never queried into.
  attributes text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  -- What makes a repeated import recognisable.
  UNIQUE (tenant_id, ref_scheme, ref_value),
  FOREIGN KEY (tenant_id, response_id) REFERENCES response (tenant_id, id) ON DELETE SET NULL (response_id),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id),
  CHECK ((ref_scheme IS NULL) = (ref_value IS NULL))
);
CREATE INDEX feedback_form ON feedback (tenant_id, form, id);
CREATE INDEX feedback_voice ON feedback (tenant_id, voice, id);
CREATE INDEX feedback_channel ON feedback (tenant_id, channel, id);
CREATE INDEX feedback_received_at ON feedback (tenant_id, received_at, id);
CREATE INDEX feedback_created_at ON feedback (tenant_id, created_at, id);
CREATE INDEX feedback_language ON feedback (tenant_id, language, id);
CREATE INDEX feedback_customer ON feedback (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX feedback_party ON feedback (tenant_id, party_id, id) WHERE party_id IS NOT NULL;
CREATE INDEX feedback_offering ON feedback (tenant_id, offering_id, id) WHERE offering_id IS NOT NULL;
CREATE INDEX feedback_touchpoint ON feedback (tenant_id, touchpoint_id, id)
  WHERE touchpoint_id IS NOT NULL;
CREATE INDEX feedback_requirement ON feedback (tenant_id, requirement_id, id)
  WHERE requirement_id IS NOT NULL;
CREATE INDEX feedback_response ON feedback (tenant_id, response_id, id) WHERE response_id IS NOT NULL;
CREATE INDEX feedback_survey ON feedback (tenant_id, survey_id, id) WHERE survey_id IS NOT NULL;
CREATE INDEX feedback_of_import ON feedback (tenant_id, import_id, id) WHERE import_id IS NOT NULL;
SELECT enforce_tenancy('feedback');

CREATE TABLE feedback_import (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('awaiting-file', 'importing',
    'completed', 'partly-completed', 'refused', 'failed')),
  file_name text,
  dry_run boolean NOT NULL,
  mapping text NOT NULL,
  file_digest text COLLATE "C",
  file_bytes bigint,
  failure text,
  -- The row number up to which it is done: where a resumed job goes on.
  done_through bigint NOT NULL DEFAULT 0,
  total_rows bigint NOT NULL DEFAULT 0,
  imported_rows bigint NOT NULL DEFAULT 0,
  already_present_rows bigint NOT NULL DEFAULT 0,
  refused_rows bigint NOT NULL DEFAULT 0,
  empty_rows bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX feedback_import_status ON feedback_import (tenant_id, status, id);
CREATE INDEX feedback_import_created_at ON feedback_import (tenant_id, created_at, id);
SELECT enforce_tenancy('feedback_import');

-- The file, kept until its job has ended: whoever takes the job up can read it.
CREATE TABLE feedback_import_piece (
  tenant_id text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  ordinal integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (tenant_id, import_id, ordinal),
  FOREIGN KEY (tenant_id, import_id) REFERENCES feedback_import (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('feedback_import_piece');

-- Which rows were not recorded and why. What stood in them is not kept: it is somebody's own words.
CREATE TABLE refused_feedback (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  import_id uuid NOT NULL,
  row_number bigint NOT NULL,
  errors text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, import_id, row_number),
  FOREIGN KEY (tenant_id, import_id) REFERENCES feedback_import (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX refused_feedback_number ON refused_feedback (tenant_id, row_number, id);
SELECT enforce_tenancy('refused_feedback');

-- Which work there is, for the workers of all tenants; what is in it lies in feedback_import.
CREATE TABLE feedback_import_job (
  tenant_id text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  test boolean NOT NULL,
  queued_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  attempt integer NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, import_id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES feedback_import (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX feedback_import_job_queue ON feedback_import_job (leased_until);
SELECT enforce_tenancy('feedback_import_job');
SELECT open_to_jobs('feedback_import_job', 'SELECT, UPDATE');
