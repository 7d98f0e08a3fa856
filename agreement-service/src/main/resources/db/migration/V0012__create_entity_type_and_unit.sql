-- What services are counted in: an order, a delivery, a visit.
CREATE TABLE entity_type (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  code text COLLATE "C" NOT NULL CHECK (char_length(code) BETWEEN 1 AND 100),
  names text NOT NULL,
  description text CHECK (char_length(description) <= 2000),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT entity_type_code_unique UNIQUE (tenant_id, code)
);
SELECT enforce_tenancy('entity_type');
CREATE INDEX entity_type_by_code ON entity_type (tenant_id, code, id);
CREATE INDEX entity_type_by_creation ON entity_type (tenant_id, created_at, id);
CREATE INDEX commitment_by_entity_type ON commitment (tenant_id, entity_type);
-- What agreements of the time before the catalogue count is in it already.
INSERT INTO entity_type (tenant_id, id, version, created_at, updated_at, code, names)
  SELECT DISTINCT ON (c.tenant_id, c.entity_type)
    c.tenant_id, gen_random_uuid(), 0, now(), now(), c.entity_type,
    jsonb_build_object('en', c.entity_type)::text
  FROM commitment c;

-- Units of the tenant's own, beside those that are built in.
CREATE TABLE unit (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  code text COLLATE "C" NOT NULL CHECK (char_length(code) BETWEEN 1 AND 40),
  names text NOT NULL,
  dimension text NOT NULL CHECK (char_length(dimension) <= 60),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT unit_code_unique UNIQUE (tenant_id, code)
);
SELECT enforce_tenancy('unit');
