-- Whole responses that are not folded yet: results add them to what is. Recording only appends here.
CREATE TABLE response_tail (
  tenant_id text COLLATE "C" NOT NULL,
  survey_id uuid NOT NULL,
  response_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, response_id),
  FOREIGN KEY (tenant_id, response_id) REFERENCES response (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX response_tail_survey ON response_tail (tenant_id, survey_id, response_id);
SELECT enforce_tenancy('response_tail');
SELECT open_to_jobs('response_tail', 'SELECT');

INSERT INTO response_tail (tenant_id, survey_id, response_id)
SELECT tenant_id, survey_id, id FROM response WHERE status IN ('completed', 'amended');

-- What was counted of folded responses, unsplit (split is '') and by each attribute with choices.
-- Rows of one key add up: changes are appended, and gathered into one row now and then. A row
-- without link_id counts respondents.
CREATE TABLE answer_fold (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  survey_id uuid NOT NULL,
  survey_version_id uuid NOT NULL,
  split text COLLATE "C" NOT NULL,
  gathered boolean NOT NULL,
  part_value text,
  part_none text,
  link_id text COLLATE "C",
  value integer,
  option_code text COLLATE "C",
  non_answer text COLLATE "C",
  answers bigint NOT NULL,
  people bigint NOT NULL,
  weights numeric NOT NULL,
  people_squares numeric NOT NULL,
  total numeric,
  squares numeric,
  weighted_total numeric,
  weighted_squares numeric,
  weighted bigint NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, survey_version_id) REFERENCES survey_version (tenant_id, id)
);
CREATE INDEX answer_fold_split ON answer_fold (tenant_id, survey_id, split);
CREATE INDEX answer_fold_survey_version ON answer_fold (tenant_id, survey_version_id);
SELECT enforce_tenancy('answer_fold');

-- Counting by anything else reads the typed answers from an index alone.
ALTER TABLE answer DROP CONSTRAINT answer_pkey;
ALTER TABLE answer ADD PRIMARY KEY (tenant_id, response_id, link_id, ordinal)
  INCLUDE (value, option_code, number, day, truth, non_answer);
