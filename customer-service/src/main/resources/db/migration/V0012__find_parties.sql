-- Equal addresses are equal: who looks for one does not know how it was capitalised.
UPDATE contact_point SET value = lower(value COLLATE pg_c_utf8)
WHERE type = 'email' AND value <> lower(value COLLATE pg_c_utf8);

-- Both are trusted extensions: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- A name without its accents and capitals. Letters that Unicode does not take apart are replaced
-- one by one.
CREATE FUNCTION fold_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
  lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g') COLLATE pg_c_utf8),
  'øłđðħıœæßþ', 'oldnhioasb');

-- Current and other names of parties as they are searched. Triggers keep it, so that it follows
-- whoever writes names, in whatever way. A row has the id of the party or of the other name.
CREATE TABLE party_search_name (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  folded text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX party_search_name_party ON party_search_name (tenant_id, party_id);
CREATE INDEX party_search_name_folded ON party_search_name (tenant_id, folded, party_id);
SELECT enforce_tenancy('party_search_name');

INSERT INTO party_search_name (tenant_id, id, party_id, folded)
SELECT tenant_id, id, id, fold_name(name) FROM party
UNION ALL
SELECT tenant_id, id, party_id, fold_name(name) FROM party_other_name;

-- The tenant first, so that a search in a small tenant does not read through a large one's names.
CREATE INDEX party_search_name_trigrams
  ON party_search_name USING gin (tenant_id, folded gin_trgm_ops);

CREATE FUNCTION keep_party_search_name() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO party_search_name (tenant_id, id, party_id, folded)
  VALUES (NEW.tenant_id, NEW.id, NEW.id, fold_name(NEW.name))
  ON CONFLICT (tenant_id, id) DO UPDATE SET folded = excluded.folded;
  RETURN NULL;
END $$;
CREATE TRIGGER party_search_name_added AFTER INSERT ON party
  FOR EACH ROW EXECUTE FUNCTION keep_party_search_name();
CREATE TRIGGER party_search_name_changed AFTER UPDATE OF name ON party
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name)
  EXECUTE FUNCTION keep_party_search_name();

CREATE FUNCTION keep_other_search_name() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM party_search_name WHERE tenant_id = OLD.tenant_id AND id = OLD.id;
  ELSE
    INSERT INTO party_search_name (tenant_id, id, party_id, folded)
    VALUES (NEW.tenant_id, NEW.id, NEW.party_id, fold_name(NEW.name))
    ON CONFLICT (tenant_id, id) DO UPDATE
      SET party_id = excluded.party_id, folded = excluded.folded;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER party_search_name_other AFTER INSERT OR UPDATE OR DELETE ON party_other_name
  FOR EACH ROW EXECUTE FUNCTION keep_other_search_name();

-- The parties of the connection's tenant with the names nearest to the one sought, the nearest
-- first. Row-level security would keep the trigrams' index from being used, hence the owner's
-- rights and the tenant said outright. A name that very many share does not make the search read
-- them all: of such, names that begin like it come first, and of the others any 10,000 are ranked.
CREATE FUNCTION find_parties_by_name(sought text, most int)
RETURNS TABLE (party_id uuid, similarity real)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
SET pg_trgm.similarity_threshold = '0.3'
SET plan_cache_mode = force_custom_plan
AS $$
  WITH near AS (
    (SELECT n.party_id, n.folded FROM party_search_name n
     WHERE n.tenant_id = current_setting('app.tenant', true) AND n.folded ^@ fold_name(sought)
     ORDER BY n.folded LIMIT 200)
    UNION ALL
    (SELECT n.party_id, n.folded FROM party_search_name n
     WHERE n.tenant_id = current_setting('app.tenant', true) AND n.folded % fold_name(sought)
     LIMIT 10000)
  )
  SELECT near.party_id, max(similarity(near.folded, fold_name(sought))) AS nearness
  FROM near GROUP BY near.party_id ORDER BY nearness DESC, near.party_id LIMIT most
$$;
REVOKE ALL ON FUNCTION find_parties_by_name(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_parties_by_name(text, int) TO "${app}";
