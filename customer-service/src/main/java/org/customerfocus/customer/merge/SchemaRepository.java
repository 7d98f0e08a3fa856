package org.customerfocus.customer.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the database itself knows of its tables: who refers to whom, and what may exist only once.
/// Read once a table, as the schema does not change under a running service.
@ApplicationScoped
class SchemaRepository {

  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

  /// @param key the columns of the primary key, without the tenant
  /// @param columns those that can be written, without the tenant
  /// @param generated those that follow from others
  /// @param required those that are never null
  record Table(
      String name,
      Map<String, String> key,
      Set<String> columns,
      Set<String> generated,
      Set<String> required,
      List<UniqueKey> uniqueKeys) {

    /// Whether its rows are named by an id alone.
    boolean hasId() {
      return key.keySet().equals(Set.of("id"));
    }

    /// Whether its rows have versions that clients hold; a version of a history is none.
    boolean isAggregate() {
      return has("version") && has("updated_at");
    }

    boolean has(String column) {
      return columns.contains(column);
    }
  }

  /// @param columns without the tenant
  /// @param predicate of a partial index
  record UniqueKey(List<String> columns, boolean nullsAreEqual, @Nullable String predicate) {}

  /// A foreign key of a table to the id of another.
  record Reference(String table, String column) {}

  private final EntityManager entities;
  private final Map<String, Table> tables = new ConcurrentHashMap<>();
  private final Map<String, List<Reference>> references = new ConcurrentHashMap<>();

  SchemaRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// The foreign keys that refer to a table, in the order of their names.
  List<Reference> referencesTo(String table) {
    return references.computeIfAbsent(table, this::readReferences);
  }

  Table table(String name) {
    return tables.computeIfAbsent(name, this::readTable);
  }

  private List<Reference> readReferences(String table) {
    return rows(
            """
            SELECT cast(cast(c.conrelid AS regclass) AS text) AS name, a.attname AS col
            FROM pg_constraint c
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
            WHERE c.contype = 'f' AND c.confrelid = cast(cast(:table AS text) AS regclass)
              AND cardinality(c.conkey) = 2 AND a.attname <> 'tenant_id'
            ORDER BY 1, 2""",
            table)
        .stream()
        .map(row -> new Reference(checked(text(row, 0)), checked(text(row, 1))))
        .distinct()
        .toList();
  }

  private Table readTable(String name) {
    List<Tuple> columns =
        rows(
            """
            SELECT a.attname, a.attgenerated <> '', format_type(a.atttypid, a.atttypmod),
                   EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = a.attrelid
                             AND i.indisprimary AND a.attnum = ANY (i.indkey)),
                   a.attnotnull
            FROM pg_attribute a
            WHERE a.attrelid = cast(cast(:table AS text) AS regclass) AND a.attnum > 0
              AND NOT a.attisdropped AND a.attname <> 'tenant_id'
            ORDER BY a.attnum""",
            name);
    Map<String, String> key =
        columns.stream()
            .filter(row -> row.get(3, Boolean.class))
            .collect(Collectors.toMap(row -> checked(text(row, 0)), row -> text(row, 2)));
    return new Table(
        checked(name),
        Map.copyOf(key),
        named(columns, row -> !row.get(1, Boolean.class)),
        named(columns, row -> row.get(1, Boolean.class)),
        named(columns, row -> row.get(4, Boolean.class)),
        readUniqueKeys(name));
  }

  private static Set<String> named(List<Tuple> columns, Predicate<Tuple> which) {
    return columns.stream()
        .filter(which)
        .map(row -> checked(text(row, 0)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<UniqueKey> readUniqueKeys(String table) {
    return rows(
            """
            SELECT (SELECT string_agg(a.attname, ',' ORDER BY a.attname) FROM pg_attribute a
                    WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                      AND a.attname <> 'tenant_id'),
                   i.indnullsnotdistinct, pg_get_expr(i.indpred, i.indrelid)
            FROM pg_index i
            WHERE i.indrelid = cast(cast(:table AS text) AS regclass) AND i.indisunique
              AND i.indexprs IS NULL
            ORDER BY 1""",
            table)
        .stream()
        // One row a tenant: no reference is a part of that.
        .filter(row -> row.get(0) != null)
        .map(
            row ->
                new UniqueKey(
                    Arrays.asList(text(row, 0).split(",", -1)),
                    row.get(1, Boolean.class),
                    row.get(2, String.class)))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<Tuple> rows(String query, String table) {
    return entities
        .createNativeQuery(query, Tuple.class)
        .setParameter("table", table)
        .getResultList();
  }

  private static String text(Tuple row, int column) {
    return row.get(column, String.class);
  }

  // Names go into the text of statements; ours need no quotes, and no others may.
  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalStateException("A name that would need quotes: " + name);
    }
    return name;
  }
}
