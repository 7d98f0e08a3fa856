-- The party that stands for the tenant itself: one a tenant.
CREATE TABLE own_organization (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  party_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id)
);
SELECT enforce_tenancy('own_organization');

-- Role types of the tenant's own; the standard ones are on the class path.
CREATE TABLE role_type (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  code text COLLATE "C" NOT NULL CHECK (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND char_length(code) <= 60),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description text CHECK (char_length(description) <= 1000),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
SELECT enforce_tenancy('role_type');

-- Registered without naming a provider: the relationship follows the own organisation.
ALTER TABLE customer ADD COLUMN provider_implied boolean NOT NULL DEFAULT false;
UPDATE customer SET provider_implied = true WHERE provider_party_id IS NULL;

-- The present phase of the life cycle stands on the relationship itself.
ALTER TABLE customer
  ADD COLUMN lifecycle_reason_type text COLLATE "C" CHECK (lifecycle_reason_type IN
    ('moved', 'price', 'quality', 'switched', 'need-ended', 'deceased', 'dissolved',
     'ended-by-provider', 'unknown', 'other')),
  ADD COLUMN switched_to_party_id uuid,
  -- Absent in the first phase, which begins with the relationship.
  ADD COLUMN lifecycle_since date,
  ADD FOREIGN KEY (tenant_id, switched_to_party_id) REFERENCES party (tenant_id, id);
UPDATE customer SET lifecycle_reason_type = 'unknown' WHERE lifecycle = 'former';
CREATE INDEX customer_lifecycle_reason_type ON customer (tenant_id, lifecycle_reason_type, id);
CREATE INDEX customer_switched_to ON customer (tenant_id, switched_to_party_id, id);

-- The table of phases takes the name.
ALTER INDEX customer_lifecycle RENAME TO customer_by_lifecycle;

-- Every phase of the life cycle, without gaps: a phase ends where the next one begins.
CREATE TABLE customer_lifecycle (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  lifecycle text COLLATE "C" NOT NULL CHECK (lifecycle IN ('potential', 'current', 'former')),
  reason_type text COLLATE "C" CHECK (reason_type IN
    ('moved', 'price', 'quality', 'switched', 'need-ended', 'deceased', 'dissolved',
     'ended-by-provider', 'unknown', 'other')),
  reason text CHECK (char_length(reason) <= 1000),
  switched_to_party_id uuid,
  valid_from date,
  valid_to date,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, switched_to_party_id) REFERENCES party (tenant_id, id),
  CHECK (valid_to > valid_from)
);
CREATE INDEX customer_lifecycle_customer ON customer_lifecycle (tenant_id, customer_id, valid_from);
CREATE INDEX customer_lifecycle_phase ON customer_lifecycle (tenant_id, lifecycle, customer_id);
CREATE INDEX customer_lifecycle_reason ON customer_lifecycle (tenant_id, reason_type, customer_id);
CREATE INDEX customer_lifecycle_switched_to ON customer_lifecycle (tenant_id, switched_to_party_id);
-- One phase is the present one.
CREATE UNIQUE INDEX customer_lifecycle_present ON customer_lifecycle (tenant_id, customer_id)
  WHERE valid_to IS NULL;
SELECT enforce_tenancy('customer_lifecycle');
INSERT INTO customer_lifecycle (tenant_id, id, customer_id, lifecycle, reason_type, reason,
                                valid_from, recorded_at)
SELECT tenant_id, gen_random_uuid(), id, lifecycle, lifecycle_reason_type, lifecycle_reason,
       valid_from, updated_at
FROM customer;

-- What a role is about, where the party has it for one offering alone.
ALTER TABLE customer_role
  ADD COLUMN offering_id uuid,
  ADD FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id);
CREATE INDEX customer_role_offering ON customer_role (tenant_id, offering_id, customer_id);

ALTER TABLE customer_compensation
  ADD COLUMN amount numeric(19, 4) CHECK (amount >= 0),
  ADD COLUMN currency text COLLATE "C",
  ADD COLUMN per text CHECK (char_length(per) <= 20),
  ADD CHECK ((amount IS NULL) = (currency IS NULL)),
  ADD CHECK (amount IS NULL OR kind = 'money'),
  ADD CHECK (per IS NULL OR amount IS NOT NULL);
