-- Whether an invited person has finished follows from the invitation, for named and for anonymous
-- surveys alike.
ALTER TABLE survey_link DROP COLUMN spent;
