-- What a period of a commitment came to, as it was counted last. A read takes it where nothing it rests
-- on has changed since, and counts anew otherwise.
CREATE TABLE period_result (
  tenant_id text COLLATE "C" NOT NULL,
  commitment_id uuid NOT NULL,
  period text COLLATE "C" NOT NULL,
  period_start timestamptz NOT NULL,
  period_end timestamptz NOT NULL,
  good bigint NOT NULL,
  bad bigint NOT NULL,
  excluded bigint NOT NULL,
  unknown bigint NOT NULL,
  not_yet_due bigint NOT NULL,
  value_sum numeric NOT NULL,
  unwarned bigint NOT NULL,
  tolerated bigint NOT NULL,
  next_due_at timestamptz,
  sketch bytea,
  score text,
  -- What it rests on besides rows: the time in which the wording held, exclusions, the calendar.
  basis text NOT NULL,
  computed_at timestamptz NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('draft', 'final')),
  -- 0 for a draft.
  revision int NOT NULL CHECK ((revision = 0) = (state = 'draft')),
  status text COLLATE "C" NOT NULL,
  finalized_at timestamptz,
  PRIMARY KEY (tenant_id, commitment_id, period),
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitment (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('period_result');
CREATE INDEX period_result_by_time ON period_result (tenant_id, commitment_id, period_start);

-- Each final result of a period, and by what it was replaced.
CREATE TABLE period_revision (
  tenant_id text COLLATE "C" NOT NULL,
  commitment_id uuid NOT NULL,
  period text COLLATE "C" NOT NULL,
  revision int NOT NULL CHECK (revision > 0),
  good bigint NOT NULL,
  bad bigint NOT NULL,
  excluded bigint NOT NULL,
  unknown bigint NOT NULL,
  not_yet_due bigint NOT NULL,
  value_sum numeric NOT NULL,
  unwarned bigint NOT NULL,
  tolerated bigint NOT NULL,
  sketch bytea,
  score text,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, commitment_id, period, revision),
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitment (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('period_revision');

-- When a commitment has a period that ends or becomes final.
CREATE TABLE period_due (
  tenant_id text COLLATE "C" NOT NULL,
  commitment_id uuid NOT NULL,
  test boolean NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  attempt int NOT NULL,
  -- Before it every period is final.
  done_until timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (tenant_id, commitment_id),
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitment (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('period_due');
SELECT open_to_jobs('period_due', 'SELECT, UPDATE');
CREATE INDEX period_due_queue ON period_due (due_at);
INSERT INTO period_due (tenant_id, commitment_id, test, due_at, leased_until, attempt)
SELECT c.tenant_id, c.id, false, now(), '-infinity', 0
FROM commitment c
JOIN agreement_version v ON v.tenant_id = c.tenant_id AND v.id = c.version_id
WHERE v.effective_at IS NOT NULL;

-- Whatever puts a version in force: its commitments have periods from then on. Deferred, since its
-- commitments may be written after it.
CREATE FUNCTION begin_periods() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO period_due (tenant_id, commitment_id, test, due_at, leased_until, attempt)
  SELECT c.tenant_id, c.id, false, clock_timestamp(), '-infinity', 0
  FROM commitment c
  WHERE c.tenant_id = NEW.tenant_id AND c.version_id = NEW.id
  ON CONFLICT (tenant_id, commitment_id) DO NOTHING;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER begin_periods AFTER INSERT OR UPDATE ON agreement_version
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.effective_at IS NOT NULL)
  EXECUTE FUNCTION begin_periods();

-- What kind of time an exclusion is, how it comes again, and how it was before it was changed.
ALTER TABLE exclusion
  ADD COLUMN kind text COLLATE "C" NOT NULL DEFAULT 'other'
    CHECK (kind IN ('maintenance', 'force-majeure', 'customer-caused', 'third-party', 'other')),
  ADD COLUMN recurrence text,
  ADD COLUMN recurrence_zone text,
  ADD CONSTRAINT exclusion_recurrence CHECK (recurrence IS NULL OR recurrence_zone IS NOT NULL);
CREATE TABLE exclusion_history (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  agreement_id uuid NOT NULL,
  commitment_ids uuid[] NOT NULL,
  span_start timestamptz NOT NULL,
  span_end timestamptz NOT NULL,
  recurrence text,
  recurrence_zone text,
  approved_at timestamptz,
  -- Since when it was like that, and until when.
  recorded_at timestamptz NOT NULL,
  superseded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id, version),
  FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('exclusion_history');
CREATE INDEX exclusion_history_of_agreement ON exclusion_history (tenant_id, agreement_id, id);
