-- What is compared of a party, and the keys by which it meets others: worked out from the party, so
-- never moved or restored by a merge.
CREATE TABLE match_profile (
  tenant_id text COLLATE "C" NOT NULL,
  party_id uuid NOT NULL,
  profile text NOT NULL,
  keys bigint[] NOT NULL,
  PRIMARY KEY (tenant_id, party_id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('match_profile');

-- Digests: no value can be read from a key.
CREATE TABLE match_key (
  tenant_id text COLLATE "C" NOT NULL,
  key bigint NOT NULL,
  party_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, key, party_id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX match_key_party ON match_key (tenant_id, party_id);
SELECT enforce_tenancy('match_key');

-- Parties that are new or changed and have not been compared since. Triggers fill it, so that it is
-- so whoever writes a party: a request, an import, a merge.
CREATE TABLE match_change (
  tenant_id text COLLATE "C" NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  party_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX match_change_party ON match_change (tenant_id, party_id);
SELECT enforce_tenancy('match_change');
SELECT open_to_jobs('match_change', 'SELECT');

CREATE FUNCTION note_for_matching() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO match_change (tenant_id, party_id) SELECT tenant_id, id FROM changed;
  RETURN NULL;
END $$;
CREATE TRIGGER matching_follow_insert AFTER INSERT ON party REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_for_matching();
CREATE TRIGGER matching_follow_update AFTER UPDATE ON party REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_for_matching();
INSERT INTO match_change (tenant_id, party_id) SELECT tenant_id, id FROM party;

-- What a scan has learnt of the tenant's register: frequencies of common terms alone, no rare ones.
CREATE TABLE match_model (
  tenant_id text COLLATE "C" NOT NULL,
  learnt_at timestamptz NOT NULL,
  model text NOT NULL,
  PRIMARY KEY (tenant_id)
);
SELECT enforce_tenancy('match_model');

-- Pairs that may be one party, for a person to judge.
CREATE TABLE duplicate (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  left_party_id uuid NOT NULL,
  right_party_id uuid NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('open', 'confirmed', 'rejected')),
  certainty text COLLATE "C" NOT NULL CHECK (certainty IN ('possible', 'probable', 'certain')),
  -- Millionths: exact, and served by an index.
  probability bigint NOT NULL CHECK (probability BETWEEN 0 AND 1000000),
  weight double precision NOT NULL,
  -- Levels and weights by field; no values.
  fields text NOT NULL,
  -- What was compared: a pair that was rejected comes back only when this has changed.
  left_digest text COLLATE "C" NOT NULL,
  right_digest text COLLATE "C" NOT NULL,
  judged_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, left_party_id, right_party_id),
  FOREIGN KEY (tenant_id, left_party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, right_party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE,
  CHECK (left_party_id < right_party_id)
);
CREATE INDEX duplicate_left ON duplicate (tenant_id, left_party_id, id);
CREATE INDEX duplicate_right ON duplicate (tenant_id, right_party_id, id);
CREATE INDEX duplicate_status ON duplicate (tenant_id, status, id);
CREATE INDEX duplicate_certainty ON duplicate (tenant_id, certainty, id);
CREATE INDEX duplicate_probability ON duplicate (tenant_id, probability, id);
CREATE INDEX duplicate_created_at ON duplicate (tenant_id, created_at, id);
SELECT enforce_tenancy('duplicate');

CREATE TABLE duplicate_scan (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN
    ('queued', 'profiling', 'learning', 'comparing', 'completed', 'failed')),
  party_count bigint NOT NULL DEFAULT 0,
  compared_count bigint NOT NULL DEFAULT 0,
  found_count bigint NOT NULL DEFAULT 0,
  skipped_block_count bigint NOT NULL DEFAULT 0,
  -- Where a scan that broke off goes on.
  after_party uuid,
  after_key bigint,
  started_at timestamptz,
  completed_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX duplicate_scan_status ON duplicate_scan (tenant_id, status, id);
CREATE INDEX duplicate_scan_created_at ON duplicate_scan (tenant_id, created_at, id);
SELECT enforce_tenancy('duplicate_scan');

CREATE TABLE duplicate_scan_job (
  tenant_id text COLLATE "C" NOT NULL,
  scan_id uuid NOT NULL,
  test boolean NOT NULL,
  leased_until timestamptz NOT NULL,
  -- Rises with each lease: a worker that was given up can change nothing any more.
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, scan_id),
  FOREIGN KEY (tenant_id, scan_id) REFERENCES duplicate_scan (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX duplicate_scan_job_queue ON duplicate_scan_job (leased_until);
SELECT enforce_tenancy('duplicate_scan_job');
SELECT open_to_jobs('duplicate_scan_job', 'SELECT, UPDATE');
