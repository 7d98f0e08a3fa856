-- The keys under which other systems know a customer relationship.
CREATE TABLE customer_external_ref (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  scheme text COLLATE "C" NOT NULL CHECK (char_length(scheme) BETWEEN 1 AND 64),
  value text COLLATE "C" NOT NULL CHECK (char_length(value) BETWEEN 1 AND 200),
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, scheme, value),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX customer_external_ref_customer ON customer_external_ref (tenant_id, customer_id, place);
SELECT enforce_tenancy('customer_external_ref');
