-- What a party said, or what else allows to contact it: statements, never changed. What holds on a
-- day is worked out from them.
CREATE TABLE consent (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  party_id uuid NOT NULL,
  purpose text COLLATE "C" NOT NULL CHECK (purpose ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(purpose) <= 60),
  channel text COLLATE "C" NOT NULL CHECK (channel IN ('any', 'email', 'phone', 'sms', 'post', 'push',
    'messaging', 'in-person', 'web')),
  legal_basis text COLLATE "C" NOT NULL CHECK (legal_basis IN ('consent', 'contract',
    'legal-obligation', 'vital-interests', 'public-task', 'legitimate-interests')),
  status text COLLATE "C" NOT NULL CHECK (status IN ('given', 'denied', 'withdrawn', 'objected')),
  captured_at timestamptz NOT NULL,
  source text CHECK (char_length(source) <= 200),
  evidence text CHECK (char_length(evidence) <= 5000),
  evidence_ref text CHECK (char_length(evidence_ref) <= 1000),
  valid_from date NOT NULL,
  valid_to date,
  -- Whether the basis binds whatever the party wants: such statements and the party's own do not
  -- supersede one another.
  binding boolean NOT NULL GENERATED ALWAYS AS
    (legal_basis IN ('contract', 'legal-obligation', 'vital-interests')) STORED,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id),
  CHECK (valid_to > valid_from)
);
CREATE INDEX consent_party ON consent (tenant_id, party_id, purpose, channel, captured_at);
CREATE INDEX consent_party_order ON consent (tenant_id, party_id, id);
CREATE INDEX consent_purpose ON consent (tenant_id, purpose, id);
CREATE INDEX consent_channel ON consent (tenant_id, channel, id);
CREATE INDEX consent_legal_basis ON consent (tenant_id, legal_basis, id);
CREATE INDEX consent_status ON consent (tenant_id, status, id);
CREATE INDEX consent_captured_at ON consent (tenant_id, captured_at, id);
SELECT enforce_tenancy('consent');
