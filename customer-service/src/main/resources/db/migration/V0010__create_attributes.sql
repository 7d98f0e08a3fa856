-- What a tenant records beyond what the platform knows by itself. Attributes of persons, of
-- organisations and of parties share one space of codes, since one filter names them all.
CREATE TABLE attribute_definition (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  target text COLLATE "C" NOT NULL
    CHECK (target IN ('person', 'organization', 'party', 'customer')),
  owner text COLLATE "C" NOT NULL CHECK (owner IN ('party', 'customer')),
  code text COLLATE "C" NOT NULL CHECK (char_length(code) BETWEEN 1 AND 60),
  type text COLLATE "C" NOT NULL CHECK (type IN
    ('text', 'integer', 'decimal', 'boolean', 'date', 'instant', 'choice')),
  label text COLLATE "C" NOT NULL CHECK (char_length(label) BETWEEN 1 AND 200),
  description text CHECK (char_length(description) <= 1000),
  required boolean NOT NULL,
  options jsonb,
  max_length int,
  minimum numeric(25, 6),
  maximum numeric(25, 6),
  earliest date,
  latest date,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, owner, code),
  CHECK ((target = 'customer') = (owner = 'customer')),
  CHECK ((type = 'choice') = (options IS NOT NULL))
);
CREATE INDEX attribute_definition_target ON attribute_definition (tenant_id, target, id);
CREATE INDEX attribute_definition_code ON attribute_definition (tenant_id, code, id);
CREATE INDEX attribute_definition_type ON attribute_definition (tenant_id, type, id);
CREATE INDEX attribute_definition_label ON attribute_definition (tenant_id, label, id);
CREATE INDEX attribute_definition_required ON attribute_definition (tenant_id, required, id);
CREATE INDEX attribute_definition_created_at ON attribute_definition (tenant_id, created_at, id);
SELECT enforce_tenancy('attribute_definition');

-- Each value lies in the column of its type, as a type that an index serves under row-level
-- security: a choice as text, a decimal as millionths in integer_value.
CREATE TABLE party_attribute (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  definition_id uuid NOT NULL,
  text_value text COLLATE "C" CHECK (char_length(text_value) <= 500),
  integer_value bigint,
  boolean_value boolean,
  date_value date,
  instant_value timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, party_id, definition_id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, definition_id) REFERENCES attribute_definition (tenant_id, id),
  CHECK (num_nonnulls(text_value, integer_value, boolean_value, date_value, instant_value) = 1)
);
CREATE INDEX party_attribute_text
  ON party_attribute (tenant_id, definition_id, text_value, party_id) WHERE text_value IS NOT NULL;
CREATE INDEX party_attribute_integer
  ON party_attribute (tenant_id, definition_id, integer_value, party_id)
  WHERE integer_value IS NOT NULL;
CREATE INDEX party_attribute_boolean
  ON party_attribute (tenant_id, definition_id, boolean_value, party_id)
  WHERE boolean_value IS NOT NULL;
CREATE INDEX party_attribute_date
  ON party_attribute (tenant_id, definition_id, date_value, party_id) WHERE date_value IS NOT NULL;
CREATE INDEX party_attribute_instant
  ON party_attribute (tenant_id, definition_id, instant_value, party_id)
  WHERE instant_value IS NOT NULL;
CREATE INDEX party_attribute_definition ON party_attribute (tenant_id, definition_id);
SELECT enforce_tenancy('party_attribute');

CREATE TABLE customer_attribute (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  definition_id uuid NOT NULL,
  text_value text COLLATE "C" CHECK (char_length(text_value) <= 500),
  integer_value bigint,
  boolean_value boolean,
  date_value date,
  instant_value timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, customer_id, definition_id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, definition_id) REFERENCES attribute_definition (tenant_id, id),
  CHECK (num_nonnulls(text_value, integer_value, boolean_value, date_value, instant_value) = 1)
);
CREATE INDEX customer_attribute_text
  ON customer_attribute (tenant_id, definition_id, text_value, customer_id)
  WHERE text_value IS NOT NULL;
CREATE INDEX customer_attribute_integer
  ON customer_attribute (tenant_id, definition_id, integer_value, customer_id)
  WHERE integer_value IS NOT NULL;
CREATE INDEX customer_attribute_boolean
  ON customer_attribute (tenant_id, definition_id, boolean_value, customer_id)
  WHERE boolean_value IS NOT NULL;
CREATE INDEX customer_attribute_date
  ON customer_attribute (tenant_id, definition_id, date_value, customer_id)
  WHERE date_value IS NOT NULL;
CREATE INDEX customer_attribute_instant
  ON customer_attribute (tenant_id, definition_id, instant_value, customer_id)
  WHERE instant_value IS NOT NULL;
CREATE INDEX customer_attribute_definition ON customer_attribute (tenant_id, definition_id);
SELECT enforce_tenancy('customer_attribute');
