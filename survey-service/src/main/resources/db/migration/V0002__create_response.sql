CREATE TABLE response (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  survey_id uuid NOT NULL,
  survey_version_id uuid NOT NULL,
  responded_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  weight numeric(17, 10) CHECK (weight > 0),
  customer_id uuid,
  party_id uuid,
  ref_scheme text COLLATE "C",
  ref_value text COLLATE "C",
  import_id uuid,
  PRIMARY KEY (tenant_id, id),
  -- What makes a repeated submission or import recognisable.
  UNIQUE (tenant_id, survey_id, ref_scheme, ref_value),
  FOREIGN KEY (tenant_id, survey_version_id) REFERENCES survey_version (tenant_id, id),
  CHECK ((ref_scheme IS NULL) = (ref_value IS NULL))
);
CREATE INDEX response_survey_version ON response (tenant_id, survey_version_id, id);
CREATE INDEX response_survey ON response (tenant_id, survey_id, id);
CREATE INDEX response_responded_at ON response (tenant_id, responded_at, id);
CREATE INDEX response_customer ON response (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX response_import ON response (tenant_id, import_id, id) WHERE import_id IS NOT NULL;
SELECT enforce_tenancy('response');

-- One typed row an answer; a multiple choice has one for each chosen option, numbered from 0.
CREATE TABLE answer (
  tenant_id text COLLATE "C" NOT NULL,
  response_id uuid NOT NULL,
  link_id text COLLATE "C" NOT NULL,
  ordinal smallint NOT NULL,
  value smallint,
  option_code text COLLATE "C",
  number numeric(24, 9),
  text text,
  day date,
  non_answer text COLLATE "C",
  PRIMARY KEY (tenant_id, response_id, link_id, ordinal),
  FOREIGN KEY (tenant_id, response_id) REFERENCES response (tenant_id, id) ON DELETE CASCADE,
  CHECK (num_nonnulls(value, option_code, number, text, day, non_answer) = 1)
);
SELECT enforce_tenancy('answer');

-- What was known of the respondent when they answered.
CREATE TABLE response_attribute (
  tenant_id text COLLATE "C" NOT NULL,
  response_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  code text COLLATE "C",
  text text COLLATE "C",
  number numeric(24, 9),
  truth boolean,
  day date,
  PRIMARY KEY (tenant_id, response_id, key),
  FOREIGN KEY (tenant_id, response_id) REFERENCES response (tenant_id, id) ON DELETE CASCADE,
  CHECK (num_nonnulls(code, text, number, truth, day) = 1)
);
SELECT enforce_tenancy('response_attribute');
