CREATE TABLE offering (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('product', 'program', 'service')),
  status text COLLATE "C" NOT NULL CHECK (status IN ('draft', 'offered', 'withdrawn')),
  description text CHECK (char_length(description) <= 5000),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX offering_name ON offering (tenant_id, name, id);
CREATE INDEX offering_kind ON offering (tenant_id, kind, id);
CREATE INDEX offering_status ON offering (tenant_id, status, id);
CREATE INDEX offering_created_at ON offering (tenant_id, created_at, id);
SELECT enforce_tenancy('offering');
