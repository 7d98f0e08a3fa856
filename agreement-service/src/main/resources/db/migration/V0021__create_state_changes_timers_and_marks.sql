-- In which state something is from a time on: what shares of time are measured by.
CREATE TABLE state_change (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  source text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  metric_id uuid NOT NULL,
  entity_type text COLLATE "C" NOT NULL,
  entity_reference text COLLATE "C" NOT NULL,
  customer_id uuid,
  offering_id uuid,
  dimensions jsonb NOT NULL,
  at timestamptz NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('good', 'bad', 'unknown')),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT state_change_source_unique UNIQUE (tenant_id, source, source_id),
  CONSTRAINT state_change_metric FOREIGN KEY (tenant_id, metric_id) REFERENCES metric (tenant_id, id)
);
SELECT enforce_tenancy('state_change');
CREATE INDEX state_change_of_metric ON state_change (tenant_id, metric_id, at);
-- The state that something carries into a period is its last one before.
CREATE INDEX state_change_of_entity
  ON state_change (tenant_id, metric_id, entity_type, entity_reference, at);
CREATE INDEX state_change_of_customer ON state_change (tenant_id, customer_id, id)
  WHERE customer_id IS NOT NULL;

CREATE TABLE state_change_history (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  source text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  metric_id uuid NOT NULL,
  entity_type text COLLATE "C" NOT NULL,
  entity_reference text COLLATE "C" NOT NULL,
  customer_id uuid,
  offering_id uuid,
  dimensions jsonb NOT NULL,
  at timestamptz NOT NULL,
  state text COLLATE "C" NOT NULL,
  superseded_at timestamptz NOT NULL,
  correction_id uuid,
  PRIMARY KEY (tenant_id, id, version)
);
SELECT enforce_tenancy('state_change_history');
CREATE INDEX state_change_history_of_metric ON state_change_history (tenant_id, metric_id, at);
CREATE INDEX state_change_history_of_customer ON state_change_history (tenant_id, customer_id, id)
  WHERE customer_id IS NOT NULL;

-- A timer of one thing under one metric: what response and resolution times are measured by.
CREATE TABLE timer_event (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  source text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  metric_id uuid NOT NULL,
  entity_type text COLLATE "C" NOT NULL,
  entity_reference text COLLATE "C" NOT NULL,
  customer_id uuid,
  offering_id uuid,
  dimensions jsonb NOT NULL,
  at timestamptz NOT NULL,
  action text COLLATE "C" NOT NULL CHECK (action IN ('start', 'pause', 'resume', 'stop')),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT timer_event_source_unique UNIQUE (tenant_id, source, source_id),
  CONSTRAINT timer_event_metric FOREIGN KEY (tenant_id, metric_id) REFERENCES metric (tenant_id, id)
);
SELECT enforce_tenancy('timer_event');
CREATE INDEX timer_event_of_metric ON timer_event (tenant_id, metric_id, at);
CREATE INDEX timer_event_of_entity
  ON timer_event (tenant_id, metric_id, entity_type, entity_reference, at);
CREATE INDEX timer_event_of_customer ON timer_event (tenant_id, customer_id, id)
  WHERE customer_id IS NOT NULL;

CREATE TABLE timer_event_history (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  source text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  metric_id uuid NOT NULL,
  entity_type text COLLATE "C" NOT NULL,
  entity_reference text COLLATE "C" NOT NULL,
  customer_id uuid,
  offering_id uuid,
  dimensions jsonb NOT NULL,
  at timestamptz NOT NULL,
  action text COLLATE "C" NOT NULL,
  superseded_at timestamptz NOT NULL,
  correction_id uuid,
  PRIMARY KEY (tenant_id, id, version)
);
SELECT enforce_tenancy('timer_event_history');
CREATE INDEX timer_event_history_of_metric ON timer_event_history (tenant_id, metric_id, at);
CREATE INDEX timer_event_history_of_customer ON timer_event_history (tenant_id, customer_id, id)
  WHERE customer_id IS NOT NULL;

-- What has changed of a metric and is not counted anew yet: all times between the two may be touched.
-- Whoever counts anew takes all marks of a metric at once.
CREATE TABLE period_mark (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  metric_id uuid NOT NULL,
  earliest timestamptz NOT NULL,
  latest timestamptz NOT NULL,
  -- Whether the tenant is a test tenant.
  test boolean NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT period_mark_span CHECK (earliest <= latest)
);
SELECT enforce_tenancy('period_mark');
SELECT open_to_jobs('period_mark', 'SELECT');
CREATE INDEX period_mark_of_metric ON period_mark (tenant_id, metric_id);
CREATE INDEX period_mark_by_age ON period_mark (created_at);
