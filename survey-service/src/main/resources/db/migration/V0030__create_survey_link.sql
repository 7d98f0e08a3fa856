-- Addresses of the respondent's page. Campaigns and invitations are referred to by id only: a link
-- outlives neither, and says nothing about a person itself.
CREATE TABLE survey_link (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  secret_hash text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('open', 'personal')),
  survey_version_id uuid NOT NULL,
  campaign_id uuid,
  invitation_id uuid,
  kiosk boolean NOT NULL,
  expires_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, secret_hash),
  UNIQUE (tenant_id, invitation_id),
  FOREIGN KEY (tenant_id, survey_version_id) REFERENCES survey_version (tenant_id, id),
  CHECK ((kind = 'personal') = (invitation_id IS NOT NULL))
);
CREATE INDEX survey_link_kind ON survey_link (tenant_id, kind, id);
CREATE INDEX survey_link_survey_version ON survey_link (tenant_id, survey_version_id, id);
CREATE INDEX survey_link_campaign ON survey_link (tenant_id, campaign_id, id);
CREATE INDEX survey_link_invitation ON survey_link (tenant_id, invitation_id, id);
CREATE INDEX survey_link_created_at ON survey_link (tenant_id, created_at, id);
SELECT enforce_tenancy('survey_link');
