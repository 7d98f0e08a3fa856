CREATE TABLE survey (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description text CHECK (char_length(description) <= 5000),
  status text COLLATE "C" NOT NULL CHECK (status IN ('draft', 'published', 'closed')),
  anonymity_threshold integer NOT NULL CHECK (anonymity_threshold BETWEEN 0 AND 1000),
  latest_version integer NOT NULL,
  -- Questions and attributes as JSON: read and written whole, never queried into.
  definition text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX survey_name ON survey (tenant_id, name, id);
CREATE INDEX survey_status ON survey (tenant_id, status, id);
CREATE INDEX survey_created_at ON survey (tenant_id, created_at, id);
SELECT enforce_tenancy('survey');

-- Never updated: what a response answered stays what it was.
CREATE TABLE survey_version (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  survey_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  published_at timestamptz NOT NULL,
  name text NOT NULL,
  description text,
  definition text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, survey_id, number),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id)
);
CREATE INDEX survey_version_number ON survey_version (tenant_id, number, id);
CREATE INDEX survey_version_published_at ON survey_version (tenant_id, published_at, id);
SELECT enforce_tenancy('survey_version');
