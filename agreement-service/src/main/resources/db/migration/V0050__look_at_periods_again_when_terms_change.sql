-- Who puts a wording in force says so, and knows whether its tenant is a test tenant.
DROP TRIGGER begin_periods ON agreement_version;
DROP FUNCTION begin_periods();

ALTER TABLE period_due
  -- Before it every period that is over was counted since it ended.
  ADD COLUMN drafted_until timestamptz NOT NULL DEFAULT '-infinity',
  -- Terms have changed: what was counted of periods from there on is to be looked at again. Null for
  -- nothing to look at.
  ADD COLUMN review_from timestamptz;

-- Everything once: work of suspended agreements was let go of, and nothing was looked at again.
UPDATE period_due SET due_at = '-infinity', review_from = '-infinity';
INSERT INTO period_due (tenant_id, commitment_id, test, due_at, leased_until, attempt, review_from)
SELECT c.tenant_id, c.id, coalesce(e.test, false), '-infinity', '-infinity', 0, '-infinity'
FROM commitment c
JOIN agreement_version v ON v.tenant_id = c.tenant_id AND v.id = c.version_id
LEFT JOIN (SELECT tenant_id, bool_or(test) AS test FROM outbox_event GROUP BY tenant_id) e
  ON e.tenant_id = c.tenant_id
WHERE v.effective_at IS NOT NULL
ON CONFLICT (tenant_id, commitment_id) DO NOTHING;
