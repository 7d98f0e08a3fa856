-- An erasure looks for what names somebody: by the resource that was changed, whatever its type is,
-- and by the ids that details and stored answers speak of.
DROP INDEX audit_entry_of_resource;
CREATE INDEX audit_entry_of_resource ON audit_entry (tenant_id, resource_id, id);

-- Dear, so that an index of its values is always preferred to working them out.
CREATE FUNCTION named_ids(told text) RETURNS uuid[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
RETURN (
  SELECT coalesce(array_agg(DISTINCT found.hit[1]::uuid), '{}')
  FROM regexp_matches(told, '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}', 'g') AS found (hit));

CREATE INDEX audit_detail_named ON audit_detail USING gin (named_ids(detail::text));

-- Digests of the ids that an answer, its address and its request's name; null where there are none,
-- and nobody can tell whom the answer is about.
ALTER TABLE idempotent_answer ADD COLUMN named bigint[];
CREATE INDEX idempotent_answer_named ON idempotent_answer USING gin (named);
CREATE INDEX idempotent_answer_unnamed ON idempotent_answer (tenant_id) WHERE named IS NULL;

-- Row-level security would keep these indexes from being used, hence the owner's rights and the
-- tenant said outright.
CREATE FUNCTION erase_audit_details(resources uuid[], named uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan
AS $$
  DELETE FROM audit_detail d USING audit_entry e
  WHERE e.tenant_id = current_setting('app.tenant') AND e.resource_id = ANY (resources)
    AND d.tenant_id = e.tenant_id AND d.audit_id = e.id;
  DELETE FROM audit_detail d
  WHERE d.tenant_id = current_setting('app.tenant') AND named_ids(d.detail::text) && named;
$$;
REVOKE ALL ON FUNCTION erase_audit_details(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_audit_details(uuid[], uuid[]) TO "${app}";

CREATE FUNCTION forget_answers_naming(digests bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan
AS $$
  DELETE FROM idempotent_answer a
  WHERE a.tenant_id = current_setting('app.tenant') AND a.named && digests;
  DELETE FROM idempotent_answer a
  WHERE a.tenant_id = current_setting('app.tenant') AND a.named IS NULL;
$$;
REVOKE ALL ON FUNCTION forget_answers_naming(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_answers_naming(bigint[]) TO "${app}";
