-- New parties come many in a statement, from files: their names are folded and stored in one
-- statement too, which a trigger of each row made a hundred times.
CREATE FUNCTION keep_new_party_search_names() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO party_search_name (tenant_id, id, party_id, folded)
  SELECT tenant_id, id, id, fold_name(name) FROM added
  ON CONFLICT (tenant_id, id) DO UPDATE SET folded = excluded.folded;
  RETURN NULL;
END $$;
DROP TRIGGER party_search_name_added ON party;
CREATE TRIGGER party_search_name_added AFTER INSERT ON party REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_new_party_search_names();
