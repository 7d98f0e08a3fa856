package org.customerfocus.agreement.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Takes out of what sources reported whom it is about, so that every figure stays what it was.
///
/// Things that were told apart are told apart afterwards: each gets a random name, the same in all
/// that was reported of it, and so does each value of a dimension. Nothing leads back from such a
/// name. As they were stay the values that a commitment on the metric counts by: they are the words
/// of an agreement.
final class ReportErasureRepository {

  private static final String NAMES =
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS erased_thing (
        entity_type text COLLATE "C", entity_reference text COLLATE "C", name text NOT NULL,
        PRIMARY KEY (entity_type, entity_reference)) ON COMMIT DELETE ROWS;
      CREATE TEMPORARY TABLE IF NOT EXISTS erased_value (
        metric_id uuid, dimension text COLLATE "C", value text COLLATE "C", name text NOT NULL,
        PRIMARY KEY (metric_id, dimension, value)) ON COMMIT DELETE ROWS;
      DELETE FROM pg_temp.erased_thing;
      DELETE FROM pg_temp.erased_value""";

  // Each over a table of reports, and the kind of them that it has.

  private static final String THINGS =
      """
      INSERT INTO pg_temp.erased_thing
      SELECT entity_type, entity_reference, 'erased-' || gen_random_uuid()
      FROM (SELECT DISTINCT entity_type, entity_reference FROM %1$s WHERE customer_id = ANY (?)) told
      ON CONFLICT DO NOTHING""";

  private static final String VALUES =
      """
      INSERT INTO pg_temp.erased_value
      SELECT metric_id, dimension, value, 'erased-' || gen_random_uuid()
      FROM (SELECT DISTINCT m.metric_id, d.dimension, d.value
            FROM %1$s m CROSS JOIN LATERAL jsonb_each_text(m.dimensions) d (dimension, value)
            WHERE m.customer_id = ANY (?)) told
      WHERE NOT EXISTS (
        SELECT 1 FROM commitment c
        WHERE c.metric_id = told.metric_id
          AND (c.selector_dimensions @> jsonb_build_object(told.dimension, told.value)
            OR c.qualifying_condition::jsonb #> '{selector,dimensions}'
              @> jsonb_build_object(told.dimension, told.value)))
      ON CONFLICT DO NOTHING""";

  private static final String KEYS =
      """
      UPDATE %2$s_key k SET source_id = 'erased-' || k.%2$s_id
      FROM %1$s m
      WHERE m.customer_id = ANY (?) AND k.source = m.source AND k.source_id = m.source_id""";

  private static final String ROWS =
      """
      UPDATE %1$s m
      SET entity_reference = t.name, source_id = 'erased-' || m.id,
        dimensions = (
          SELECT coalesce(jsonb_object_agg(d.dimension, coalesce(v.name, d.value)), '{}')
          FROM jsonb_each_text(m.dimensions) d (dimension, value)
          LEFT JOIN pg_temp.erased_value v ON v.metric_id = m.metric_id
            AND v.dimension = d.dimension AND v.value = d.value)
      FROM pg_temp.erased_thing t
      WHERE m.customer_id = ANY (?)
        AND t.entity_type = m.entity_type AND t.entity_reference = m.entity_reference""";

  private ReportErasureRepository() {}

  /// @param tables of reports, as they are and as they were
  static void erase(Connection connection, List<String> tables, Collection<UUID> customers)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(NAMES);
    }
    // Keys before rows: they are found by what these are still called.
    for (String sql : List.of(THINGS, VALUES, KEYS, ROWS)) {
      for (String table : tables) {
        run(connection, sql.formatted(table, table.replace("_history", "")), customers);
      }
    }
  }

  private static void run(Connection connection, String sql, Collection<UUID> customers)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      statement.executeUpdate();
    }
  }
}
