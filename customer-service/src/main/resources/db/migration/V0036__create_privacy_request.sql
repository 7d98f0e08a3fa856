-- When what identified a party was erased; what stays is a tombstone, so that references hold.
ALTER TABLE party ADD COLUMN erased_at timestamptz;

CREATE TABLE privacy_request (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('access', 'portability', 'rectification', 'erasure')),
  party_id uuid NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('received', 'in-progress', 'completed', 'refused')),
  reason text CHECK (char_length(reason) <= 2000),
  note text CHECK (char_length(note) <= 2000),
  received_on date NOT NULL,
  due_on date NOT NULL,
  started_at timestamptz,
  completed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id),
  CHECK (status <> 'refused' OR reason IS NOT NULL),
  CHECK ((completed_at IS NULL) = (status IN ('received', 'in-progress')))
);
CREATE INDEX privacy_request_kind ON privacy_request (tenant_id, kind, id);
CREATE INDEX privacy_request_party ON privacy_request (tenant_id, party_id, id);
CREATE INDEX privacy_request_status ON privacy_request (tenant_id, status, id);
CREATE INDEX privacy_request_due_on ON privacy_request (tenant_id, due_on, id);
CREATE INDEX privacy_request_created_at ON privacy_request (tenant_id, created_at, id);
SELECT enforce_tenancy('privacy_request');

-- What each other service has to do for a request: hand in its part of an archive, or confirm that
-- it has erased.
CREATE TABLE privacy_request_part (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  service text COLLATE "C" NOT NULL CHECK (char_length(service) <= 60),
  done_at timestamptz,
  -- Its part of the archive, as JSON.
  content text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, request_id, service),
  FOREIGN KEY (tenant_id, request_id) REFERENCES privacy_request (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('privacy_request_part');
