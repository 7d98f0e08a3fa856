-- What no agreement that is or was in force counts. The months of an agreement are counted elsewhere
-- by the same rules; this lists what no agreement looks at.
--
-- The rules of all agreements are worked out once, a row for each customer that they name, and all
-- measurements are held against them together. DISTINCT, since later versions of an agreement mostly
-- repeat the rules of earlier ones, and since it keeps the planner from working the rules out anew
-- for each measurement. MATERIALIZED, since a page of the list would otherwise ask about each
-- measurement by itself again, in the hope to be full soon, and few are unmatched as a rule.
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
          -- The earlier of the two; null where the agreement is open-ended.
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

DROP FUNCTION measurement_is_counted(uuid);
