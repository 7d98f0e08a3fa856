-- Two records of one party made one. The merged record is gone from its table, so that no list, no
-- count and no search needs to know of it; what undoes the merge lies in its steps.
CREATE TABLE merge (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Who answers for the merged record today: follows when the survivor is merged in its turn.
  survivor_party_id uuid NOT NULL,
  -- The two as they were named: neither needs to exist any more.
  survivor_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('merged', 'undone')),
  undone_at timestamptz,
  -- How many steps it took: when an erasure has taken one of them, there is no way back.
  steps int NOT NULL,
  -- What was merged, as it was answered; its values go when the merge is undone or erased.
  outcome text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, survivor_party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX merge_survivor ON merge (tenant_id, survivor_party_id, id);
CREATE INDEX merge_survivor_named ON merge (tenant_id, survivor_id, id);
CREATE INDEX merge_merged ON merge (tenant_id, merged_id, id);
CREATE INDEX merge_status ON merge (tenant_id, status, id);
CREATE INDEX merge_created_at ON merge (tenant_id, created_at, id);
SELECT enforce_tenancy('merge');

-- Each row that a merge moved, changed, removed or added, in order, with what it takes to go back.
-- party_id is whom the images are about, so that an erasure finds them.
CREATE TABLE merge_step (
  tenant_id text COLLATE "C" NOT NULL,
  merge_id uuid NOT NULL,
  ordinal int NOT NULL,
  party_id uuid,
  action text COLLATE "C" NOT NULL CHECK (action IN ('moved', 'changed', 'removed', 'added')),
  table_name text COLLATE "C" NOT NULL,
  row_key jsonb NOT NULL,
  -- The columns that changed, as they were; the whole row where it was removed.
  before jsonb,
  -- A digest of the row as the merge left it: whether anybody has changed it since.
  after_digest text COLLATE "C",
  PRIMARY KEY (tenant_id, merge_id, ordinal),
  FOREIGN KEY (tenant_id, merge_id) REFERENCES merge (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id)
);
CREATE INDEX merge_step_party ON merge_step (tenant_id, party_id, merge_id);
SELECT enforce_tenancy('merge_step');

-- Where a merged id leads. Followed from one to the next: a survivor may be merged in its turn.
CREATE TABLE merge_redirect (
  tenant_id text COLLATE "C" NOT NULL,
  gone_id uuid NOT NULL,
  kept_id uuid NOT NULL,
  merge_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, gone_id),
  FOREIGN KEY (tenant_id, merge_id) REFERENCES merge (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX merge_redirect_merge ON merge_redirect (tenant_id, merge_id);
SELECT enforce_tenancy('merge_redirect');
