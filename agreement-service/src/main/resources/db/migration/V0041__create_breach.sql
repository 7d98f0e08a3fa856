-- A promise that was not kept in a period: once for each commitment and period, whatever comes later.
CREATE TABLE breach (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  agreement_id uuid NOT NULL,
  agreement_version_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  -- The same promise in every version of its agreement.
  lineage_id uuid NOT NULL,
  period text COLLATE "C" NOT NULL,
  period_start timestamptz NOT NULL,
  period_end timestamptz NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('provisional', 'confirmed', 'withdrawn')),
  revision int NOT NULL CHECK (revision >= 0),
  numerator numeric NOT NULL,
  denominator numeric NOT NULL,
  -- What was decided of the period when, since the breach was detected.
  decisions text NOT NULL,
  cause_category text COLLATE "C" CHECK (cause_category IN
    ('own-service', 'upstream', 'customer', 'third-party', 'force-majeure', 'measurement', 'other')),
  cause_text text,
  cause_recorded_by text,
  cause_recorded_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT breach_once UNIQUE (tenant_id, commitment_id, period),
  CONSTRAINT breach_period CHECK (period_end > period_start),
  CONSTRAINT breach_cause CHECK (num_nulls(cause_category, cause_recorded_by, cause_recorded_at)
    IN (0, 3)),
  FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  FOREIGN KEY (tenant_id, agreement_version_id) REFERENCES agreement_version (tenant_id, id),
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitment (tenant_id, id)
);
SELECT enforce_tenancy('breach');
CREATE INDEX breach_of_agreement ON breach (tenant_id, agreement_id, id);
CREATE INDEX breach_of_commitment ON breach (tenant_id, lineage_id, id);
CREATE INDEX breach_of_wording ON breach (tenant_id, commitment_id, id);
CREATE INDEX breach_by_status ON breach (tenant_id, status, id);
CREATE INDEX breach_by_start ON breach (tenant_id, period_start, id);
CREATE INDEX breach_by_cause ON breach (tenant_id, cause_category, id);
CREATE INDEX breach_by_creation ON breach (tenant_id, created_at, id);
CREATE INDEX breach_by_update ON breach (tenant_id, updated_at, id);
