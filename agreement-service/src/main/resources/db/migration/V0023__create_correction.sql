-- What was reported wrongly and put right, or taken back. What was recorded before is in the history of
-- its kind, under the version that the correction superseded.
CREATE TABLE correction (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('measurement', 'state-change', 'timer-event')),
  report_id uuid NOT NULL,
  -- Of the report as it is after the correction.
  report_version bigint NOT NULL,
  metric_id uuid NOT NULL,
  customer_id uuid,
  retracted boolean NOT NULL,
  reason text NOT NULL,
  author text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT correction_version_unique UNIQUE (tenant_id, report_id, report_version)
);
SELECT enforce_tenancy('correction');
CREATE INDEX correction_of_report ON correction (tenant_id, report_id, id);
CREATE INDEX correction_of_metric ON correction (tenant_id, metric_id, id);
CREATE INDEX correction_by_kind ON correction (tenant_id, kind, id);
CREATE INDEX correction_by_creation ON correction (tenant_id, created_at, id);
CREATE INDEX correction_of_customer ON correction (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
