-- What no commitment of an agreement that is or was in force counts, as a list that is read from its
-- place on: each measurement by itself is held against the rules, which are worked out once.
--
-- A commitment counts from when its wording takes effect until another takes its place or the agreement
-- ends, less the time in which the agreement was suspended; and what its selector and its qualifying
-- condition name. DISTINCT, since later versions of an agreement mostly repeat the rules of earlier ones,
-- and since it keeps the planner from working the rules out anew for each measurement.
CREATE VIEW commitment_rule WITH (security_invoker = true) AS
  SELECT DISTINCT
    c.tenant_id,
    c.metric_id,
    customer.id AS customer_id,
    coalesce(c.selector_entity_type, c.entity_type) AS entity_type,
    c.selector_offering_ids AS offering_ids,
    qualified.offering_ids AS qualified_offering_ids,
    coalesce(c.selector_dimensions, '{}') AS dimensions,
    qualified.dimensions AS qualified_dimensions,
    c.period_by,
    greatest(held.start, counted.start) AS starts,
    least(held.end, counted.end) AS ends
  FROM commitment c
  JOIN agreement_version v ON v.tenant_id = c.tenant_id AND v.id = c.version_id
  JOIN agreement a ON a.tenant_id = v.tenant_id AND a.id = v.agreement_id
  -- least and greatest leave out what is null: no end, or no suspension.
  CROSS JOIN LATERAL (
    SELECT greatest(v.term_start::timestamp AT TIME ZONE v.time_zone, v.effective_from) AS start,
      least(v.term_end::timestamp AT TIME ZONE v.time_zone, v.effective_to, a.terminated_at) AS end
  ) held
  CROSS JOIN LATERAL (
    -- From the beginning, and from the end of each suspension, to the next one.
    SELECT begun.at AS start, (
      SELECT min(s.since) FROM agreement_phase s
      WHERE s.tenant_id = a.tenant_id AND s.agreement_id = a.id AND s.status = 'suspended'
        AND s.since >= begun.at) AS end
    FROM (
      SELECT timestamptz '-infinity' AS at
      UNION ALL
      SELECT p.until FROM (
        SELECT p.status, lead(p.since) OVER (ORDER BY p.since, p.id) AS until
        FROM agreement_phase p
        WHERE p.tenant_id = a.tenant_id AND p.agreement_id = a.id) p
      WHERE p.status = 'suspended' AND p.until IS NOT NULL
    ) begun
  ) counted
  CROSS JOIN LATERAL (
    SELECT c.qualifying_condition::jsonb -> 'selector' AS selector
  ) condition
  CROSS JOIN LATERAL (
    SELECT condition.selector ->> 'entityType' AS entity_type,
      (SELECT array_agg(each.id::uuid) FROM jsonb_array_elements_text(
        nullif(condition.selector -> 'customerIds', 'null')) each (id)) AS customer_ids,
      (SELECT array_agg(each.id::uuid) FROM jsonb_array_elements_text(
        nullif(condition.selector -> 'offeringIds', 'null')) each (id)) AS offering_ids,
      coalesce(nullif(condition.selector -> 'dimensions', 'null'), '{}') AS dimensions
  ) qualified
  CROSS JOIN LATERAL
    unnest(coalesce(c.selector_customer_ids, a.customer_id || v.covered_user_ids)) AS customer (id)
  WHERE v.effective_at IS NOT NULL
    AND coalesce(greatest(held.start, counted.start) < least(held.end, counted.end), true)
    AND coalesce(qualified.entity_type = coalesce(c.selector_entity_type, c.entity_type), true)
    AND coalesce(customer.id = ANY (qualified.customer_ids), true);
GRANT SELECT ON commitment_rule TO "${app}";

CREATE OR REPLACE VIEW unmatched_measurement WITH (security_invoker = true) AS
  SELECT m.tenant_id, m.id, m.version, m.created_at, m.updated_at, m.recorded_at, m.at, m.source,
    m.source_id, m.metric_id, m.entity_type, m.entity_reference, m.customer_id, m.offering_id,
    m.dimensions, m.due_at, m.started_at, m.completed_at, m.value, m.good, m.unknown
  FROM measurement m
  WHERE NOT EXISTS (
    SELECT 1 FROM commitment_rule rule
    WHERE rule.tenant_id = m.tenant_id
      AND rule.metric_id = m.metric_id
      AND rule.customer_id = m.customer_id
      AND rule.entity_type = m.entity_type
      AND (rule.offering_ids IS NULL OR m.offering_id = ANY (rule.offering_ids))
      AND (rule.qualified_offering_ids IS NULL
        OR m.offering_id = ANY (rule.qualified_offering_ids))
      AND m.dimensions @> rule.dimensions
      AND m.dimensions @> rule.qualified_dimensions
      AND CASE rule.period_by
        WHEN 'due' THEN m.due_at
        WHEN 'started' THEN m.placed_by_start
        ELSE m.placed_by_completion END >= rule.starts
      AND (rule.ends IS NULL OR CASE rule.period_by
        WHEN 'due' THEN m.due_at
        WHEN 'started' THEN m.placed_by_start
        ELSE m.placed_by_completion END < rule.ends));
