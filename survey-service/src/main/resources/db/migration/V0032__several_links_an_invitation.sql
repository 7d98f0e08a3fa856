-- An invitation may have several links at a time: what was sent before keeps working. They are
-- found by survey_link_invitation.
DO $$
DECLARE
  name text;
BEGIN
  SELECT conname INTO STRICT name FROM pg_constraint
  WHERE conrelid = 'survey_link'::regclass AND contype = 'u'
    AND pg_get_constraintdef(oid) = 'UNIQUE (tenant_id, invitation_id)';
  EXECUTE format('ALTER TABLE survey_link DROP CONSTRAINT %I', name);
END $$;

-- The tenant's handle, as its requests tell it: what prints links in the background knows the
-- tenant by its id alone. A handle never changes.
CREATE TABLE tenant_handle (
  tenant_id text COLLATE "C" NOT NULL,
  handle text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id)
);
SELECT enforce_tenancy('tenant_handle');
