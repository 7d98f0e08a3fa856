package org.customerfocus.customer.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.customer.merge.SchemaRepository.Table;
import org.customerfocus.customer.merge.SchemaRepository.UniqueKey;
import org.jspecify.annotations.Nullable;

/// Moves, changes and removes rows of any table, each with the step that takes it back. The tenant
/// is kept by row-level security; names come from the database's own catalogue, values are bound.
@ApplicationScoped
class RowRepository {

  /// Two rows that cannot both be the survivor's.
  ///
  /// @param keptKey and droppedKey the primary keys as JSON
  record Clash(
      String keptKey, String droppedKey, @Nullable UUID keptId, @Nullable UUID droppedId) {}

  private final EntityManager entities;

  RowRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Lets all rows refer to the survivor, with their places after those that it has.
  ///
  /// @return how many
  int move(Table table, String column, UUID from, UUID to, Journaling journal) {
    String place =
        table.has("place")
            ? ", place = t.place + (SELECT coalesce(max(o.place) + 1, 0) FROM %s o WHERE o.%s = :to)"
                .formatted(table.name(), column)
            : "";
    return journaled(
        journal,
        table,
        "moved",
        "UPDATE %1$s t SET %2$s = :to%3$s%4$s WHERE t.%2$s = :from"
            .formatted(table.name(), column, place, raised(table)),
        Map.of("from", from, "to", to));
  }

  /// Gives the kept row the other's values in some columns, maybe none: it is another version in
  /// any case, since it shows what was moved to it.
  int take(Table table, UUID kept, UUID dropped, List<String> columns, Journaling journal) {
    String set = columns.stream().map(c -> c + " = d." + c + ", ").collect(Collectors.joining());
    return journaled(
        journal,
        table,
        "changed",
        "UPDATE %1$s t SET %2$s%3$s FROM %1$s d WHERE t.id = :kept AND d.id = :dropped"
            .formatted(table.name(), set, raised(table).substring(2)),
        Map.of("kept", kept, "dropped", dropped));
  }

  /// Removes rows that meet a condition over `t`.
  int remove(Table table, String condition, Map<String, ?> values, Journaling journal) {
    return journaled(
        journal,
        table,
        "removed",
        "DELETE FROM %s t WHERE %s".formatted(table.name(), condition),
        values);
  }

  private int journaled(
      Journaling journal, Table table, String action, String statement, Map<String, ?> values) {
    boolean removed = action.equals("removed");
    String before =
        removed
            ? "b"
            : "(SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each(b) e"
                + " WHERE e.value IS DISTINCT FROM a -> e.key AND e.key <> 'version')";
    Query query =
        entities
            .createNativeQuery(
                """
                WITH done AS (%s RETURNING to_jsonb(%s)%s AS b, to_jsonb(%s)%s AS a)
                INSERT INTO merge_step (tenant_id, merge_id, ordinal, party_id, action, table_name,
                                        row_key, before, after_digest)
                SELECT :tenant, :merge, :base + cast(row_number() OVER (ORDER BY %s) AS int),
                       :party, :action, :table, %s, %s, %s
                FROM done"""
                    .formatted(
                        statement,
                        removed ? "t" : "old",
                        without(table),
                        removed ? "t" : "new",
                        without(table),
                        keyOrder(table),
                        key(table, "a"),
                        before,
                        removed ? "cast(NULL AS text)" : digest("a")))
            .setParameter("tenant", journal.tenant())
            .setParameter("merge", journal.merge())
            .setParameter("base", journal.steps())
            .setParameter("party", journal.party())
            .setParameter("action", action)
            .setParameter("table", table.name());
    values.forEach(query::setParameter);
    if (statement.contains(":now")) {
      query.setParameter("now", journal.now());
    }
    int rows = query.executeUpdate();
    journal.advance(rows);
    return rows;
  }

  /// Notes rows that are new, so that an undo takes them away.
  void added(Table table, UUID id, Journaling journal) {
    int rows =
        entities
            .createNativeQuery(
                """
                INSERT INTO merge_step (tenant_id, merge_id, ordinal, party_id, action, table_name,
                                        row_key, after_digest)
                SELECT :tenant, :merge, :base + 1, :party, 'added', :table, %s, %s
                FROM (SELECT to_jsonb(t)%s AS a FROM %s t WHERE t.id = :id) row"""
                    .formatted(key(table, "a"), digest("a"), without(table), table.name()))
            .setParameter("tenant", journal.tenant())
            .setParameter("merge", journal.merge())
            .setParameter("base", journal.steps())
            .setParameter("party", journal.party())
            .setParameter("table", table.name())
            .setParameter("id", id)
            .executeUpdate();
    journal.advance(rows);
  }

  /// Removes the row that has a key.
  void removeByKey(Table table, String key, Journaling journal) {
    String condition =
        table.key().entrySet().stream()
            .map(
                column ->
                    "t.%1$s = cast(cast(:key AS jsonb) ->> '%1$s' AS %2$s)"
                        .formatted(column.getKey(), column.getValue()))
            .collect(Collectors.joining(" AND "));
    remove(table, condition, Map.of("key", key), journal);
  }

  /// The party that a row is about, besides the one that stays: who has a copy of it erased.
  ///
  /// @param columns those that refer to a party
  UUID concerned(Table table, List<String> columns, UUID row, UUID kept) {
    if (columns.isEmpty()) {
      return kept;
    }
    String other =
        columns.stream()
            .map(column -> "nullif(t.%s, :kept)".formatted(column))
            .collect(Collectors.joining(", ", "coalesce(", ", :kept)"));
    return (UUID)
        entities
            .createNativeQuery(
                "SELECT %s FROM %s t WHERE t.id = :row".formatted(other, table.name()), UUID.class)
            .setParameter("kept", kept)
            .setParameter("row", row)
            .getSingleResult();
  }

  /// Rows of the merged that would break a unique key once they are the survivor's.
  List<Clash> clashes(Table table, UniqueKey unique, String column, UUID from, UUID to) {
    List<String> conditions = new ArrayList<>();
    for (String each : unique.columns()) {
      if (!each.equals(column)) {
        conditions.add(
            "k.%1$s %2$s d.%1$s"
                .formatted(each, unique.nullsAreEqual() ? "IS NOT DISTINCT FROM" : "="));
      }
    }
    if (unique.predicate() != null) {
      for (String alias : List.of("d", "k")) {
        conditions.add(
            "EXISTS (SELECT 1 FROM (SELECT %s.*) p WHERE %s)".formatted(alias, unique.predicate()));
      }
    }
    return clashes(table, column, from, to, conditions);
  }

  /// Parts that the survivor has with the very same content.
  List<Clash> same(Table table, String column, UUID from, UUID to) {
    String told = "to_jsonb(%1$s) - 'id' - 'place' - '" + column + "'";
    return clashes(
        table,
        column,
        from,
        to,
        List.of("(" + told.formatted("k") + ") = (" + told.formatted("d") + ")"));
  }

  private List<Clash> clashes(
      Table table, String column, UUID from, UUID to, List<String> conditions) {
    String id = table.hasId() ? "%1$s.id" : "cast(NULL AS uuid)";
    String dropped = key(table, "to_jsonb(d)");
    String kept = key(table, "to_jsonb(k)");
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT DISTINCT ON (cast(%s AS text)) cast(%s AS text), cast(%s AS text), %s, %s
                FROM %s d JOIN %s k ON k.%s = :to %s
                WHERE d.%s = :from ORDER BY cast(%s AS text)"""
                    .formatted(
                        dropped,
                        kept,
                        dropped,
                        id.formatted("k"),
                        id.formatted("d"),
                        table.name(),
                        table.name(),
                        column,
                        conditions.stream().map(c -> " AND " + c).collect(Collectors.joining()),
                        column,
                        dropped),
                Tuple.class)
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Clash(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, UUID.class),
                    row.get(3, UUID.class)))
        .toList();
  }

  /// The ids of the rows that refer to one party by one column and to another by a second.
  List<UUID> relating(Table table, String column, UUID one, String second, UUID other) {
    return ids(
        "SELECT t.id FROM %s t WHERE t.%s = :one AND t.%s = :other ORDER BY t.id"
            .formatted(table.name(), column, second),
        Map.of("one", one, "other", other));
  }

  List<UUID> referring(Table table, String column, UUID to) {
    return ids(
        "SELECT t.id FROM %s t WHERE t.%s = :to ORDER BY t.id".formatted(table.name(), column),
        Map.of("to", to));
  }

  boolean anyRefers(Table table, String column, UUID to) {
    return (boolean)
        entities
            .createNativeQuery(
                "SELECT EXISTS (SELECT 1 FROM %s t WHERE t.%s = :to)"
                    .formatted(table.name(), column),
                Boolean.class)
            .setParameter("to", to)
            .getSingleResult();
  }

  /// Deletes what others work out again from the rest.
  void discard(Table table, String column, UUID of) {
    entities
        .createNativeQuery("DELETE FROM %s t WHERE t.%s = :of".formatted(table.name(), column))
        .setParameter("of", of)
        .executeUpdate();
  }

  @SuppressWarnings("unchecked")
  private List<UUID> ids(String query, Map<String, ?> values) {
    Query select = entities.createNativeQuery(query, UUID.class);
    values.forEach(select::setParameter);
    return select.getResultList();
  }

  /// The ids of the steps from one on, those of rows that have an id, the first few.
  @SuppressWarnings("unchecked")
  List<UUID> idsOfSteps(UUID merge, int after, int limit) {
    return entities
        .createNativeQuery(
            """
            SELECT cast(row_key ->> 'id' AS uuid) FROM merge_step
            WHERE merge_id = :merge AND ordinal > :after AND row_key ->> 'id' IS NOT NULL
            ORDER BY ordinal""",
            UUID.class)
        .setParameter("merge", merge)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  /// The columns of two rows as texts, null where they have none; locked until the end.
  Map<String, @Nullable String> values(Table table, UUID id) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT e.key, e.value FROM (SELECT * FROM %s WHERE id = :id FOR UPDATE) t,
                       jsonb_each_text(to_jsonb(t)) e"""
                    .formatted(table.name()),
                Tuple.class)
            .setParameter("id", id)
            .getResultList();
    Map<String, @Nullable String> values = new HashMap<>();
    rows.forEach(row -> values.put(row.get(0, String.class), row.get(1, String.class)));
    return values;
  }

  /// Takes the tenant and what follows from other columns out of a row's image.
  static String without(Table table) {
    return table.generated().stream()
        .sorted()
        .map(column -> " - '" + column + "'")
        .collect(Collectors.joining("", " - 'tenant_id'", ""));
  }

  /// What tells whether a row has changed: all of it but what rises with every change.
  static String digest(String row) {
    return "md5(cast((%s) - 'version' - 'updated_at' AS text))".formatted(row);
  }

  private static String key(Table table, String row) {
    return table.key().keySet().stream()
        .sorted()
        .map(column -> "'%s', (%s) -> '%s'".formatted(column, row, column))
        .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
  }

  private static String keyOrder(Table table) {
    return table.key().keySet().stream()
        .sorted()
        .map(column -> "a ->> '%s'".formatted(column))
        .collect(Collectors.joining(", "));
  }

  // Whoever holds the row's ETag holds an old one now.
  private static String raised(Table table) {
    return table.isAggregate()
        ? ", version = t.version + 1,"
            + " updated_at = greatest(:now, t.updated_at + interval '1 microsecond')"
        : "";
  }
}
