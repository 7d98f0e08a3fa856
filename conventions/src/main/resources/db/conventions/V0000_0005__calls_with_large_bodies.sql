-- Calls with a body that is too large to be kept until they are made: what writes it then. The body
-- that is kept says what it is about.
ALTER TABLE peer_call ADD COLUMN upload text;
