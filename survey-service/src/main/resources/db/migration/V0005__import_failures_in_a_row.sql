-- How often in a row an import broke off without having got on: what ends it, while the number of
-- the attempt only tells its workers apart.
ALTER TABLE survey_import_job ADD COLUMN failures integer NOT NULL DEFAULT 0;
