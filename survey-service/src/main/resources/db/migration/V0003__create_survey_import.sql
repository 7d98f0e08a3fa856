CREATE TABLE survey_import (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  survey_version_id uuid NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('awaiting-file', 'checking', 'importing',
    'completed', 'partly-completed', 'refused', 'failed')),
  file_name text,
  dry_run boolean NOT NULL,
  on_error text COLLATE "C" NOT NULL CHECK (on_error IN ('refuse', 'skip-bad-rows')),
  mapping text NOT NULL,
  header text[],
  file_digest text COLLATE "C",
  file_bytes bigint,
  failure text,
  -- Row numbers up to which each pass is done: where a resumed job goes on.
  checked_through bigint NOT NULL DEFAULT 0,
  imported_through bigint NOT NULL DEFAULT 0,
  total_rows bigint NOT NULL DEFAULT 0,
  imported_rows bigint NOT NULL DEFAULT 0,
  already_present_rows bigint NOT NULL DEFAULT 0,
  refused_rows bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, survey_version_id) REFERENCES survey_version (tenant_id, id)
);
CREATE INDEX survey_import_status ON survey_import (tenant_id, status, id);
CREATE INDEX survey_import_survey_version ON survey_import (tenant_id, survey_version_id, id);
CREATE INDEX survey_import_created_at ON survey_import (tenant_id, created_at, id);
SELECT enforce_tenancy('survey_import');

-- The file, kept until its job has ended: whoever takes the job up can read it.
CREATE TABLE survey_import_piece (
  tenant_id text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  ordinal integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (tenant_id, import_id, ordinal),
  FOREIGN KEY (tenant_id, import_id) REFERENCES survey_import (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('survey_import_piece');

-- Which identities the file has used, so that a second row of one identity is told without keeping
-- them in memory. Deleted when the job has ended.
CREATE TABLE survey_import_identity (
  tenant_id text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  identity text COLLATE "C" NOT NULL,
  row_number bigint NOT NULL,
  PRIMARY KEY (tenant_id, import_id, identity),
  FOREIGN KEY (tenant_id, import_id) REFERENCES survey_import (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('survey_import_identity');

CREATE TABLE refused_row (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  import_id uuid NOT NULL,
  row_number bigint NOT NULL,
  cells text[] NOT NULL,
  errors text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, import_id, row_number),
  FOREIGN KEY (tenant_id, import_id) REFERENCES survey_import (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX refused_row_number ON refused_row (tenant_id, row_number, id);
SELECT enforce_tenancy('refused_row');

-- Which work there is, for the workers of all tenants; what is in it lies in survey_import.
CREATE TABLE survey_import_job (
  tenant_id text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  test boolean NOT NULL,
  queued_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  -- Rises with each lease: a worker that was given up can change nothing any more.
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, import_id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES survey_import (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_import_job_queue ON survey_import_job (leased_until);
SELECT enforce_tenancy('survey_import_job');
SELECT open_to_jobs('survey_import_job', 'SELECT, UPDATE');
