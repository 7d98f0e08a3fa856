-- Visits to where the product is used, by people of our own.
CREATE TABLE gemba_visit (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  title text COLLATE "C" NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  purpose text CHECK (char_length(purpose) <= 2000),
  place text CHECK (char_length(place) <= 500),
  status text COLLATE "C" NOT NULL CHECK (status IN ('planned', 'done', 'cancelled')),
  planned_for timestamptz,
  visited_at timestamptz,
  customer_id uuid,
  offering_id uuid,
  touchpoint_id uuid,
  -- As JSON: the roles and segments of those who were visited, as they were then.
  met text NOT NULL,
  met_stated boolean NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (status <> 'planned' OR planned_for IS NOT NULL),
  CHECK ((status = 'done') = (visited_at IS NOT NULL))
);
CREATE INDEX gemba_visit_title ON gemba_visit (tenant_id, title, id);
CREATE INDEX gemba_visit_status ON gemba_visit (tenant_id, status, id);
CREATE INDEX gemba_visit_planned_for ON gemba_visit (tenant_id, planned_for, id);
CREATE INDEX gemba_visit_visited_at ON gemba_visit (tenant_id, visited_at, id);
CREATE INDEX gemba_visit_customer ON gemba_visit (tenant_id, customer_id, id);
CREATE INDEX gemba_visit_offering ON gemba_visit (tenant_id, offering_id, id);
CREATE INDEX gemba_visit_touchpoint ON gemba_visit (tenant_id, touchpoint_id, id);
CREATE INDEX gemba_visit_created_at ON gemba_visit (tenant_id, created_at, id);
SELECT enforce_tenancy('gemba_visit');

-- Who of our own people goes, or went.
CREATE TABLE gemba_visit_visitor (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  party_id uuid NOT NULL,
  place integer NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, visit_id, party_id),
  FOREIGN KEY (tenant_id, visit_id) REFERENCES gemba_visit (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX gemba_visit_visitor_party ON gemba_visit_visitor (tenant_id, party_id, visit_id);
SELECT enforce_tenancy('gemba_visit_visitor');

-- What was seen there.
CREATE TABLE gemba_observation (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  place integer NOT NULL,
  key text COLLATE "C" NOT NULL CHECK (char_length(key) BETWEEN 1 AND 60),
  seen text NOT NULL CHECK (char_length(seen) BETWEEN 1 AND 5000),
  said text CHECK (char_length(said) <= 5000),
  seen_where text CHECK (char_length(seen_where) <= 500),
  with_party_id uuid,
  with_whom text CHECK (char_length(with_whom) <= 300),
  -- As JSON: read and written whole, never queried into.
  evidence text NOT NULL,
  offering_id uuid,
  touchpoint_id uuid,
  requirement_id uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, visit_id, key),
  FOREIGN KEY (tenant_id, visit_id) REFERENCES gemba_visit (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX gemba_observation_requirement
  ON gemba_observation (tenant_id, requirement_id, visit_id);
CREATE INDEX gemba_observation_with_party
  ON gemba_observation (tenant_id, with_party_id, visit_id) WHERE with_party_id IS NOT NULL;
SELECT enforce_tenancy('gemba_observation');

-- What was learned from it.
CREATE TABLE gemba_finding (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  place integer NOT NULL,
  key text COLLATE "C" NOT NULL CHECK (char_length(key) BETWEEN 1 AND 60),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('problem', 'strength', 'opportunity', 'need')),
  statement text NOT NULL CHECK (char_length(statement) BETWEEN 1 AND 2000),
  -- As JSON: the keys of the observations that it rests on.
  observation_keys text NOT NULL,
  touchpoint_id uuid,
  requirement_id uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, visit_id, key),
  FOREIGN KEY (tenant_id, visit_id) REFERENCES gemba_visit (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX gemba_finding_kind ON gemba_finding (tenant_id, kind, visit_id);
CREATE INDEX gemba_finding_requirement ON gemba_finding (tenant_id, requirement_id, visit_id);
SELECT enforce_tenancy('gemba_finding');

-- Who of our own people went, how often, and when last: kept with each change of a visit.
CREATE TABLE gemba_visitor (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  visits integer NOT NULL CHECK (visits >= 0),
  last_visited_at timestamptz NOT NULL,
  last_visit_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, party_id)
);
CREATE INDEX gemba_visitor_party ON gemba_visitor (tenant_id, party_id, id);
CREATE INDEX gemba_visitor_visits ON gemba_visitor (tenant_id, visits, id);
CREATE INDEX gemba_visitor_last_visited_at ON gemba_visitor (tenant_id, last_visited_at, id);
SELECT enforce_tenancy('gemba_visitor');
