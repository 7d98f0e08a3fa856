-- How far this service has read the events of another. No tenant's: a number for the whole feed,
-- advanced in the transaction of an event's effect, whichever tenant that is for.
CREATE TABLE feed_cursor (
  feed text COLLATE "C" PRIMARY KEY,
  position bigint NOT NULL
);
ALTER TABLE feed_cursor ENABLE ROW LEVEL SECURITY;
ALTER TABLE feed_cursor FORCE ROW LEVEL SECURITY;
CREATE POLICY everyone ON feed_cursor TO "${app}", "${job}" USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON feed_cursor TO "${app}", "${job}";

-- Calls to other services that a transaction has decided on; made once it has committed.
CREATE TABLE peer_call (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  path text NOT NULL,
  scope text NOT NULL,
  body text NOT NULL,
  test boolean NOT NULL,
  attempts int NOT NULL,
  next_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX peer_call_due ON peer_call (next_at);
SELECT enforce_tenancy('peer_call');
-- Which calls there are, not what is in them.
CREATE POLICY jobs ON peer_call TO "${job}" USING (true);
GRANT SELECT (tenant_id, id, test, next_at) ON peer_call TO "${job}";
