-- Eight keys a party: an index by party and a reference checked for each are half of what it takes
-- to write them. A profile tells its keys, so that they go with it, and it goes with its party.
ALTER TABLE match_key DROP CONSTRAINT match_key_tenant_id_party_id_fkey;
DROP INDEX match_key_party;

CREATE FUNCTION forget_match_keys() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM match_key k USING gone g, unnest(g.keys) AS u (key)
  WHERE k.tenant_id = g.tenant_id AND k.key = u.key AND k.party_id = g.party_id;
  RETURN NULL;
END $$;
CREATE TRIGGER keys_go_with_their_profile AFTER DELETE ON match_profile REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION forget_match_keys();
