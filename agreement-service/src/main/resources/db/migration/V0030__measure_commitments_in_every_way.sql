-- Metrics of every type, and what a commitment says about how it is measured.
ALTER TABLE metric DROP CONSTRAINT metric_type_check;
ALTER TABLE metric ADD CONSTRAINT metric_type_check CHECK (type IN (
  'ratio', 'time-ratio', 'threshold-share', 'percentile', 'mean', 'sum', 'count', 'duration',
  'survey-score'));
ALTER TABLE metric DROP CONSTRAINT metric_values_have_a_unit;
ALTER TABLE metric ADD CONSTRAINT metric_values_have_a_unit CHECK (
  type NOT IN ('threshold-share', 'percentile', 'mean', 'sum', 'duration') OR unit IS NOT NULL);
ALTER TABLE metric ADD COLUMN phase text COLLATE "C" CHECK (phase IN ('response', 'resolution'));
ALTER TABLE metric ADD CONSTRAINT metric_phase CHECK (phase IS NULL OR type = 'duration');

CREATE TABLE calendar (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL,
  time_zone text NOT NULL,
  -- Read and written whole: weekly hours, whose holidays, days that are not like their weekday.
  hours text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT calendar_name_unique UNIQUE (tenant_id, name)
);
SELECT enforce_tenancy('calendar');
CREATE INDEX calendar_by_name ON calendar (tenant_id, name, id);
CREATE INDEX calendar_by_creation ON calendar (tenant_id, created_at, id);
CREATE INDEX calendar_by_update ON calendar (tenant_id, updated_at, id);

-- Targets of means, sums, counts, durations and scores are in the unit of their metric.
ALTER TABLE commitment DROP CONSTRAINT commitment_target_value_check;
ALTER TABLE commitment
  ADD COLUMN percentile numeric CHECK (percentile > 0 AND percentile <= 1),
  ADD COLUMN warning numeric,
  ADD COLUMN tolerance numeric CHECK (tolerance >= 0),
  -- The calendar month where nothing else is said.
  ADD COLUMN counting_window text NOT NULL DEFAULT '{"kind":"calendar","unit":"month"}',
  ADD COLUMN calendar_id uuid,
  ADD COLUMN counted_hours text NOT NULL DEFAULT 'elapsed'
    CHECK (counted_hours IN ('elapsed', 'nominal')),
  ADD COLUMN budgeting text NOT NULL DEFAULT '{"method":"occurrences"}',
  ADD COLUMN grace_time text NOT NULL DEFAULT 'P3D',
  ADD COLUMN minimum_events int NOT NULL DEFAULT 0 CHECK (minimum_events >= 0),
  ADD COLUMN importance text COLLATE "C" NOT NULL DEFAULT 'medium'
    CHECK (importance IN ('low', 'medium', 'high', 'critical')),
  ADD COLUMN qualifying_condition text,
  ADD COLUMN credits text,
  ADD COLUMN survey text,
  ADD CONSTRAINT commitment_calendar FOREIGN KEY (tenant_id, calendar_id)
    REFERENCES calendar (tenant_id, id);
CREATE INDEX commitment_by_calendar ON commitment (tenant_id, calendar_id)
  WHERE calendar_id IS NOT NULL;
