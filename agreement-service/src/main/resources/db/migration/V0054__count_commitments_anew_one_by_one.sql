-- What has changed of a metric is told to its commitments one by one, each of which is counted anew in
-- transactions of its own: one that cannot be counted is tried again later and later, and keeps no other
-- waiting.
ALTER TABLE period_mark
  -- Null for what is not told to the commitments yet.
  ADD COLUMN commitment_id uuid,
  -- What ends before is counted already.
  ADD COLUMN resume_at timestamptz,
  ADD COLUMN due_at timestamptz NOT NULL DEFAULT '-infinity',
  ADD COLUMN attempts int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  ADD CONSTRAINT period_mark_commitment FOREIGN KEY (tenant_id, commitment_id)
    REFERENCES commitment (tenant_id, id) ON DELETE CASCADE;
DROP INDEX period_mark_of_metric;
CREATE INDEX period_mark_of_metric ON period_mark (tenant_id, metric_id, commitment_id);
CREATE INDEX period_mark_of_commitment ON period_mark (tenant_id, commitment_id);

-- Nothing is kept so far ahead: what changes there would not be counted anew.
DELETE FROM period_result WHERE state = 'draft' AND period_start > now() + interval '400 days';
