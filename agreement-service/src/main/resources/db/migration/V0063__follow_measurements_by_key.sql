-- What is reported of open measurements is written to each by its key, row by row. In one statement it is
-- the planner's choice which side of a join leads, and of a tenant that it knows nothing about it expects
-- so few rows that it would look at all that are staged for each of them.
CREATE FUNCTION follow_measurements(now timestamptz, numbers int[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  s record;
BEGIN
  FOR s IN
    SELECT staged.*, k.measurement_id AS known, k.at AS filed
    FROM pg_temp.report_stage staged
    CROSS JOIN LATERAL (
      SELECT measurement_id, at FROM measurement_key
      WHERE source = staged.source AND source_id = staged.source_id OFFSET 0) k
    WHERE staged.n = ANY (numbers)
  LOOP
    UPDATE measurement t
    SET version = t.version + 1, updated_at = follow_measurements.now,
      recorded_at = follow_measurements.now, started_at = s.started_at,
      completed_at = s.completed_at, value = s.value, good = s.good, unknown = s.unknown
    WHERE t.id = s.known AND t.at = s.filed;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION follow_measurements(timestamptz, int[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION follow_measurements(timestamptz, int[]) TO "${app}";
