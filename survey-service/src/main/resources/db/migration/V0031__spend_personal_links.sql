-- A personal link is answered under once. There is deliberately no time to it.
ALTER TABLE survey_link ADD COLUMN spent boolean NOT NULL DEFAULT false;
