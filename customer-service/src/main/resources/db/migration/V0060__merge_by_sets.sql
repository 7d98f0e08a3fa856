-- The rows that a merge lets become one, while it does so: each statement then works on all pairs of
-- a set at once. Whoever fills it empties it in the same transaction, so that nobody else ever sees
-- a row of it; hence no foreign keys, and no log.
CREATE UNLOGGED TABLE merge_pair (
  tenant_id text COLLATE "C" NOT NULL,
  merge_id uuid NOT NULL,
  -- The pairs that are merged together: rows of one table.
  set_no int NOT NULL,
  dropped_id uuid NOT NULL,
  kept_id uuid NOT NULL,
  -- The party that the two rows are about, besides the survivor.
  about_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, merge_id, set_no, dropped_id)
);
SELECT enforce_tenancy('merge_pair');

-- The steps of one statement are taken back by one statement; 0 for those of earlier days, which
-- are told apart by the columns that they changed.
ALTER TABLE merge_step ADD COLUMN statement int NOT NULL DEFAULT 0;
