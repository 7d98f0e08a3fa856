-- How many whole responses of a kind a survey takes. Who completes one locks its row, so that no two
-- take the last place.
CREATE TABLE survey_quota (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  survey_id uuid NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  -- As JSON: read and written whole, never queried into.
  conditions text NOT NULL,
  most integer NOT NULL CHECK (most >= 0),
  counted integer NOT NULL CHECK (counted >= 0),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id)
);
CREATE INDEX survey_quota_survey ON survey_quota (tenant_id, survey_id, id);
CREATE INDEX survey_quota_name ON survey_quota (tenant_id, name, id);
CREATE INDEX survey_quota_created_at ON survey_quota (tenant_id, created_at, id);
SELECT enforce_tenancy('survey_quota');
