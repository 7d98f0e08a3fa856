-- Measurements lie in partitions by month of "at", the time that each is filed under: when it was due,
-- else started, else completed. What asks about a period by due date reads the months of that period and
-- no others: due_at, where there is one, is "at".
DROP VIEW unmatched_measurement;
ALTER TABLE measurement RENAME TO measurement_before;
ALTER TABLE measurement_before RENAME CONSTRAINT measurement_pkey TO measurement_before_pkey;
ALTER TABLE measurement_before RENAME CONSTRAINT measurement_source_unique TO measurement_before_source;
DROP INDEX measurement_by_due, measurement_by_start, measurement_by_completion, measurement_of_metric,
  measurement_of_customer, measurement_of_source, measurement_by_due_date, measurement_by_creation;

CREATE TABLE measurement (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- When it was recorded as it is now; what was recorded before is in measurement_history.
  recorded_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
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
  -- No foreign key to metric, which would be looked up for each row: who records locks the metrics of a
  -- batch, and who removes or changes a metric locks it and looks for measurements.
  PRIMARY KEY (tenant_id, id, at),
  CONSTRAINT measurement_outcome CHECK (num_nonnulls(value, good) + unknown::int <= 1),
  CONSTRAINT measurement_filed CHECK (at = COALESCE(due_at, started_at, completed_at))
) PARTITION BY RANGE (at);
SELECT enforce_tenancy('measurement');
-- Each index costs every row that is recorded: these are what periods, lists and erasure need.
CREATE INDEX measurement_of_metric ON measurement (tenant_id, metric_id, at);
CREATE INDEX measurement_by_start ON measurement (tenant_id, metric_id, placed_by_start)
  WHERE placed_by_start IS NOT NULL;
CREATE INDEX measurement_by_completion ON measurement (tenant_id, metric_id, placed_by_completion)
  WHERE placed_by_completion IS NOT NULL;
CREATE INDEX measurement_of_customer ON measurement (tenant_id, customer_id, id)
  WHERE customer_id IS NOT NULL;

-- A source reports each thing once, whichever month it is filed under.
CREATE TABLE measurement_key (
  tenant_id text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  measurement_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, source, source_id)
);
SELECT enforce_tenancy('measurement_key');

-- What was recorded before a correction, a retraction, or the outcome of what was open. As of an
-- instant a measurement was what had recorded_at <= instant < superseded_at here, or else is what it is.
CREATE TABLE measurement_history (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
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
  placed_by_start timestamptz GENERATED ALWAYS AS
    (COALESCE(started_at, CASE WHEN NOT unknown AND good IS NULL AND value IS NULL
      AND completed_at IS NULL THEN due_at END)) STORED,
  placed_by_completion timestamptz GENERATED ALWAYS AS
    (COALESCE(completed_at, CASE WHEN NOT unknown AND good IS NULL AND value IS NULL
      THEN due_at END)) STORED,
  superseded_at timestamptz NOT NULL,
  -- Null where the source completed what it had reported as open.
  correction_id uuid,
  PRIMARY KEY (tenant_id, id, version)
);
SELECT enforce_tenancy('measurement_history');
CREATE INDEX measurement_history_of_metric ON measurement_history (tenant_id, metric_id, at);
CREATE INDEX measurement_history_by_start ON measurement_history (tenant_id, metric_id, placed_by_start)
  WHERE placed_by_start IS NOT NULL;
CREATE INDEX measurement_history_by_completion
  ON measurement_history (tenant_id, metric_id, placed_by_completion)
  WHERE placed_by_completion IS NOT NULL;
CREATE INDEX measurement_history_of_customer ON measurement_history (tenant_id, customer_id, id)
  WHERE customer_id IS NOT NULL;

-- Makes the partitions from one time to another, and one for all that was before 1990. Runs as the owner,
-- since a role that owns nothing cannot make partitions. They carry no policy and no grants: rows are
-- reached through measurement, whose policy binds there, or not at all. One is attached ready-made, which
-- keeps nobody from reading or recording meanwhile.
CREATE FUNCTION ensure_measurement_partitions(earliest timestamptz, latest timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  oldest CONSTANT timestamptz := '1990-01-01T00:00:00Z';
  month timestamptz := greatest(date_trunc('month', earliest), oldest);
  following timestamptz;
  name text;
BEGIN
  IF earliest > latest OR latest > now() + interval '11 years' THEN
    RAISE EXCEPTION 'No partitions from % to %', earliest, latest USING ERRCODE = 'check_violation';
  END IF;
  -- Two that make the same one would meet on its name.
  PERFORM pg_advisory_xact_lock(hashtext('ensure_measurement_partitions'));
  IF earliest < oldest AND to_regclass('measurement_before_1990') IS NULL THEN
    EXECUTE 'CREATE TABLE measurement_before_1990 (LIKE measurement INCLUDING ALL)';
    EXECUTE 'ALTER TABLE measurement_before_1990 ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY';
    EXECUTE format('ALTER TABLE measurement ATTACH PARTITION measurement_before_1990
      FOR VALUES FROM (MINVALUE) TO (%L)', oldest);
  END IF;
  WHILE month <= latest LOOP
    following := month + interval '1 month';
    name := 'measurement_' || to_char(month, 'YYYY_MM');
    IF to_regclass(name) IS NULL THEN
      EXECUTE format('CREATE TABLE %I (LIKE measurement INCLUDING ALL)', name);
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
      EXECUTE format('ALTER TABLE measurement ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        name, month, following);
    END IF;
    month := following;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION ensure_measurement_partitions(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ensure_measurement_partitions(timestamptz, timestamptz) TO "${app}";

SELECT ensure_measurement_partitions(now() - interval '6 months', now() + interval '3 months');
SELECT ensure_measurement_partitions(month, month) FROM (
  SELECT DISTINCT date_trunc('month', COALESCE(due_at, started_at, completed_at)) AS month
  FROM measurement_before) filed;

INSERT INTO measurement (tenant_id, id, version, created_at, updated_at, recorded_at, at, source, source_id,
  metric_id, entity_type, entity_reference, customer_id, offering_id, dimensions, due_at, started_at,
  completed_at, value, good, unknown)
SELECT tenant_id, id, version, created_at, updated_at, updated_at, COALESCE(due_at, started_at, completed_at),
  source, source_id, metric_id, entity_type, entity_reference, customer_id, offering_id, dimensions, due_at,
  started_at, completed_at, value, good, unknown
FROM measurement_before;
INSERT INTO measurement_key (tenant_id, source, source_id, measurement_id, at)
SELECT tenant_id, source, source_id, id, at FROM measurement;
DROP TABLE measurement_before;

-- What no agreement that is or was in force counts, as before.
CREATE VIEW unmatched_measurement WITH (security_invoker = true) AS
  WITH unmatched AS MATERIALIZED (
    SELECT m.tenant_id, m.id
    FROM measurement m
    WHERE NOT EXISTS (
      SELECT 1
      FROM (
        SELECT DISTINCT
          c.tenant_id,
          c.metric_id,
          customer.id AS customer_id,
          coalesce(c.selector_entity_type, c.entity_type) AS entity_type,
          c.selector_offering_ids AS offering_ids,
          c.selector_dimensions AS dimensions,
          c.period_by,
          v.term_start::timestamp AT TIME ZONE v.time_zone AS starts,
          least(v.term_end::timestamp AT TIME ZONE v.time_zone, a.terminated_at) AS ends
        FROM commitment c
        JOIN agreement_version v ON v.tenant_id = c.tenant_id AND v.id = c.version_id
        JOIN agreement a ON a.tenant_id = v.tenant_id AND a.id = v.agreement_id
        CROSS JOIN LATERAL
          unnest(coalesce(c.selector_customer_ids, a.customer_id || v.covered_user_ids))
            AS customer (id)
        WHERE v.effective_at IS NOT NULL
      ) rule
      WHERE rule.tenant_id = m.tenant_id
        AND rule.metric_id = m.metric_id
        AND rule.customer_id = m.customer_id
        AND rule.entity_type = m.entity_type
        AND (rule.offering_ids IS NULL OR m.offering_id = ANY (rule.offering_ids))
        AND (rule.dimensions IS NULL OR m.dimensions @> rule.dimensions)
        AND CASE rule.period_by
          WHEN 'due' THEN m.due_at
          WHEN 'started' THEN m.placed_by_start
          ELSE m.placed_by_completion END >= rule.starts
        AND (rule.ends IS NULL OR CASE rule.period_by
          WHEN 'due' THEN m.due_at
          WHEN 'started' THEN m.placed_by_start
          ELSE m.placed_by_completion END < rule.ends))
  )
  SELECT tenant_id, id FROM unmatched;
GRANT SELECT ON unmatched_measurement TO "${app}";

-- What is recorded many rows at once is first copied into a temporary table.
DO $$ BEGIN
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO %I', current_database(), '${app}');
END $$;
