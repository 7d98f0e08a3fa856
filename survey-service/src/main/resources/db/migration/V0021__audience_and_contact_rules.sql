-- Whom a campaign could reach, what they were at that moment, and what was decided about each. Drawn
-- in the order of a hash, which does not depend on the order in which they came.
CREATE TABLE audience_member (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  party_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  occasion_id uuid,
  stratum text COLLATE "C" NOT NULL,
  draw_key bigint NOT NULL,
  attributes text NOT NULL,
  reason text COLLATE "C" NOT NULL CHECK (reason IN ('undecided', 'invited', 'not-drawn',
    'contacted-recently', 'unsubscribed', 'consent-refused', 'consent-expired',
    'consent-not-stated', 'unknown-party')),
  contact_rule_id uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, campaign_id, party_id, occasion_id),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX audience_member_draw
  ON audience_member (tenant_id, campaign_id, stratum, reason, draw_key, party_id);
CREATE INDEX audience_member_campaign ON audience_member (tenant_id, campaign_id, id);
CREATE INDEX audience_member_reason ON audience_member (tenant_id, reason, id);
CREATE INDEX audience_member_party ON audience_member (tenant_id, party_id, id);
CREATE INDEX audience_member_customer ON audience_member (tenant_id, customer_id, id);
SELECT enforce_tenancy('audience_member');

-- How many are to be invited of each part of the population.
CREATE TABLE campaign_stratum (
  tenant_id text COLLATE "C" NOT NULL,
  campaign_id uuid NOT NULL,
  stratum text COLLATE "C" NOT NULL,
  population bigint NOT NULL,
  target bigint NOT NULL,
  invited bigint NOT NULL,
  settled boolean NOT NULL,
  PRIMARY KEY (tenant_id, campaign_id, stratum),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('campaign_stratum');

-- What happened that sets off an invitation.
CREATE TABLE campaign_occasion (
  tenant_id text COLLATE "C" NOT NULL,
  campaign_id uuid NOT NULL,
  occasion_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, campaign_id, occasion_id),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX campaign_occasion_due ON campaign_occasion (tenant_id, campaign_id, due_at);
SELECT enforce_tenancy('campaign_occasion');

-- Which campaigns have something to do, and when; what is in them lies in campaign.
CREATE TABLE campaign_job (
  tenant_id text COLLATE "C" NOT NULL,
  campaign_id uuid NOT NULL,
  test boolean NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  -- Rises with each lease: a worker that was given up can change nothing any more.
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, campaign_id),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX campaign_job_queue ON campaign_job (due_at);
SELECT enforce_tenancy('campaign_job');
SELECT open_to_jobs('campaign_job', 'SELECT, UPDATE');

-- Not more than so many contacts in so many days.
CREATE TABLE contact_rule (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  max_contacts integer NOT NULL CHECK (max_contacts BETWEEN 0 AND 1000),
  days integer NOT NULL CHECK (days BETWEEN 1 AND 3660),
  role text COLLATE "C" CHECK (char_length(role) <= 60),
  segment_id uuid,
  organization_party_id uuid,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX contact_rule_name ON contact_rule (tenant_id, name, id);
CREATE INDEX contact_rule_created_at ON contact_rule (tenant_id, created_at, id);
SELECT enforce_tenancy('contact_rule');

-- Each time a person was asked, reminders included.
CREATE TABLE contact (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  contacted_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, invitation_id) REFERENCES invitation (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_party ON contact (tenant_id, party_id, contacted_at);
CREATE INDEX contact_invitation ON contact (tenant_id, invitation_id);
SELECT enforce_tenancy('contact');

-- Who wants to hear of no survey any more.
CREATE TABLE contact_refusal (
  tenant_id text COLLATE "C" NOT NULL,
  party_id uuid NOT NULL,
  refused_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, party_id)
);
SELECT enforce_tenancy('contact_refusal');

ALTER TABLE campaign
  ADD COLUMN triggered boolean NOT NULL DEFAULT false,
  ADD COLUMN expires_at timestamptz;
CREATE INDEX campaign_triggered ON campaign (tenant_id, triggered, status);

-- One person is invited once for each occasion, whichever customer it was reached through; of those
-- who were erased nothing is left to tell them apart by.
DO $$
DECLARE
  name text;
BEGIN
  SELECT conname INTO STRICT name FROM pg_constraint
  WHERE conrelid = 'invitation'::regclass AND contype = 'u';
  EXECUTE format('ALTER TABLE invitation DROP CONSTRAINT %I', name);
END $$;
CREATE UNIQUE INDEX invitation_once
  ON invitation (tenant_id, campaign_id, party_id, occasion_id) NULLS NOT DISTINCT
  WHERE party_id IS NOT NULL;
