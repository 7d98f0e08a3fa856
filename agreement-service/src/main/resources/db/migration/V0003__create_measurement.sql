-- One promised thing and what came of it, as its source reported it.
CREATE TABLE measurement (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  source text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  metric_id uuid NOT NULL,
  entity_type text COLLATE "C" NOT NULL,
  entity_reference text COLLATE "C" NOT NULL,
  customer_id uuid,
  offering_id uuid,
  dimensions jsonb NOT NULL,
  due_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  value numeric,
  good boolean,
  unknown boolean NOT NULL,
  open boolean NOT NULL GENERATED ALWAYS AS
    (NOT unknown AND good IS NULL AND value IS NULL AND completed_at IS NULL) STORED,
  -- Where it counts under each periodBy; what is open and lacks that time counts where it was due.
  placed_by_start timestamptz GENERATED ALWAYS AS
    (COALESCE(started_at, CASE WHEN NOT unknown AND good IS NULL AND value IS NULL
      AND completed_at IS NULL THEN due_at END)) STORED,
  placed_by_completion timestamptz GENERATED ALWAYS AS
    (COALESCE(completed_at, CASE WHEN NOT unknown AND good IS NULL AND value IS NULL
      THEN due_at END)) STORED,
  PRIMARY KEY (tenant_id, id),
  -- A source reports each thing once; sending it again changes nothing.
  CONSTRAINT measurement_source_unique UNIQUE (tenant_id, source, source_id),
  CONSTRAINT measurement_metric FOREIGN KEY (tenant_id, metric_id) REFERENCES metric (tenant_id, id),
  CONSTRAINT measurement_outcome CHECK (num_nonnulls(value, good) + unknown::int <= 1),
  CONSTRAINT measurement_placeable CHECK (num_nonnulls(due_at, started_at, completed_at) > 0)
);
SELECT enforce_tenancy('measurement');
CREATE INDEX measurement_by_due ON measurement (tenant_id, metric_id, due_at);
CREATE INDEX measurement_by_start ON measurement (tenant_id, metric_id, placed_by_start);
CREATE INDEX measurement_by_completion ON measurement (tenant_id, metric_id, placed_by_completion);
CREATE INDEX measurement_of_metric ON measurement (tenant_id, metric_id, id);
CREATE INDEX measurement_of_customer ON measurement (tenant_id, customer_id, id);
CREATE INDEX measurement_of_source ON measurement (tenant_id, source, id);
CREATE INDEX measurement_by_due_date ON measurement (tenant_id, due_at, id);
CREATE INDEX measurement_by_creation ON measurement (tenant_id, created_at, id);


-- Whether any agreement that is or was in force counts a measurement. The months of an agreement are
-- counted elsewhere by the same rules; this lists what no agreement looks at.
CREATE FUNCTION measurement_is_counted(target uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1
    FROM measurement m
    JOIN commitment c ON c.tenant_id = m.tenant_id AND c.metric_id = m.metric_id
    JOIN agreement_version v ON v.tenant_id = c.tenant_id AND v.id = c.version_id
    JOIN agreement a ON a.tenant_id = v.tenant_id AND a.id = v.agreement_id
    CROSS JOIN LATERAL (
      SELECT CASE c.period_by
        WHEN 'due' THEN m.due_at
        WHEN 'started' THEN m.placed_by_start
        ELSE m.placed_by_completion END AS at) placed
    WHERE m.id = target
      AND v.effective_at IS NOT NULL
      AND m.entity_type = coalesce(c.selector_entity_type, c.entity_type)
      AND m.customer_id = ANY (coalesce(c.selector_customer_ids, a.customer_id || v.covered_user_ids))
      AND (c.selector_offering_ids IS NULL OR m.offering_id = ANY (c.selector_offering_ids))
      AND (c.selector_dimensions IS NULL OR m.dimensions @> c.selector_dimensions)
      AND placed.at >= v.term_start::timestamp AT TIME ZONE v.time_zone
      AND (v.term_end IS NULL OR placed.at < v.term_end::timestamp AT TIME ZONE v.time_zone)
      AND (a.terminated_at IS NULL OR placed.at < a.terminated_at))
$$;
