-- Where the bytes of an attachment lie: here, or as an object in a store that speaks S3.
ALTER TABLE attachment ADD COLUMN store text COLLATE "C" NOT NULL DEFAULT 'database'
  CHECK (store IN ('database', 's3'));
ALTER TABLE attachment ALTER COLUMN store DROP DEFAULT;

-- Objects to remove. One stands here before it is uploaded, and goes from here with the commit of
-- what it is attached to: so an upload whose transaction came to nothing is removed as well.
CREATE TABLE attachment_removal (
  tenant_id text COLLATE "C" NOT NULL,
  attachment_id uuid NOT NULL,
  test boolean NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, attachment_id)
);
CREATE INDEX attachment_removal_queue ON attachment_removal (due_at);
SELECT enforce_tenancy('attachment_removal');
SELECT open_to_jobs('attachment_removal', 'SELECT, UPDATE');

-- Whoever deletes an attachment, an erasure included, leaves nothing of it behind.
CREATE FUNCTION remove_object_of_attachment() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO attachment_removal (tenant_id, attachment_id, test, due_at, leased_until, attempt)
  VALUES (OLD.tenant_id, OLD.id, false, now(), '-infinity', 0)
  ON CONFLICT (tenant_id, attachment_id) DO UPDATE SET due_at = excluded.due_at;
  RETURN NULL;
END $$;
CREATE TRIGGER attachment_object AFTER DELETE ON attachment
  FOR EACH ROW WHEN (OLD.store = 's3') EXECUTE FUNCTION remove_object_of_attachment();
