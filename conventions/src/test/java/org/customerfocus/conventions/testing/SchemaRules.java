package org.customerfocus.conventions.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.page.Fields;

/// The rules that each service's database keeps, asked of the migrated database itself.
public final class SchemaRules {

  private SchemaRules() {}

  /// Every table is under forced row-level security, and every unique and foreign key of it
  /// includes the tenant (an identity key alone excepted).
  public static void checkTenancy() throws SQLException {
    assertThat(
            rows(
                """
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
                  AND c.relname <> 'flyway_schema_history'
                  AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"""))
        .as("tables without forced row-level security")
        .isEmpty();
    assertThat(
            rows(
                """
                SELECT c.conrelid::regclass || ': ' || c.conname
                FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
                WHERE n.nspname = 'public' AND c.contype = 'f'
                  AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.conrelid
                                  AND a.attnum = ANY (c.conkey) AND a.attname = 'tenant_id')"""))
        .as("foreign keys that would accept another tenant's row")
        .isEmpty();
    assertThat(
            rows(
                """
                SELECT i.indrelid::regclass || ': ' || i.indexrelid::regclass
                FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND i.indisunique AND NOT i.indisprimary
                  AND c.relname <> 'flyway_schema_history'
                  AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid
                                  AND a.attnum = ANY (i.indkey) AND a.attname IN ('tenant_id', 'position'))"""))
        .as("unique keys across tenants")
        .isEmpty();
  }

  /// Whoever calls a function that runs with its owner's rights cannot put a schema of their own
  /// before those that it means: temporary tables are searched last, and not, unsaid, first.
  public static void checkOwnersFunctions() throws SQLException {
    assertThat(
            rows(
                """
                SELECT f.oid::regprocedure FROM pg_proc f
                WHERE f.prosecdef AND f.pronamespace = 'public'::regnamespace
                  AND NOT EXISTS (SELECT 1 FROM unnest(f.proconfig) setting
                                  WHERE setting ~ '^search_path=.*pg_temp$')"""))
        .as("SECURITY DEFINER functions whose search_path does not end with pg_temp")
        .isEmpty();
    assertThat(
            rows(
                """
                SELECT f.oid::regprocedure FROM pg_proc f
                WHERE f.prosecdef AND f.pronamespace = 'public'::regnamespace
                  AND has_function_privilege('public', f.oid, 'EXECUTE')"""))
        .as("SECURITY DEFINER functions that everybody may call")
        .isEmpty();
  }

  /// Each field that a list documents is served by an index as the role of requests sees it.
  public static void checkIndexes(Fields... lists) throws SQLException {
    List<String> unserved = new ArrayList<>();
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = 'explained'");
      statement.execute("SET enable_seqscan = off");
      for (Fields list : lists) {
        for (Fields.Field field : list.all()) {
          String table = field.relation() == null ? list.table() : field.relation().table();
          ownByOneTenant(table);
          String plan = plan(statement, table, field);
          boolean served =
              plan.lines()
                  .anyMatch(
                      line ->
                          line.contains("Index Cond")
                              && line.matches(".*\\b" + field.column() + "\\b.*"));
          if (!served) {
            unserved.add(table + "." + field.column() + "\n" + plan);
          }
        }
      }
    }
    assertThat(unserved).as("documented fields that no index serves").isEmpty();
  }

  // In a nearly empty table the tenant alone seems to find one row, and then any index looks as
  // good as the field's own. A tenant that owns every row of a large one leaves the choice to the
  // field.
  private static void ownByOneTenant(String table) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          SELECT pg_restore_attribute_stats(
            'schemaname', 'public', 'relname', part.name, 'attname', 'tenant_id',
            'inherited', false, 'null_frac', 0::real, 'avg_width', 36, 'n_distinct', 1::real),
            pg_restore_relation_stats(
              'schemaname', 'public', 'relname', part.name, 'relpages', 0, 'reltuples', -1::real)
          FROM (SELECT relid::regclass::text AS name FROM pg_partition_tree('%1$s')
                WHERE isleaf UNION SELECT '%1$s') part"""
              .formatted(table));
    }
  }

  private static String plan(Statement statement, String table, Fields.Field field)
      throws SQLException {
    StringBuilder plan = new StringBuilder();
    String value =
        switch (field.type().getSimpleName()) {
          case "UUID" -> "'0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43'::uuid";
          case "Boolean" -> "true";
          case "Integer", "Long", "BigDecimal" -> "1";
          case "LocalDate" -> "'2026-11-21'::date";
          case "Instant" -> "'2026-11-21T09:30:00Z'::timestamptz";
          default -> "'a'";
        };
    try (ResultSet lines =
        statement.executeQuery(
            "EXPLAIN SELECT 1 FROM %s WHERE %s = %s".formatted(table, field.column(), value))) {
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private static List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
