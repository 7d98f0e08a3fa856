-- Tenants belong to the operator of the platform, who is kept apart from them as they are from each
-- other: their rows carry the reserved tenant 'operator', so that a handle is unique among them all.
CREATE TABLE tenant (
  tenant_id text COLLATE "C" NOT NULL CHECK (tenant_id = 'operator'),
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  handle text COLLATE "C" NOT NULL CHECK (handle ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  mode text COLLATE "C" NOT NULL CHECK (mode IN ('live', 'test')),
  time_zone text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('active', 'suspended')),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, handle)
);
CREATE INDEX tenant_handle ON tenant (tenant_id, handle, id);
CREATE INDEX tenant_name ON tenant (tenant_id, name, id);
CREATE INDEX tenant_mode ON tenant (tenant_id, mode, id);
CREATE INDEX tenant_status ON tenant (tenant_id, status, id);
CREATE INDEX tenant_created_at ON tenant (tenant_id, created_at, id);
SELECT enforce_tenancy('tenant');
SELECT open_to_jobs('tenant', 'SELECT');

-- A key is found by its digest before anyone knows whose it is: the job role may look across tenants.
CREATE TABLE api_key (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  prefix text COLLATE "C" NOT NULL,
  secret_digest text COLLATE "C" NOT NULL CHECK (secret_digest ~ '^[0-9a-f]{64}$'),
  scopes text NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('active', 'revoked')),
  expires_at timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, prefix)
);
CREATE INDEX api_key_name ON api_key (tenant_id, name, id);
CREATE INDEX api_key_prefix ON api_key (tenant_id, prefix, id);
CREATE INDEX api_key_status ON api_key (tenant_id, status, id);
CREATE INDEX api_key_created_at ON api_key (tenant_id, created_at, id);
CREATE INDEX api_key_secret_digest ON api_key (secret_digest);
SELECT enforce_tenancy('api_key');
SELECT open_to_jobs('api_key', 'SELECT, UPDATE (last_used_at)');
