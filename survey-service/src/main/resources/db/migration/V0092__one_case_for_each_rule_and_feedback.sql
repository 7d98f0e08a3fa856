-- A rule over feedback opens one case for each feedback, also where two pieces of feedback are about
-- the same response; only a rule over responses opens one for each response.
ALTER TABLE survey_case DROP CONSTRAINT survey_case_tenant_id_rule_id_response_id_key;
CREATE UNIQUE INDEX survey_case_of_rule_and_response
  ON survey_case (tenant_id, rule_id, response_id) WHERE feedback_id IS NULL;
CREATE INDEX survey_case_rule_response ON survey_case (tenant_id, rule_id, response_id);

-- A run that cannot be brought to its end says so.
ALTER TABLE case_rule_run DROP CONSTRAINT case_rule_run_status_check;
ALTER TABLE case_rule_run ADD CONSTRAINT case_rule_run_status_check
  CHECK (status IN ('running', 'completed', 'failed'));
