-- Stages that cases went through elsewhere, before they were imported, at an unknown time: whether that was in time is not
-- known either. Here a case goes through no stage without its time.
UPDATE survey_case SET acknowledge_within = NULL, acknowledge_due_at = NULL
WHERE status <> 'received' AND acknowledged_at IS NULL AND acknowledge_in_time IS NULL
  AND acknowledge_within IS NOT NULL;
UPDATE survey_case SET respond_within = NULL, respond_due_at = NULL
WHERE status IN ('responded', 'decision-communicated', 'closed', 'reopened') AND responded_at IS NULL
  AND respond_in_time IS NULL AND respond_within IS NOT NULL;
UPDATE survey_case SET resolve_within = NULL, resolve_due_at = NULL
WHERE status = 'reopened' AND reopened_at IS NULL AND resolve_in_time IS NULL AND resolve_within IS NOT NULL;
