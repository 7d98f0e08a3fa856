-- What is owed for a period: one row for each result of it that makes a difference. Amounts are what
-- a row adds to those before it; below zero, too much was granted by so much.
CREATE TABLE service_credit (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  agreement_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  lineage_id uuid NOT NULL,
  breach_id uuid,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('credit', 'reward')),
  period text COLLATE "C" NOT NULL,
  period_start timestamptz NOT NULL,
  period_end timestamptz NOT NULL,
  revision int NOT NULL CHECK (revision > 0),
  status text COLLATE "C" NOT NULL CHECK (status IN ('proposed', 'claimed', 'approved', 'settled',
    'rejected', 'lapsed', 'superseded', 'overpaid', 'not-due')),
  numerator numeric NOT NULL,
  denominator numeric NOT NULL,
  -- The tier of the result; none where it falls into none any more.
  tier_from numeric,
  tier_below numeric,
  share numeric,
  compensation text,
  base_amount numeric(19, 4) CHECK (base_amount >= 0),
  -- Whether people name the base, since the agreement does not.
  base_named boolean NOT NULL,
  currency text COLLATE "C",
  -- What this commitment gives by itself, before stacking and caps.
  own_amount numeric(19, 4) CHECK (own_amount >= 0),
  -- What this row adds; absent until the base is known, or where it is not about money.
  amount numeric(19, 4),
  claim_by timestamptz,
  claimed_by text,
  claimed_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  settled_by text,
  settled_at timestamptz,
  settlement_reference text,
  note text,
  PRIMARY KEY (tenant_id, id),
  -- Never twice.
  CONSTRAINT service_credit_once UNIQUE (tenant_id, commitment_id, period, kind, revision),
  CONSTRAINT service_credit_money CHECK
    ((currency IS NOT NULL) = (num_nonnulls(base_amount, own_amount, amount) > 0)),
  CONSTRAINT service_credit_approved CHECK (num_nulls(approved_by, approved_at) IN (0, 2)
    AND (approved_at IS NOT NULL OR status NOT IN ('approved', 'settled'))),
  CONSTRAINT service_credit_settled CHECK
    ((settled_at IS NOT NULL) = (status = 'settled') AND num_nulls(settled_by, settled_at) IN (0, 2)),
  FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitment (tenant_id, id),
  FOREIGN KEY (tenant_id, breach_id) REFERENCES breach (tenant_id, id)
);
SELECT enforce_tenancy('service_credit');
CREATE INDEX service_credit_of_agreement ON service_credit (tenant_id, agreement_id, id);
CREATE INDEX service_credit_of_commitment ON service_credit (tenant_id, lineage_id, id);
CREATE INDEX service_credit_of_breach ON service_credit (tenant_id, breach_id, id);
CREATE INDEX service_credit_by_kind ON service_credit (tenant_id, kind, id);
CREATE INDEX service_credit_by_status ON service_credit (tenant_id, status, id);
CREATE INDEX service_credit_by_period ON service_credit (tenant_id, period, id);
CREATE INDEX service_credit_by_start ON service_credit (tenant_id, period_start, id);
CREATE INDEX service_credit_by_claim ON service_credit (tenant_id, claim_by, id);
CREATE INDEX service_credit_by_creation ON service_credit (tenant_id, created_at, id);
CREATE INDEX service_credit_by_update ON service_credit (tenant_id, updated_at, id);

-- Credits that lapse when nobody claims them.
CREATE TABLE service_credit_due (
  tenant_id text COLLATE "C" NOT NULL,
  credit_id uuid NOT NULL,
  test boolean NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  attempt int NOT NULL,
  PRIMARY KEY (tenant_id, credit_id),
  FOREIGN KEY (tenant_id, credit_id) REFERENCES service_credit (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('service_credit_due');
SELECT open_to_jobs('service_credit_due', 'SELECT, UPDATE');
CREATE INDEX service_credit_due_queue ON service_credit_due (due_at);
