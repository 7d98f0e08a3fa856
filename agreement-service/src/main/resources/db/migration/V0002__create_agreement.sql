-- Who agreed with whom, and whether it is in force. What was agreed is in its versions.
CREATE TABLE agreement (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL,
  provider_party_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  customer_party_id uuid,
  status text COLLATE "C" NOT NULL CHECK (status IN ('draft', 'active', 'terminated')),
  activated_at timestamptz,
  terminated_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT agreement_in_force CHECK ((activated_at IS NULL) = (status = 'draft')),
  CONSTRAINT agreement_ended CHECK ((terminated_at IS NULL) = (status <> 'terminated'))
);
SELECT enforce_tenancy('agreement');
CREATE INDEX agreement_by_name ON agreement (tenant_id, name, id);
CREATE INDEX agreement_by_status ON agreement (tenant_id, status, id);
CREATE INDEX agreement_by_customer ON agreement (tenant_id, customer_id, id);
CREATE INDEX agreement_by_provider ON agreement (tenant_id, provider_party_id, id);
CREATE INDEX agreement_by_creation ON agreement (tenant_id, created_at, id);
CREATE INDEX agreement_by_update ON agreement (tenant_id, updated_at, id);

CREATE TABLE agreement_version (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  number int NOT NULL CHECK (number > 0),
  term_start date NOT NULL,
  term_end date,
  time_zone text NOT NULL,
  covered_user_ids uuid[] NOT NULL,
  -- Set when the terms become binding; from then on nothing of this version changes.
  effective_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT agreement_version_number_unique UNIQUE (tenant_id, agreement_id, number),
  CONSTRAINT agreement_version_term CHECK (term_end > term_start),
  FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('agreement_version');

CREATE TABLE commitment (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  place int NOT NULL,
  name text NOT NULL,
  metric_id uuid NOT NULL,
  entity_type text COLLATE "C" NOT NULL,
  customer_term text NOT NULL,
  requirement text,
  requirement_ids uuid[] NOT NULL,
  target_comparator text NOT NULL CHECK (target_comparator IN ('at-least', 'above', 'at-most', 'below')),
  target_value numeric NOT NULL CHECK (target_value BETWEEN 0 AND 1),
  threshold_comparator text CHECK (threshold_comparator IN ('at-least', 'above', 'at-most', 'below')),
  threshold_value numeric,
  period_by text NOT NULL CHECK (period_by IN ('due', 'started', 'completed')),
  exclusion_effect text NOT NULL CHECK (exclusion_effect IN ('excuse', 'remove')),
  unknown_as text NOT NULL CHECK (unknown_as IN ('leave', 'good', 'bad')),
  -- Null where the selector says nothing: the agreement's own customer and users, the entity type above.
  selector_customer_ids uuid[],
  selector_offering_ids uuid[],
  selector_entity_type text COLLATE "C",
  selector_dimensions jsonb,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT commitment_threshold CHECK ((threshold_comparator IS NULL) = (threshold_value IS NULL)),
  FOREIGN KEY (tenant_id, version_id) REFERENCES agreement_version (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT commitment_metric FOREIGN KEY (tenant_id, metric_id) REFERENCES metric (tenant_id, id)
);
SELECT enforce_tenancy('commitment');
CREATE INDEX commitment_of_version ON commitment (tenant_id, version_id, place);
CREATE INDEX commitment_of_metric ON commitment (tenant_id, metric_id);

-- Binding terms stay as they were agreed, whichever code runs and whatever it believes.
CREATE FUNCTION refuse_change_of_binding_terms() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The terms of agreement version % are binding', OLD.id
    USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER binding_terms BEFORE UPDATE OR DELETE ON agreement_version
  FOR EACH ROW WHEN (OLD.effective_at IS NOT NULL)
  EXECUTE FUNCTION refuse_change_of_binding_terms();

CREATE FUNCTION refuse_change_of_binding_commitment() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM agreement_version v
    WHERE v.tenant_id = OLD.tenant_id AND v.id = OLD.version_id AND v.effective_at IS NOT NULL;
  IF FOUND THEN
    RAISE EXCEPTION 'The terms of commitment % are binding', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER binding_terms BEFORE UPDATE OR DELETE ON commitment
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_binding_commitment();

-- Time that both sides agreed not to count.
CREATE TABLE exclusion (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  agreement_id uuid NOT NULL,
  -- Empty: every commitment of the agreement.
  commitment_ids uuid[] NOT NULL,
  span_start timestamptz NOT NULL,
  span_end timestamptz NOT NULL,
  reason text NOT NULL,
  author text NOT NULL,
  approved_by text,
  approved_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT exclusion_span CHECK (span_end > span_start),
  CONSTRAINT exclusion_approval CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id)
);
SELECT enforce_tenancy('exclusion');
CREATE INDEX exclusion_of_agreement ON exclusion (tenant_id, agreement_id, id);
CREATE INDEX exclusion_by_start ON exclusion (tenant_id, span_start, id);
CREATE INDEX exclusion_by_creation ON exclusion (tenant_id, created_at, id);
