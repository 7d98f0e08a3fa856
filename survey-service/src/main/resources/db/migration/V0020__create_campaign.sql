CREATE TABLE campaign (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description text CHECK (char_length(description) <= 5000),
  status text COLLATE "C" NOT NULL
    CHECK (status IN ('draft', 'scheduled', 'running', 'finished', 'cancelled')),
  survey_version_id uuid NOT NULL,
  anonymous boolean NOT NULL,
  -- Audience, sample, channels, schedule and trigger as JSON: read and written whole.
  plan text NOT NULL,
  starts_at timestamptz,
  -- Where the work on the audience is, and how far.
  phase text COLLATE "C" NOT NULL
    CHECK (phase IN ('waiting', 'gathering', 'drawing', 'inviting', 'settled')),
  progress text,
  population bigint,
  sample_size bigint,
  failure text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, survey_version_id) REFERENCES survey_version (tenant_id, id)
);
CREATE INDEX campaign_name ON campaign (tenant_id, name, id);
CREATE INDEX campaign_status ON campaign (tenant_id, status, id);
CREATE INDEX campaign_survey_version ON campaign (tenant_id, survey_version_id, id);
CREATE INDEX campaign_created_at ON campaign (tenant_id, created_at, id);
SELECT enforce_tenancy('campaign');

-- The ledger: who was invited, and what became of it. Customers and parties are another service's,
-- and are forgotten here when they are erased there.
CREATE TABLE invitation (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  campaign_id uuid NOT NULL,
  survey_version_id uuid NOT NULL,
  customer_id uuid,
  party_id uuid,
  -- What set it off, such as an interaction: one person may be invited once for each.
  occasion_id uuid,
  channel text COLLATE "C" NOT NULL CHECK (channel IN ('email', 'personal-link', 'api')),
  status text COLLATE "C" NOT NULL CHECK (status IN
    ('offered', 'delivered', 'opened', 'started', 'completed', 'expired', 'failed')),
  anonymous boolean NOT NULL,
  offered_at timestamptz NOT NULL,
  delivered_at timestamptz,
  opened_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  expires_at timestamptz,
  reminded integer NOT NULL,
  -- When the next reminder is due; the days after the offer at which there are reminders.
  remind_at timestamptz,
  reminder_days integer[] NOT NULL,
  -- Roles, segments and organisation as they were when the invitation was made, as JSON.
  attributes text NOT NULL,
  failure text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, campaign_id, party_id, occasion_id, customer_id),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, id),
  FOREIGN KEY (tenant_id, survey_version_id) REFERENCES survey_version (tenant_id, id)
);
CREATE INDEX invitation_campaign ON invitation (tenant_id, campaign_id, id);
CREATE INDEX invitation_survey_version ON invitation (tenant_id, survey_version_id, id);
CREATE INDEX invitation_customer ON invitation (tenant_id, customer_id, id);
CREATE INDEX invitation_party ON invitation (tenant_id, party_id, id);
CREATE INDEX invitation_channel ON invitation (tenant_id, channel, id);
CREATE INDEX invitation_status ON invitation (tenant_id, status, id);
CREATE INDEX invitation_offered_at ON invitation (tenant_id, offered_at, id);
CREATE INDEX invitation_expires_at ON invitation (tenant_id, expires_at, id);
CREATE INDEX invitation_remind_at ON invitation (tenant_id, remind_at, id);
SELECT enforce_tenancy('invitation');

-- How many invitations of a campaign have come how far: kept along, so that no list counts rows.
-- Several rows a campaign, so that those who answer at once do not wait for each other.
CREATE TABLE invitation_tally (
  tenant_id text COLLATE "C" NOT NULL,
  campaign_id uuid NOT NULL,
  shard integer NOT NULL,
  offered bigint NOT NULL DEFAULT 0,
  delivered bigint NOT NULL DEFAULT 0,
  opened bigint NOT NULL DEFAULT 0,
  started bigint NOT NULL DEFAULT 0,
  completed bigint NOT NULL DEFAULT 0,
  expired bigint NOT NULL DEFAULT 0,
  failed bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, campaign_id, shard),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('invitation_tally');

-- Completions of anonymous surveys wait here, without a time, for the batch of the day: so that an
-- invitation cannot be matched with the response that came at the same moment.
CREATE TABLE invitation_completion (
  tenant_id text COLLATE "C" NOT NULL,
  invitation_id uuid NOT NULL,
  due_on date NOT NULL,
  test boolean NOT NULL,
  PRIMARY KEY (tenant_id, invitation_id),
  FOREIGN KEY (tenant_id, invitation_id) REFERENCES invitation (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX invitation_completion_due ON invitation_completion (due_on);
SELECT enforce_tenancy('invitation_completion');
SELECT open_to_jobs('invitation_completion', 'SELECT');
