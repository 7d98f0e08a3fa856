CREATE TABLE metric (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL CHECK (type IN ('ratio', 'threshold-share')),
  unit text,
  description text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT metric_name_unique UNIQUE (tenant_id, name),
  CONSTRAINT metric_values_have_a_unit CHECK (type <> 'threshold-share' OR unit IS NOT NULL)
);
SELECT enforce_tenancy('metric');
CREATE INDEX metric_by_name ON metric (tenant_id, name, id);
CREATE INDEX metric_by_type ON metric (tenant_id, type, id);
CREATE INDEX metric_by_creation ON metric (tenant_id, created_at, id);
CREATE INDEX metric_by_update ON metric (tenant_id, updated_at, id);
