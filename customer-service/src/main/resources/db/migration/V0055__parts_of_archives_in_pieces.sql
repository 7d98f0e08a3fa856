-- A part of an archive comes in pieces, so that it may be of any size. A service that tries again
-- sends all of them anew: attempts lie side by side until one of them is whole.
CREATE TABLE privacy_request_piece (
  tenant_id text COLLATE "C" NOT NULL,
  part_id uuid NOT NULL,
  attempt uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 0),
  bytes bytea NOT NULL,
  PRIMARY KEY (tenant_id, part_id, attempt, ordinal),
  FOREIGN KEY (tenant_id, part_id) REFERENCES privacy_request_part (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('privacy_request_piece');

-- The attempt whose pieces are the part; none where an erasure is confirmed, or nothing is kept.
ALTER TABLE privacy_request_part ADD COLUMN attempt uuid;
INSERT INTO privacy_request_piece (tenant_id, part_id, attempt, ordinal, bytes)
SELECT tenant_id, id, id, 0, convert_to(content, 'UTF8') FROM privacy_request_part
WHERE content IS NOT NULL;
UPDATE privacy_request_part SET attempt = id WHERE content IS NOT NULL;
ALTER TABLE privacy_request_part DROP COLUMN content;
