-- Segments: customers that a rule describes or that a list names.
CREATE TABLE segment (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  -- The name in lower case: names that differ by case alone would be taken for one another.
  name_key text COLLATE "C" NOT NULL,
  description text CHECK (char_length(description) <= 5000),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('rule', 'list')),
  rule text CHECK (rule IS JSON OBJECT),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name_key),
  CHECK ((kind = 'rule') = (rule IS NOT NULL))
);
CREATE INDEX segment_name ON segment (tenant_id, name, id);
CREATE INDEX segment_kind ON segment (tenant_id, kind, id);
CREATE INDEX segment_created_at ON segment (tenant_id, created_at, id);
SELECT enforce_tenancy('segment');

-- How far the members of a segment are computed; its row lock is what makes the changes of one
-- segment's members follow one another. Apart from the segment, so that recomputing raises no
-- version that a client holds.
CREATE TABLE segment_state (
  tenant_id text COLLATE "C" NOT NULL,
  segment_id uuid NOT NULL,
  test boolean NOT NULL,
  -- Whether a full computation is wanted, and behind which customer it goes on.
  due_at timestamptz,
  full_after uuid,
  -- When the last full computation began, and whether it is the one that goes on.
  started_at timestamptz,
  computed_at timestamptz,
  member_count bigint NOT NULL DEFAULT 0 CHECK (member_count >= 0),
  PRIMARY KEY (tenant_id, segment_id),
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX segment_state_due ON segment_state (due_at) WHERE due_at IS NOT NULL;
SELECT enforce_tenancy('segment_state');
SELECT open_to_jobs('segment_state', 'SELECT');

CREATE TABLE segment_member (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  segment_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, segment_id, customer_id),
  UNIQUE (tenant_id, segment_id, id),
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX segment_member_customer ON segment_member (tenant_id, customer_id, segment_id);
SELECT enforce_tenancy('segment_member');

-- Who entered and left, and when: written with the membership and with its event.
CREATE TABLE segment_change (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  segment_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  change text COLLATE "C" NOT NULL CHECK (change IN ('entered', 'left')),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, segment_id, id),
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX segment_change_customer ON segment_change (tenant_id, customer_id, segment_id, id);
SELECT enforce_tenancy('segment_change');

-- Uses that other services have registered; those within this database are foreign keys.
CREATE TABLE segment_use (
  tenant_id text COLLATE "C" NOT NULL,
  segment_id uuid NOT NULL,
  service text COLLATE "C" NOT NULL CHECK (char_length(service) BETWEEN 1 AND 60),
  resource_type text COLLATE "C" NOT NULL CHECK (char_length(resource_type) BETWEEN 1 AND 60),
  resource_id uuid NOT NULL,
  registered_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, segment_id, service, resource_type, resource_id),
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment (tenant_id, id)
);
SELECT enforce_tenancy('segment_use');

-- Customers, or all customers that a party concerns, whose segments have to be looked at again. A
-- queue: rows are added and taken away, never changed, so that no request waits for the worker.
CREATE TABLE segment_dirty (
  tenant_id text COLLATE "C" NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  customer_id uuid,
  party_id uuid,
  PRIMARY KEY (tenant_id, id),
  CHECK ((customer_id IS NULL) <> (party_id IS NULL))
);
SELECT enforce_tenancy('segment_dirty');
SELECT open_to_jobs('segment_dirty', 'SELECT');
