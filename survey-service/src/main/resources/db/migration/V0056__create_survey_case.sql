-- Ways by which customers reach the provider, with what is promised on each: within how many
-- seconds of service time something happens.
CREATE TABLE access_channel (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  code text COLLATE "C" NOT NULL CHECK (char_length(code) BETWEEN 1 AND 64),
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description text CHECK (char_length(description) <= 5000),
  contact text CHECK (char_length(contact) <= 500),
  answer_within bigint CHECK (answer_within > 0),
  acknowledge_within bigint CHECK (acknowledge_within > 0),
  respond_within bigint CHECK (respond_within > 0),
  resolve_within bigint CHECK (resolve_within > 0),
  -- Weekly hours, holidays and exceptions in a time zone, as JSON; absent for day and night.
  service_hours text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE INDEX access_channel_code ON access_channel (tenant_id, code, id);
CREATE INDEX access_channel_name ON access_channel (tenant_id, name, id);
CREATE INDEX access_channel_created_at ON access_channel (tenant_id, created_at, id);
SELECT enforce_tenancy('access_channel');

-- Which responses or feedback open a case by themselves.
CREATE TABLE case_rule (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  source text COLLATE "C" NOT NULL CHECK (source IN ('responses', 'feedback')),
  active boolean NOT NULL,
  survey_id uuid,
  condition text NOT NULL CHECK (char_length(condition) <= 2000),
  severity text COLLATE "C" CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  owner_party_id uuid,
  channel text COLLATE "C" CHECK (char_length(channel) BETWEEN 1 AND 64),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id),
  CHECK ((source = 'responses') = (survey_id IS NOT NULL))
);
CREATE INDEX case_rule_name ON case_rule (tenant_id, name, id);
CREATE INDEX case_rule_source ON case_rule (tenant_id, source, id);
CREATE INDEX case_rule_survey ON case_rule (tenant_id, survey_id, id) WHERE survey_id IS NOT NULL;
CREATE INDEX case_rule_created_at ON case_rule (tenant_id, created_at, id);
SELECT enforce_tenancy('case_rule');

-- Complaints and whatever else has to be seen to, through the stages of ISO 10002.
CREATE TABLE survey_case (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  tracking_number text COLLATE "C" NOT NULL,
  secret_hash text COLLATE "C" NOT NULL,
  subject text NOT NULL CHECK (char_length(subject) <= 300),
  status text COLLATE "C" NOT NULL CHECK (status IN ('received', 'acknowledged', 'assessed',
    'investigated', 'responded', 'decision-communicated', 'closed', 'reopened')),
  channel text COLLATE "C" NOT NULL CHECK (char_length(channel) BETWEEN 1 AND 64),
  access_channel_id uuid,
  feedback_id uuid,
  response_id uuid,
  rule_id uuid,
  customer_id uuid,
  party_id uuid,
  offering_id uuid,
  touchpoint_id uuid,
  requirement_id uuid,
  owner_party_id uuid,
  -- Who complains, where nobody knows them: free words.
  reporter_name text CHECK (char_length(reporter_name) <= 200),
  reporter_email text CHECK (char_length(reporter_email) <= 320),
  reporter_phone text CHECK (char_length(reporter_phone) <= 50),
  severity text COLLATE "C" CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  impact text COLLATE "C" CHECK (impact IN ('low', 'medium', 'high', 'critical')),
  root_cause text CHECK (char_length(root_cause) <= 5000),
  requested_remedy text CHECK (char_length(requested_remedy) <= 5000),
  given_remedy text CHECK (char_length(given_remedy) <= 5000),
  decision text CHECK (char_length(decision) <= 5000),
  external_body text CHECK (char_length(external_body) <= 200),
  external_reference text CHECK (char_length(external_reference) <= 200),
  external_at timestamptz,
  received_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  assessed_at timestamptz,
  investigated_at timestamptz,
  responded_at timestamptz,
  decided_at timestamptz,
  closed_at timestamptz,
  reopened_at timestamptz,
  -- The contact standards as they were when the case was opened, in seconds of service time.
  acknowledge_within bigint,
  respond_within bigint,
  resolve_within bigint,
  acknowledge_due_at timestamptz,
  respond_due_at timestamptz,
  resolve_due_at timestamptz,
  -- Told once it is known: at the moment itself, or by whoever recorded it.
  acknowledged_in_time boolean,
  responded_in_time boolean,
  resolved_in_time boolean,
  paused_at timestamptz,
  -- When the clock stood still, as JSON: read and written whole.
  pauses text NOT NULL,
  escalated_at timestamptz,
  escalations integer NOT NULL DEFAULT 0,
  recovery_invitation_id uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, tracking_number),
  UNIQUE (tenant_id, secret_hash),
  -- One case for each rule and response, and for each rule and feedback.
  UNIQUE (tenant_id, rule_id, response_id),
  UNIQUE (tenant_id, rule_id, feedback_id),
  FOREIGN KEY (tenant_id, access_channel_id) REFERENCES access_channel (tenant_id, id),
  FOREIGN KEY (tenant_id, feedback_id) REFERENCES feedback (tenant_id, id),
  FOREIGN KEY (tenant_id, response_id) REFERENCES response (tenant_id, id),
  FOREIGN KEY (tenant_id, rule_id) REFERENCES case_rule (tenant_id, id),
  FOREIGN KEY (tenant_id, recovery_invitation_id) REFERENCES invitation (tenant_id, id)
);
CREATE INDEX survey_case_tracking_number ON survey_case (tenant_id, tracking_number, id);
CREATE INDEX survey_case_status ON survey_case (tenant_id, status, id);
CREATE INDEX survey_case_channel ON survey_case (tenant_id, channel, id);
CREATE INDEX survey_case_access_channel ON survey_case (tenant_id, access_channel_id, id)
  WHERE access_channel_id IS NOT NULL;
CREATE INDEX survey_case_feedback ON survey_case (tenant_id, feedback_id, id)
  WHERE feedback_id IS NOT NULL;
CREATE INDEX survey_case_response ON survey_case (tenant_id, response_id, id)
  WHERE response_id IS NOT NULL;
CREATE INDEX survey_case_rule ON survey_case (tenant_id, rule_id, id) WHERE rule_id IS NOT NULL;
CREATE INDEX survey_case_customer ON survey_case (tenant_id, customer_id, id)
  WHERE customer_id IS NOT NULL;
CREATE INDEX survey_case_party ON survey_case (tenant_id, party_id, id) WHERE party_id IS NOT NULL;
CREATE INDEX survey_case_offering ON survey_case (tenant_id, offering_id, id)
  WHERE offering_id IS NOT NULL;
CREATE INDEX survey_case_touchpoint ON survey_case (tenant_id, touchpoint_id, id)
  WHERE touchpoint_id IS NOT NULL;
CREATE INDEX survey_case_requirement ON survey_case (tenant_id, requirement_id, id)
  WHERE requirement_id IS NOT NULL;
CREATE INDEX survey_case_owner ON survey_case (tenant_id, owner_party_id, id)
  WHERE owner_party_id IS NOT NULL;
CREATE INDEX survey_case_severity ON survey_case (tenant_id, severity, id)
  WHERE severity IS NOT NULL;
CREATE INDEX survey_case_received_at ON survey_case (tenant_id, received_at, id);
CREATE INDEX survey_case_created_at ON survey_case (tenant_id, created_at, id);
CREATE INDEX survey_case_closed_at ON survey_case (tenant_id, closed_at, id)
  WHERE closed_at IS NOT NULL;
CREATE INDEX survey_case_escalated_at ON survey_case (tenant_id, escalated_at, id)
  WHERE escalated_at IS NOT NULL;
CREATE INDEX survey_case_recovery ON survey_case (tenant_id, recovery_invitation_id, id)
  WHERE recovery_invitation_id IS NOT NULL;
SELECT enforce_tenancy('survey_case');

-- When the next promise about a case is overdue.
CREATE TABLE survey_case_due (
  tenant_id text COLLATE "C" NOT NULL,
  case_id uuid NOT NULL,
  test boolean NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, case_id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES survey_case (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_case_due_queue ON survey_case_due (due_at);
SELECT enforce_tenancy('survey_case_due');
SELECT open_to_jobs('survey_case_due', 'SELECT, UPDATE');
