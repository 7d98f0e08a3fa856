CREATE TABLE party (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('person', 'organization')),
  -- What the party is called: an organisation's name, or a person's names joined.
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 401),
  given_name text COLLATE "C" CHECK (char_length(given_name) <= 200),
  family_name text COLLATE "C" CHECK (char_length(family_name) <= 200),
  PRIMARY KEY (tenant_id, id),
  CHECK ((kind = 'organization') = (given_name IS NULL AND family_name IS NULL))
);
CREATE INDEX party_name ON party (tenant_id, name, id);
CREATE INDEX party_kind ON party (tenant_id, kind, id);
CREATE INDEX party_created_at ON party (tenant_id, created_at, id);
SELECT enforce_tenancy('party');

CREATE TABLE contact_point (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  type text COLLATE "C" NOT NULL CHECK (type IN ('email', 'phone', 'url')),
  value text COLLATE "C" NOT NULL CHECK (char_length(value) BETWEEN 1 AND 320),
  purpose text COLLATE "C" CHECK (char_length(purpose) <= 100),
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_point_party ON contact_point (tenant_id, party_id, place);
CREATE INDEX contact_point_value ON contact_point (tenant_id, value);
SELECT enforce_tenancy('contact_point');

CREATE TABLE membership (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  member_party_id uuid NOT NULL,
  organization_party_id uuid NOT NULL,
  type text COLLATE "C" NOT NULL CHECK (type IN ('part-of', 'member-of', 'user-of')),
  valid_from date,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, member_party_id, organization_party_id, type, valid_from),
  FOREIGN KEY (tenant_id, member_party_id) REFERENCES party (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_party_id) REFERENCES party (tenant_id, id),
  CHECK (member_party_id <> organization_party_id),
  CHECK (valid_to > valid_from)
);
CREATE INDEX membership_organization ON membership (tenant_id, organization_party_id, id);
CREATE INDEX membership_type ON membership (tenant_id, type, id);
SELECT enforce_tenancy('membership');

CREATE TABLE signing_authority (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  person_party_id uuid NOT NULL,
  organization_party_id uuid NOT NULL,
  scope text COLLATE "C" NOT NULL CHECK (char_length(scope) BETWEEN 1 AND 200),
  limit_amount numeric(19, 4),
  limit_currency text COLLATE "C",
  valid_from date,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_party_id) REFERENCES party (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_party_id) REFERENCES party (tenant_id, id),
  CHECK ((limit_amount IS NULL) = (limit_currency IS NULL)),
  CHECK (valid_to > valid_from)
);
CREATE INDEX signing_authority_organization
  ON signing_authority (tenant_id, organization_party_id, id);
CREATE INDEX signing_authority_person ON signing_authority (tenant_id, person_party_id, id);
SELECT enforce_tenancy('signing_authority');

-- A customer is a relationship from a party to a provider; no provider named is the tenant's own
-- organisation.
CREATE TABLE customer (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  party_id uuid NOT NULL,
  provider_party_id uuid,
  lifecycle text COLLATE "C" NOT NULL CHECK (lifecycle IN ('potential', 'current', 'former')),
  lifecycle_reason text CHECK (char_length(lifecycle_reason) <= 1000),
  valid_from date,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, party_id, provider_party_id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id),
  FOREIGN KEY (tenant_id, provider_party_id) REFERENCES party (tenant_id, id),
  CHECK (party_id <> provider_party_id),
  CHECK (valid_to > valid_from)
);
CREATE INDEX customer_provider ON customer (tenant_id, provider_party_id, id);
CREATE INDEX customer_lifecycle ON customer (tenant_id, lifecycle, id);
CREATE INDEX customer_created_at ON customer (tenant_id, created_at, id);
SELECT enforce_tenancy('customer');

CREATE TABLE customer_role (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  type text COLLATE "C" NOT NULL CHECK (char_length(type) BETWEEN 1 AND 60),
  valid_from date,
  valid_to date,
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE,
  CHECK (valid_to > valid_from)
);
CREATE INDEX customer_role_customer ON customer_role (tenant_id, customer_id, place);
CREATE INDEX customer_role_type ON customer_role (tenant_id, type, customer_id);
SELECT enforce_tenancy('customer_role');

CREATE TABLE customer_offering (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  offering_id uuid NOT NULL,
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, customer_id, offering_id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id)
);
CREATE INDEX customer_offering_offering ON customer_offering (tenant_id, offering_id, customer_id);
SELECT enforce_tenancy('customer_offering');

-- Money or anything else of value to the provider.
CREATE TABLE customer_compensation (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN
    ('money', 'data', 'attention', 'goods', 'service', 'mission-contribution', 'other')),
  description text CHECK (char_length(description) <= 1000),
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX customer_compensation_customer ON customer_compensation (tenant_id, customer_id, place);
SELECT enforce_tenancy('customer_compensation');
