-- Shares of time are counted in microseconds, as fine as every time is stored: in nanoseconds there was
-- room for 292 years of all things together.
UPDATE period_result r SET good = good / 1000, bad = bad / 1000, excluded = excluded / 1000,
  unknown = unknown / 1000
FROM commitment c JOIN metric m ON m.tenant_id = c.tenant_id AND m.id = c.metric_id
WHERE c.tenant_id = r.tenant_id AND c.id = r.commitment_id AND m.type = 'time-ratio'
  AND c.budgeting::jsonb ->> 'method' = 'occurrences';
UPDATE period_revision r SET good = good / 1000, bad = bad / 1000, excluded = excluded / 1000,
  unknown = unknown / 1000
FROM commitment c JOIN metric m ON m.tenant_id = c.tenant_id AND m.id = c.metric_id
WHERE c.tenant_id = r.tenant_id AND c.id = r.commitment_id AND m.type = 'time-ratio'
  AND c.budgeting::jsonb ->> 'method' = 'occurrences';
UPDATE breach b SET numerator = numerator / 1000, denominator = denominator / 1000
FROM commitment c JOIN metric m ON m.tenant_id = c.tenant_id AND m.id = c.metric_id
WHERE c.tenant_id = b.tenant_id AND c.id = b.commitment_id AND m.type = 'time-ratio'
  AND c.budgeting::jsonb ->> 'method' = 'occurrences';
UPDATE service_credit s SET numerator = numerator / 1000, denominator = denominator / 1000
FROM commitment c JOIN metric m ON m.tenant_id = c.tenant_id AND m.id = c.metric_id
WHERE c.tenant_id = s.tenant_id AND c.id = s.commitment_id AND m.type = 'time-ratio'
  AND c.budgeting::jsonb ->> 'method' = 'occurrences';
