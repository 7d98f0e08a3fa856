-- The touchpoint and the offering that answers are about: those of the interaction that set an invitation off, or
-- those that a link or a submission names.
ALTER TABLE campaign_occasion ADD COLUMN touchpoint_id uuid;
ALTER TABLE campaign_occasion ADD COLUMN offering_id uuid;
ALTER TABLE survey_link ADD COLUMN touchpoint_id uuid;
ALTER TABLE survey_link ADD COLUMN offering_id uuid;
ALTER TABLE response ADD COLUMN touchpoint_id uuid;
ALTER TABLE response ADD COLUMN offering_id uuid;
CREATE INDEX response_touchpoint ON response (tenant_id, touchpoint_id, id) WHERE touchpoint_id IS NOT NULL;

-- What was set off by the interactions of one touchpoint alone was about it.
UPDATE invitation i
SET attributes = (i.attributes::jsonb || jsonb_build_object('touchpointId', c.touchpoint))::text
FROM (
  SELECT tenant_id, id, plan::jsonb #>> '{trigger,touchpointIds,0}' AS touchpoint FROM campaign
  WHERE jsonb_array_length(coalesce(plan::jsonb #> '{trigger,touchpointIds}', '[]')) = 1
    AND coalesce(plan::jsonb #>> '{trigger,caseClosed}', 'false') = 'false') c
WHERE (i.tenant_id, i.campaign_id) = (c.tenant_id, c.id) AND i.occasion_id IS NOT NULL;
UPDATE response r SET touchpoint_id = (i.attributes::jsonb ->> 'touchpointId')::uuid
FROM invitation i
WHERE (i.tenant_id, i.id) = (r.tenant_id, r.invitation_id) AND i.attributes::jsonb ? 'touchpointId';

-- Counts are kept by questions, days, campaigns, channels, touchpoints and offerings as well: all are folded anew.
DELETE FROM answer_fold;
INSERT INTO response_tail (tenant_id, survey_id, response_id)
SELECT tenant_id, survey_id, id FROM response WHERE status IN ('completed', 'amended')
ON CONFLICT DO NOTHING;
