-- What open answers or feedback are to be grouped into themes.
CREATE TABLE theme_analysis (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  source text COLLATE "C" NOT NULL CHECK (source IN ('responses', 'feedback')),
  survey_id uuid,
  -- As JSON: read and written whole, never queried into.
  selection text NOT NULL,
  language text COLLATE "C" NOT NULL,
  anonymity_threshold integer NOT NULL CHECK (anonymity_threshold BETWEEN 0 AND 1000),
  status text COLLATE "C" NOT NULL CHECK (status IN ('queued', 'done', 'failed')),
  computed_at timestamptz,
  texts bigint CHECK (texts >= 0),
  -- As JSON: the questions whose answers were looked at then.
  questions text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id),
  CHECK ((source = 'responses') <= (survey_id IS NOT NULL))
);
CREATE INDEX theme_analysis_name ON theme_analysis (tenant_id, name, id);
CREATE INDEX theme_analysis_source ON theme_analysis (tenant_id, source, id);
CREATE INDEX theme_analysis_survey ON theme_analysis (tenant_id, survey_id, id);
CREATE INDEX theme_analysis_status ON theme_analysis (tenant_id, status, id);
CREATE INDEX theme_analysis_created_at ON theme_analysis (tenant_id, created_at, id);
SELECT enforce_tenancy('theme_analysis');

-- Which analyses are to be computed, for the workers of all tenants.
CREATE TABLE theme_job (
  tenant_id text COLLATE "C" NOT NULL,
  analysis_id uuid NOT NULL,
  test boolean NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  -- Rises with each lease: a worker that was given up can change nothing any more.
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, analysis_id),
  FOREIGN KEY (tenant_id, analysis_id) REFERENCES theme_analysis (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX theme_job_queue ON theme_job (due_at);
SELECT enforce_tenancy('theme_job');
SELECT open_to_jobs('theme_job', 'SELECT, UPDATE');

-- What many speak of. What a person did to a theme stays when it is computed again.
CREATE TABLE theme (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  analysis_id uuid NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  language text COLLATE "C" NOT NULL,
  -- As JSON: read and written whole, never queried into.
  terms text NOT NULL,
  renamed boolean NOT NULL,
  pinned boolean NOT NULL,
  merged_into_theme_id uuid,
  -- How many texts speak of it; no client sees one below the threshold.
  mentions bigint NOT NULL CHECK (mentions >= 0),
  -- As JSON: count, sum and sum of squares of the scores with and without it.
  scores text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, analysis_id) REFERENCES theme_analysis (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, merged_into_theme_id) REFERENCES theme (tenant_id, id)
    ON DELETE SET NULL (merged_into_theme_id)
);
CREATE INDEX theme_of_analysis ON theme (tenant_id, analysis_id, id);
CREATE INDEX theme_name ON theme (tenant_id, name, id);
CREATE INDEX theme_language ON theme (tenant_id, language, id);
CREATE INDEX theme_pinned ON theme (tenant_id, pinned, id);
CREATE INDEX theme_merged_into ON theme (tenant_id, merged_into_theme_id, id);
CREATE INDEX theme_created_at ON theme (tenant_id, created_at, id);
SELECT enforce_tenancy('theme');

-- Which texts show best what a theme is about. The words stay where they were said, so that they go
-- from here as well when they are erased there.
CREATE TABLE theme_example (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  theme_id uuid NOT NULL,
  place integer NOT NULL,
  response_id uuid,
  feedback_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, theme_id) REFERENCES theme (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, response_id) REFERENCES response (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, feedback_id) REFERENCES feedback (tenant_id, id) ON DELETE CASCADE,
  CHECK (num_nonnulls(response_id, feedback_id) = 1)
);
CREATE INDEX theme_example_of_theme ON theme_example (tenant_id, theme_id, place);
CREATE INDEX theme_example_response ON theme_example (tenant_id, response_id)
  WHERE response_id IS NOT NULL;
CREATE INDEX theme_example_feedback ON theme_example (tenant_id, feedback_id)
  WHERE feedback_id IS NOT NULL;
SELECT enforce_tenancy('theme_example');
