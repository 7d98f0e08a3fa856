-- A case that is closed is an occasion of a campaign: the invitation knows its case, and not the
-- other way round.
ALTER TABLE survey_case DROP COLUMN recovery_invitation_id;
