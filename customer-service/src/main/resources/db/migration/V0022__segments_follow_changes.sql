-- Why the members of a segment cannot be computed, such as an attribute that is no longer defined.
ALTER TABLE segment_state ADD COLUMN fault text CHECK (char_length(fault) <= 1000);

-- Triggers, not the application, note what has changed: whoever writes these tables, in whatever
-- way (a request, an import, a merge or its undoing), the segments hear of it in the same
-- transaction. One statement notes each customer or party once.
CREATE FUNCTION note_for_segments() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'INSERT INTO segment_dirty (tenant_id, %I) SELECT DISTINCT tenant_id, %I FROM changed',
    TG_ARGV[0], TG_ARGV[1]);
  RETURN NULL;
END $$;

CREATE FUNCTION follow_for_segments(target regclass, noted text, col text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER segments_follow_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS changed
       FOR EACH STATEMENT EXECUTE FUNCTION note_for_segments(%L, %L)', target, noted, col);
  EXECUTE format(
    'CREATE TRIGGER segments_follow_update AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed
       FOR EACH STATEMENT EXECUTE FUNCTION note_for_segments(%L, %L)', target, noted, col);
  EXECUTE format(
    'CREATE TRIGGER segments_follow_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS changed
       FOR EACH STATEMENT EXECUTE FUNCTION note_for_segments(%L, %L)', target, noted, col);
  -- A row that moves to another owner concerns the former one as well.
  EXECUTE format(
    'CREATE TRIGGER segments_follow_former AFTER UPDATE ON %s REFERENCING OLD TABLE AS changed
       FOR EACH STATEMENT EXECUTE FUNCTION note_for_segments(%L, %L)', target, noted, col);
END $$;

SELECT follow_for_segments('customer_role', 'customer_id', 'customer_id');
SELECT follow_for_segments('customer_offering', 'customer_id', 'customer_id');
SELECT follow_for_segments('customer_attribute', 'customer_id', 'customer_id');
SELECT follow_for_segments('party_attribute', 'party_id', 'party_id');
SELECT follow_for_segments('membership', 'party_id', 'member_party_id');

-- New parties have no customers yet, and those of a customer that is gone went with it.
CREATE TRIGGER segments_follow_insert AFTER INSERT ON customer REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_for_segments('customer_id', 'id');
CREATE TRIGGER segments_follow_update AFTER UPDATE ON customer REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_for_segments('customer_id', 'id');
CREATE TRIGGER segments_follow_update AFTER UPDATE ON party REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_for_segments('party_id', 'id');
