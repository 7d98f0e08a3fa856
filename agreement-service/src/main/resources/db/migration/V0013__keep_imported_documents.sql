-- The TM Forum document that an agreement was made from, as it came, and the terms that were read
-- from it: what an agreement has no member for is given back from it.
CREATE TABLE agreement_document (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  document text NOT NULL,
  terms text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT agreement_document_once UNIQUE (tenant_id, agreement_id),
  FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('agreement_document');

-- An erased customer's words are in it: it goes with them.
CREATE OR REPLACE FUNCTION redact_agreements(agreements uuid[], at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM agreement_document
  WHERE tenant_id = current_setting('app.tenant') AND agreement_id = ANY (agreements);
  UPDATE agreement_version SET reason = CASE WHEN reason IS NULL THEN NULL ELSE 'Erased' END,
    agreed_services = (
      SELECT coalesce(jsonb_agg(s.service - 'terms' - 'entityTypes'), '[]')::text
      FROM jsonb_array_elements(agreed_services::jsonb) s (service)),
    compensation = (
      SELECT coalesce(jsonb_agg(
        CASE WHEN c.part ? 'description' THEN c.part || '{"description": "Erased"}' ELSE c.part END),
        '[]')::text
      FROM jsonb_array_elements(compensation::jsonb) c (part))
  WHERE tenant_id = current_setting('app.tenant') AND agreement_id = ANY (agreements);
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
