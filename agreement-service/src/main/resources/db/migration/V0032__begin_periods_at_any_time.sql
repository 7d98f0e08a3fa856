-- Work that is due whatever the clock says, and words of an erased customer in what conditions and
-- credits say.
CREATE OR REPLACE FUNCTION begin_periods() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO period_due (tenant_id, commitment_id, test, due_at, leased_until, attempt)
  SELECT c.tenant_id, c.id, false, '-infinity', '-infinity', 0
  FROM commitment c
  WHERE c.tenant_id = NEW.tenant_id AND c.version_id = NEW.id
  ON CONFLICT (tenant_id, commitment_id) DO UPDATE SET due_at = '-infinity';
  RETURN NULL;
END $$;

-- As it was, and beyond: what a condition or a tier says in words, and when exclusions were approved.
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
    requirement = CASE WHEN requirement IS NULL THEN NULL ELSE 'Erased' END,
    qualifying_condition = CASE WHEN qualifying_condition IS NULL THEN NULL
      ELSE (qualifying_condition::jsonb || '{"text": "Erased"}')::text END,
    credits = CASE WHEN credits IS NULL THEN NULL ELSE (credits::jsonb || jsonb_build_object('tiers', (
      SELECT jsonb_agg(CASE WHEN t.tier ? 'compensation'
        THEN t.tier || '{"compensation": "Erased"}' ELSE t.tier END)
      FROM jsonb_array_elements(credits::jsonb -> 'tiers') t (tier))))::text END
  FROM agreement_version v
  WHERE c.tenant_id = current_setting('app.tenant') AND v.tenant_id = c.tenant_id
    AND v.id = c.version_id AND v.agreement_id = ANY (agreements);
  INSERT INTO exclusion_history (tenant_id, id, version, agreement_id, commitment_ids, span_start,
    span_end, recurrence, recurrence_zone, approved_at, recorded_at, superseded_at)
  SELECT tenant_id, id, version, agreement_id, commitment_ids, span_start, span_end, recurrence,
    recurrence_zone, approved_at, updated_at, at
  FROM exclusion
  WHERE tenant_id = current_setting('app.tenant') AND agreement_id = ANY (agreements);
  UPDATE exclusion SET reason = 'Erased', version = version + 1, updated_at = at
  WHERE tenant_id = current_setting('app.tenant') AND agreement_id = ANY (agreements);
  UPDATE agreement SET name = 'Erased', version = version + 1, updated_at = at
  WHERE tenant_id = current_setting('app.tenant') AND id = ANY (agreements);
$$;
