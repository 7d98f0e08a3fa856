-- Makes the keys of what is staged, for one kind of report, and says how many are new. Nearly always all
-- are: so they are inserted plainly first, which costs half of what it costs to be ready for a key that
-- is known. The error of the attempt is caught here, where it leaves no trace in a log.
--
-- In the order of keys: batches that overlap wait for each other at most, never in a circle.
CREATE FUNCTION take_report_keys(kind text) RETURNS bigint
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  statement text := format(
    'INSERT INTO %I (tenant_id, source, source_id, %I, at)
     SELECT (SELECT current_setting(''app.tenant'')), source, source_id, id, at
     FROM pg_temp.report_stage ORDER BY source, source_id, n', kind || '_key', kind || '_id');
  taken bigint;
BEGIN
  BEGIN
    EXECUTE statement;
  EXCEPTION WHEN unique_violation THEN
    EXECUTE statement || ' ON CONFLICT DO NOTHING';
  END;
  GET DIAGNOSTICS taken = ROW_COUNT;
  RETURN taken;
END $$;
REVOKE ALL ON FUNCTION take_report_keys(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_report_keys(text) TO "${app}";
