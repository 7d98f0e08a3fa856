-- Counts are kept by questions with several answers as well: surveys with such questions are folded anew.
DELETE FROM answer_fold WHERE (tenant_id, survey_id) IN (
  SELECT tenant_id, survey_id FROM survey_version WHERE definition LIKE '%"multiple-choice"%');
INSERT INTO response_tail (tenant_id, survey_id, response_id)
SELECT tenant_id, survey_id, id FROM response
WHERE status IN ('completed', 'amended') AND (tenant_id, survey_id) IN (
  SELECT tenant_id, survey_id FROM survey_version WHERE definition LIKE '%"multiple-choice"%')
ON CONFLICT DO NOTHING;
