-- The terms stay binding for everybody but the erasure of the customer that they were agreed with:
-- it takes the customer's words out of them and leaves figures, periods and ids as they were agreed.
CREATE OR REPLACE FUNCTION refuse_change_of_binding_commitment() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (SELECT relowner FROM pg_class WHERE oid = TG_RELID) = to_regrole(quote_ident(current_user)) THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM agreement_version v
    WHERE v.tenant_id = OLD.tenant_id AND v.id = OLD.version_id AND v.effective_at IS NOT NULL;
  IF FOUND THEN
    RAISE EXCEPTION 'The terms of commitment % are binding', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- Runs as the owner, whom row-level security does not bind: it names the tenant itself.
CREATE FUNCTION redact_agreements(agreements uuid[], at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE commitment c SET name = 'Erased', customer_term = 'Erased',
    requirement = CASE WHEN requirement IS NULL THEN NULL ELSE 'Erased' END
  FROM agreement_version v
  WHERE c.tenant_id = current_setting('app.tenant') AND v.tenant_id = c.tenant_id
    AND v.id = c.version_id AND v.agreement_id = ANY (agreements);
  UPDATE exclusion SET reason = 'Erased', version = version + 1, updated_at = at
  WHERE tenant_id = current_setting('app.tenant') AND agreement_id = ANY (agreements);
  UPDATE agreement SET name = 'Erased', version = version + 1, updated_at = at
  WHERE tenant_id = current_setting('app.tenant') AND id = ANY (agreements);
$$;
REVOKE ALL ON FUNCTION redact_agreements(uuid[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION redact_agreements(uuid[], timestamptz) TO "${app}";
CREATE INDEX agreement_by_customer_party ON agreement (tenant_id, customer_party_id, id)
  WHERE customer_party_id IS NOT NULL;
