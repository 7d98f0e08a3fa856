-- Agreements are proposed, signed, suspended, and end in one of three ways; they are amended by
-- further versions, each of which says from when its wording holds.
ALTER TABLE agreement
  DROP CONSTRAINT agreement_status_check,
  DROP CONSTRAINT agreement_in_force,
  ADD CONSTRAINT agreement_status CHECK (status IN
    ('draft', 'proposed', 'active', 'suspended', 'expired', 'terminated', 'renewed')),
  -- A proposal that nobody took up is terminated without having been in force.
  ADD CONSTRAINT agreement_in_force CHECK
    (activated_at IS NOT NULL OR status IN ('draft', 'proposed', 'terminated')),
  -- The number of the version that holds now, or is to.
  ADD COLUMN current_number int NOT NULL DEFAULT 1 CHECK (current_number > 0),
  ADD COLUMN notice_given_on date,
  ADD COLUMN notice_given_by text CHECK (notice_given_by IN ('provider', 'customer')),
  ADD COLUMN renewal_of_id uuid,
  ADD CONSTRAINT agreement_notice CHECK ((notice_given_on IS NULL) = (notice_given_by IS NULL)),
  ADD CONSTRAINT agreement_renewal_of FOREIGN KEY (tenant_id, renewal_of_id)
    REFERENCES agreement (tenant_id, id);
CREATE INDEX agreement_by_renewed ON agreement (tenant_id, renewal_of_id, id);

DROP TRIGGER binding_terms ON agreement_version;
ALTER TABLE agreement_version
  -- effective_at says since when a version binds both sides, these two when its wording holds.
  ADD COLUMN effective_from timestamptz,
  ADD COLUMN effective_to timestamptz,
  -- The day that an amendment named; of the first version the first day of the term.
  ADD COLUMN effective_on date,
  ADD COLUMN reason text CHECK (char_length(reason) <= 2000),
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN proposed_at timestamptz,
  ADD COLUMN withdrawn_at timestamptz,
  ADD COLUMN agreed_services text NOT NULL DEFAULT '[]',
  ADD COLUMN requirement_ids uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN compensation text NOT NULL DEFAULT '[]',
  ADD COLUMN value_amount numeric(19, 4),
  ADD COLUMN value_currency text,
  ADD COLUMN notice_period text,
  ADD COLUMN renewal_automatic boolean NOT NULL DEFAULT false,
  ADD COLUMN renewal_period text,
  ADD CONSTRAINT agreement_version_value CHECK ((value_amount IS NULL) = (value_currency IS NULL)),
  ADD CONSTRAINT agreement_version_effect CHECK (effective_to > effective_from);
UPDATE agreement_version v SET
  effective_from = greatest(v.term_start::timestamp AT TIME ZONE v.time_zone,
                            '0001-01-01T00:00:00Z'),
  created_at = a.created_at
FROM agreement a WHERE a.tenant_id = v.tenant_id AND a.id = v.agreement_id;
-- One wording at a time is worked on.
CREATE UNIQUE INDEX agreement_version_open ON agreement_version (tenant_id, agreement_id)
  WHERE effective_at IS NULL AND withdrawn_at IS NULL;

-- What binds stays as it was agreed; only when it is superseded is added. The owner's functions take
-- the words of an erased customer out of it.
CREATE OR REPLACE FUNCTION refuse_change_of_binding_terms() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND
     (to_jsonb(NEW) - 'effective_to' = to_jsonb(OLD) - 'effective_to'
      OR (SELECT relowner FROM pg_class WHERE oid = TG_RELID)
         = to_regrole(quote_ident(current_user))) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The terms of agreement version % are binding', OLD.id
    USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER binding_terms BEFORE UPDATE OR DELETE ON agreement_version
  FOR EACH ROW WHEN (OLD.effective_at IS NOT NULL)
  EXECUTE FUNCTION refuse_change_of_binding_terms();

-- One promise over all versions of its agreement: the id that it had in the first of them.
ALTER TABLE commitment ADD COLUMN lineage_id uuid;
UPDATE commitment SET lineage_id = id;
CREATE FUNCTION begin_lineage() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.lineage_id := coalesce(NEW.lineage_id, NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER begin_lineage BEFORE INSERT ON commitment
  FOR EACH ROW EXECUTE FUNCTION begin_lineage();
ALTER TABLE commitment ALTER COLUMN lineage_id SET NOT NULL;
CREATE INDEX commitment_of_lineage ON commitment (tenant_id, lineage_id, id);

-- Which status an agreement had since when.
CREATE TABLE agreement_phase (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN
    ('draft', 'proposed', 'active', 'suspended', 'expired', 'terminated', 'renewed')),
  since timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX agreement_phase_of_agreement ON agreement_phase (tenant_id, agreement_id, since, id);
SELECT enforce_tenancy('agreement_phase');
INSERT INTO agreement_phase (tenant_id, id, agreement_id, status, since)
  SELECT tenant_id, gen_random_uuid(), id, 'draft', created_at FROM agreement
  UNION ALL
  SELECT tenant_id, gen_random_uuid(), id, 'active', activated_at FROM agreement
  WHERE activated_at IS NOT NULL
  UNION ALL
  SELECT tenant_id, gen_random_uuid(), id, 'terminated', terminated_at FROM agreement
  WHERE terminated_at IS NOT NULL;

-- What time itself brings: an amendment takes effect, a term ends, a notice runs out.
CREATE TABLE agreement_due (
  tenant_id text COLLATE "C" NOT NULL,
  agreement_id uuid NOT NULL,
  test boolean NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, agreement_id),
  FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX agreement_due_queue ON agreement_due (due_at);
SELECT enforce_tenancy('agreement_due');
SELECT open_to_jobs('agreement_due', 'SELECT, UPDATE');
INSERT INTO agreement_due (tenant_id, agreement_id, test, due_at, leased_until, attempt)
  SELECT a.tenant_id, a.id, false, v.term_end::timestamp AT TIME ZONE v.time_zone, '-infinity', 0
  FROM agreement a
  JOIN agreement_version v ON v.tenant_id = a.tenant_id AND v.agreement_id = a.id
  WHERE a.status = 'active' AND v.term_end IS NOT NULL;

-- The words of an erased customer are in the new parts of a version too.
CREATE OR REPLACE FUNCTION redact_agreements(agreements uuid[], at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
