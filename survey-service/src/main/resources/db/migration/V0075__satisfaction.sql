-- The questions of published versions that ask for a score; the same statement finds them when a
-- version is published.
CREATE TABLE score_question (
  tenant_id text COLLATE "C" NOT NULL,
  survey_version_id uuid NOT NULL,
  link_id text COLLATE "C" NOT NULL,
  score text COLLATE "C" NOT NULL CHECK (score IN ('nps', 'csat', 'ces')),
  top_boxes integer[] NOT NULL,
  PRIMARY KEY (tenant_id, survey_version_id, link_id),
  FOREIGN KEY (tenant_id, survey_version_id) REFERENCES survey_version (tenant_id, id)
    ON DELETE CASCADE
);
CREATE INDEX score_question_score ON score_question (tenant_id, score, survey_version_id);
SELECT enforce_tenancy('score_question');
SELECT open_to_jobs('score_question', 'SELECT');

INSERT INTO score_question (tenant_id, survey_version_id, link_id, score, top_boxes)
SELECT v.tenant_id, v.id, q ->> 'linkId', q ->> 'type',
  ARRAY(SELECT jsonb_array_elements_text(
    CASE jsonb_typeof(q -> 'topBoxes') WHEN 'array' THEN q -> 'topBoxes' ELSE '[]' END)::integer)
FROM survey_version v
CROSS JOIN LATERAL jsonb_path_query(v.definition::jsonb,
  'strict $.** ? (@.type == "nps" || @.type == "csat" || @.type == "ces")') q
WHERE q ? 'linkId'
ON CONFLICT DO NOTHING;

-- Which question tells how far which requirement is met.
CREATE TABLE requirement_measure (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  requirement_id uuid NOT NULL,
  survey_id uuid NOT NULL,
  link_id text COLLATE "C" NOT NULL,
  -- What was told of it last, as JSON, so that what stays the same is not told again.
  reported text,
  reported_at timestamptz,
  -- When to look at it next.
  due_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, requirement_id, survey_id, link_id),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id)
);
CREATE INDEX requirement_measure_requirement ON requirement_measure (tenant_id, requirement_id, id);
CREATE INDEX requirement_measure_survey ON requirement_measure (tenant_id, survey_id, id);
CREATE INDEX requirement_measure_created_at ON requirement_measure (tenant_id, created_at, id);
CREATE INDEX requirement_measure_queue ON requirement_measure (due_at);
SELECT enforce_tenancy('requirement_measure');
SELECT open_to_jobs('requirement_measure', 'SELECT, UPDATE');
REVOKE UPDATE ON requirement_measure FROM "${job}";

-- Scores that have changed significantly from one period of 30 days to the next.
CREATE TABLE score_change (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  found_at timestamptz NOT NULL,
  survey_id uuid NOT NULL,
  link_id text COLLATE "C" NOT NULL,
  score text COLLATE "C" NOT NULL,
  period_from timestamptz NOT NULL,
  period_to timestamptz NOT NULL,
  before_value double precision NOT NULL,
  before_answers bigint NOT NULL,
  after_value double precision NOT NULL,
  after_answers bigint NOT NULL,
  difference_lower double precision NOT NULL,
  difference_upper double precision NOT NULL,
  p_value double precision NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id)
);
CREATE INDEX score_change_survey ON score_change (tenant_id, survey_id, id);
CREATE INDEX score_change_score ON score_change (tenant_id, score, id);
CREATE INDEX score_change_found_at ON score_change (tenant_id, found_at, id);
SELECT enforce_tenancy('score_change');
