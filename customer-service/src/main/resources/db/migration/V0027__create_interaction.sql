CREATE TABLE interaction (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  customer_id uuid NOT NULL,
  touchpoint_id uuid,
  offering_id uuid,
  channel text COLLATE "C" NOT NULL CHECK (channel IN ('in-person', 'phone', 'email', 'web', 'app',
    'chat', 'sms', 'social-media', 'post', 'device', 'other')),
  direction text COLLATE "C" NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  started_at timestamptz NOT NULL,
  answered_at timestamptz,
  resolved_at timestamptz,
  summary text CHECK (char_length(summary) <= 5000),
  ref_scheme text COLLATE "C",
  ref_value text COLLATE "C",
  -- Of the report as it came, by which the same one is known when it comes again.
  content_digest bytea NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, ref_scheme, ref_value),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
  FOREIGN KEY (tenant_id, touchpoint_id) REFERENCES touchpoint (tenant_id, id),
  FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id),
  CHECK ((ref_scheme IS NULL) = (ref_value IS NULL)),
  CHECK (answered_at >= started_at),
  CHECK (resolved_at >= started_at)
);
-- Serves the time line, whose order it is.
CREATE INDEX interaction_customer_time ON interaction (tenant_id, customer_id, started_at, id);
CREATE INDEX interaction_customer ON interaction (tenant_id, customer_id, id);
CREATE INDEX interaction_touchpoint ON interaction (tenant_id, touchpoint_id, id);
CREATE INDEX interaction_offering ON interaction (tenant_id, offering_id, id);
CREATE INDEX interaction_channel ON interaction (tenant_id, channel, id);
CREATE INDEX interaction_direction ON interaction (tenant_id, direction, id);
CREATE INDEX interaction_started_at ON interaction (tenant_id, started_at, id);
CREATE INDEX interaction_answered_at ON interaction (tenant_id, answered_at, id);
CREATE INDEX interaction_resolved_at ON interaction (tenant_id, resolved_at, id);
CREATE INDEX interaction_created_at ON interaction (tenant_id, created_at, id);
SELECT enforce_tenancy('interaction');

CREATE TABLE interaction_participant (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  interaction_id uuid NOT NULL,
  party_id uuid NOT NULL,
  role text CHECK (char_length(role) <= 100),
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, interaction_id) REFERENCES interaction (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id)
);
CREATE INDEX interaction_participant_interaction
  ON interaction_participant (tenant_id, interaction_id, place);
CREATE INDEX interaction_participant_party
  ON interaction_participant (tenant_id, party_id, interaction_id);
SELECT enforce_tenancy('interaction_participant');
