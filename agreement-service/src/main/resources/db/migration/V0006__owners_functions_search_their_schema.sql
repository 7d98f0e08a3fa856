-- Without pg_temp said last it is searched first: whoever may create temporary tables could have the
-- owner's rights work on a table of theirs.
ALTER FUNCTION redact_agreements(uuid[], timestamptz) SET search_path = public, pg_temp;
