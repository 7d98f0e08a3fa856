ALTER TABLE party
  ADD COLUMN birth_date date,
  ADD COLUMN preferences jsonb;
CREATE INDEX party_birth_date ON party (tenant_id, birth_date, id);

ALTER TABLE contact_point
  ADD COLUMN valid_from date,
  ADD COLUMN valid_to date,
  ADD COLUMN verification_method text CHECK (char_length(verification_method) <= 100),
  ADD COLUMN verified_at timestamptz,
  ADD CHECK (valid_to > valid_from),
  ADD CHECK ((verification_method IS NULL) = (verified_at IS NULL));

-- What a party is called besides its current name, or was called before it.
CREATE TABLE party_other_name (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  type text COLLATE "C" NOT NULL
    CHECK (type IN ('legal', 'trading', 'short', 'birth', 'former', 'alias')),
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 401),
  valid_from date,
  valid_to date,
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE,
  CHECK (valid_to > valid_from)
);
CREATE INDEX party_other_name_party ON party_other_name (tenant_id, party_id, place);
CREATE INDEX party_other_name_name ON party_other_name (tenant_id, name, party_id);
SELECT enforce_tenancy('party_other_name');

-- Not unique: two records of one organisation both carry its number until they are merged.
CREATE TABLE party_identifier (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  scheme text COLLATE "C" NOT NULL CHECK (char_length(scheme) BETWEEN 1 AND 60),
  value text COLLATE "C" NOT NULL CHECK (char_length(value) BETWEEN 1 AND 320),
  valid_from date,
  valid_to date,
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE,
  CHECK (valid_to > valid_from)
);
CREATE INDEX party_identifier_party ON party_identifier (tenant_id, party_id, place);
CREATE INDEX party_identifier_value ON party_identifier (tenant_id, value, party_id);
CREATE INDEX party_identifier_scheme ON party_identifier (tenant_id, scheme, value, party_id);
SELECT enforce_tenancy('party_identifier');

CREATE TABLE postal_address (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  lines text[] NOT NULL CHECK (cardinality(lines) <= 5),
  postal_code text COLLATE "C" CHECK (char_length(postal_code) <= 20),
  locality text COLLATE "C" CHECK (char_length(locality) <= 200),
  region text COLLATE "C" CHECK (char_length(region) <= 200),
  country text COLLATE "C" CHECK (char_length(country) = 2),
  purpose text COLLATE "C" CHECK (char_length(purpose) <= 100),
  valid_from date,
  valid_to date,
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE,
  CHECK (valid_to > valid_from)
);
CREATE INDEX postal_address_party ON postal_address (tenant_id, party_id, place);
CREATE INDEX postal_address_postal_code ON postal_address (tenant_id, postal_code, party_id);
SELECT enforce_tenancy('postal_address');

-- Under which key other systems know a party: there a key means one record, so here it does too.
CREATE TABLE party_external_ref (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  scheme text COLLATE "C" NOT NULL CHECK (char_length(scheme) BETWEEN 1 AND 64),
  value text COLLATE "C" NOT NULL CHECK (char_length(value) BETWEEN 1 AND 200),
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, scheme, value),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX party_external_ref_party ON party_external_ref (tenant_id, party_id, place);
SELECT enforce_tenancy('party_external_ref');

-- Each version of a party as it was answered, so that what was known at any time can be told.
CREATE TABLE party_version (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  version bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  snapshot jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, party_id, version),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX party_version_party ON party_version (tenant_id, party_id, id);
SELECT enforce_tenancy('party_version');

-- What is known now was known since its last change.
INSERT INTO party_version (tenant_id, id, party_id, version, recorded_at, snapshot)
SELECT p.tenant_id, uuidv7(), p.id, p.version, p.updated_at,
  jsonb_strip_nulls(jsonb_build_object(
    'id', p.id, 'kind', p.kind, 'name', p.name,
    'givenName', p.given_name, 'familyName', p.family_name,
    'contactPoints', coalesce((
      SELECT jsonb_agg(jsonb_build_object('type', c.type, 'value', c.value, 'purpose', c.purpose)
                       ORDER BY c.place)
      FROM contact_point c WHERE c.tenant_id = p.tenant_id AND c.party_id = p.id), '[]'),
    'createdAt', to_char(p.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'updatedAt', to_char(p.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
FROM party p;
