CREATE TABLE customer_import (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('customers', 'parties', 'purchases')),
  status text COLLATE "C" NOT NULL CHECK (status IN ('awaiting-file', 'checking', 'importing',
    'completed', 'partly-completed', 'refused', 'failed', 'cancelled')),
  file_name text CHECK (char_length(file_name) <= 255),
  dry_run boolean NOT NULL,
  on_error text COLLATE "C" NOT NULL CHECK (on_error IN ('refuse', 'skip-bad-rows')),
  mapping text NOT NULL,
  format text COLLATE "C" CHECK (format IN ('csv', 'ndjson')),
  header text[],
  file_digest text COLLATE "C",
  file_bytes bigint,
  failure text,
  -- The row up to which each pass is done: where a resumed job goes on.
  checked_through bigint NOT NULL DEFAULT 0,
  imported_through bigint NOT NULL DEFAULT 0,
  read_bytes bigint NOT NULL DEFAULT 0,
  total_rows bigint NOT NULL DEFAULT 0,
  created_rows bigint NOT NULL DEFAULT 0,
  updated_rows bigint NOT NULL DEFAULT 0,
  unchanged_rows bigint NOT NULL DEFAULT 0,
  refused_rows bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX customer_import_status ON customer_import (tenant_id, status, id);
CREATE INDEX customer_import_kind ON customer_import (tenant_id, kind, id);
CREATE INDEX customer_import_created_at ON customer_import (tenant_id, created_at, id);
SELECT enforce_tenancy('customer_import');

-- The file, kept until its job has ended: whoever takes the job up can read it.
CREATE TABLE customer_import_piece (
  tenant_id text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  ordinal integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (tenant_id, import_id, ordinal),
  FOREIGN KEY (tenant_id, import_id) REFERENCES customer_import (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('customer_import_piece');

-- Which identities a file has used, so that a second row of one is told without keeping them in
-- memory: digests, no personal values. Deleted when the job has ended; a crash of the database may
-- empty it, and then a repeated row counts as an update.
CREATE UNLOGGED TABLE customer_import_identity (
  tenant_id text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  identity uuid NOT NULL,
  row_number bigint NOT NULL,
  organization boolean NOT NULL,
  PRIMARY KEY (tenant_id, import_id, identity)
);
SELECT enforce_tenancy('customer_import_identity');

-- What came of a row that has no id of its own: the same file, sent again, finds it by its digest
-- and the number of the row.
CREATE TABLE customer_import_row (
  tenant_id text COLLATE "C" NOT NULL,
  file_digest text COLLATE "C" NOT NULL,
  row_number bigint NOT NULL,
  party_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, file_digest, row_number),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX customer_import_row_party ON customer_import_row (tenant_id, party_id);
SELECT enforce_tenancy('customer_import_row');

-- Rows that were not recorded, as they stood in the file: deleted a week after the job has ended,
-- and before when somebody whom they name is erased.
CREATE TABLE customer_import_refused_row (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  import_id uuid NOT NULL,
  row_number bigint NOT NULL,
  cells text[] NOT NULL,
  errors text NOT NULL,
  refused_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, import_id, row_number),
  FOREIGN KEY (tenant_id, import_id) REFERENCES customer_import (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX customer_import_refused_row_number
  ON customer_import_refused_row (tenant_id, row_number, id);
CREATE INDEX customer_import_refused_row_age ON customer_import_refused_row (refused_at);
SELECT enforce_tenancy('customer_import_refused_row');
SELECT open_to_jobs('customer_import_refused_row', 'SELECT, DELETE');

-- Which work there is, for the workers of all tenants; what is in it lies in customer_import.
CREATE TABLE customer_import_job (
  tenant_id text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  test boolean NOT NULL,
  queued_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  -- Rises with each lease: a worker that was given up can change nothing any more.
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, import_id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES customer_import (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX customer_import_job_queue ON customer_import_job (leased_until);
SELECT enforce_tenancy('customer_import_job');
SELECT open_to_jobs('customer_import_job', 'SELECT, UPDATE');
