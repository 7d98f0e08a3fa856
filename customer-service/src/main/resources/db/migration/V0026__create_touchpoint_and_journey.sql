CREATE TABLE touchpoint (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  channel text COLLATE "C" NOT NULL CHECK (channel IN ('in-person', 'phone', 'email', 'web', 'app',
    'chat', 'sms', 'social-media', 'post', 'device', 'other')),
  offering_id uuid,
  description text CHECK (char_length(description) <= 5000),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id)
);
CREATE INDEX touchpoint_name ON touchpoint (tenant_id, name, id);
CREATE INDEX touchpoint_channel ON touchpoint (tenant_id, channel, id);
CREATE INDEX touchpoint_offering ON touchpoint (tenant_id, offering_id, id);
CREATE INDEX touchpoint_created_at ON touchpoint (tenant_id, created_at, id);
SELECT enforce_tenancy('touchpoint');

CREATE TABLE journey (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description text CHECK (char_length(description) <= 5000),
  offering_id uuid,
  segment_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id),
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment (tenant_id, id)
);
CREATE INDEX journey_name ON journey (tenant_id, name, id);
CREATE INDEX journey_offering ON journey (tenant_id, offering_id, id);
CREATE INDEX journey_segment ON journey (tenant_id, segment_id, id);
CREATE INDEX journey_created_at ON journey (tenant_id, created_at, id);
SELECT enforce_tenancy('journey');

-- A journey is its steps, in order; neighbours with one stage_place are one stage.
CREATE TABLE journey_step (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  journey_id uuid NOT NULL,
  place int NOT NULL,
  stage_place int NOT NULL,
  stage text NOT NULL CHECK (char_length(stage) BETWEEN 1 AND 200),
  actor text COLLATE "C" NOT NULL CHECK (actor IN ('customer', 'provider', 'partner')),
  touchpoint_id uuid,
  description text NOT NULL CHECK (char_length(description) BETWEEN 1 AND 2000),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, journey_id, place) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (tenant_id, journey_id) REFERENCES journey (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, touchpoint_id) REFERENCES touchpoint (tenant_id, id)
);
CREATE INDEX journey_step_touchpoint ON journey_step (tenant_id, touchpoint_id, journey_id);
SELECT enforce_tenancy('journey_step');
