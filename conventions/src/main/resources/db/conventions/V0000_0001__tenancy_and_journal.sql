-- Every table of a tenant's rows goes through here: row-level security that binds its owner too, one
-- policy, and the grants of the application role. The job role is granted nothing by default.
CREATE FUNCTION enforce_tenancy(target regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY tenant ON %s TO "${app}"
       USING (tenant_id = current_setting(''app.tenant'', true))
       WITH CHECK (tenant_id = current_setting(''app.tenant'', true))', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO "${app}"', target);
END $$;

-- What jobs may see across tenants is said table by table: which work there is, not what is in it.
CREATE FUNCTION open_to_jobs(target regclass, privileges text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE POLICY jobs ON %s TO "${job}" USING (true) WITH CHECK (true)', target);
  EXECUTE format('GRANT %s ON %s TO "${job}"', privileges, target);
END $$;

CREATE TABLE idempotent_answer (
  tenant_id text COLLATE "C" NOT NULL,
  key_digest bytea NOT NULL,
  fingerprint bytea NOT NULL,
  status smallint NOT NULL,
  location text,
  etag text,
  content_type text,
  body bytea,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key_digest)
);
CREATE INDEX idempotent_answer_expiry ON idempotent_answer (expires_at);
SELECT enforce_tenancy('idempotent_answer');
SELECT open_to_jobs('idempotent_answer', 'SELECT, DELETE');

CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  subject text COLLATE "C" NOT NULL,
  verb text COLLATE "C" NOT NULL,
  resource_type text COLLATE "C" NOT NULL,
  resource_id uuid NOT NULL,
  resource_version bigint NOT NULL,
  request_id text COLLATE "C",
  -- Set by the sealer: the place in the chain and HMAC-SHA256 over the entry and the digest before.
  position bigint UNIQUE,
  digest bytea,
  UNIQUE (tenant_id, id)
);
CREATE INDEX audit_entry_of_resource ON audit_entry (tenant_id, resource_type, resource_id, id);
CREATE INDEX audit_entry_unsealed ON audit_entry (id) WHERE position IS NULL;
SELECT enforce_tenancy('audit_entry');
SELECT open_to_jobs('audit_entry', 'SELECT, UPDATE');

-- Personal values lie apart from the chain, so that they can be erased without breaking it.
CREATE TABLE audit_detail (
  tenant_id text COLLATE "C" NOT NULL,
  audit_id bigint NOT NULL,
  detail jsonb NOT NULL,
  PRIMARY KEY (tenant_id, audit_id),
  FOREIGN KEY (tenant_id, audit_id) REFERENCES audit_entry (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('audit_detail');

-- The sequence orders the versions of one resource, since each change is journaled after the flush
-- that waited for the version before. Across resources only position counts.
CREATE TABLE outbox_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id text COLLATE "C" NOT NULL,
  event_id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  resource_id uuid NOT NULL,
  resource_version bigint NOT NULL,
  data jsonb NOT NULL,
  test boolean NOT NULL,
  traceparent text,
  recorded_at timestamptz NOT NULL,
  -- Set by the sealer, dense in commit order.
  position bigint UNIQUE,
  UNIQUE (tenant_id, event_id)
);
CREATE INDEX outbox_event_unsealed ON outbox_event (id) WHERE position IS NULL;
SELECT enforce_tenancy('outbox_event');
SELECT open_to_jobs('outbox_event', 'SELECT, UPDATE');
