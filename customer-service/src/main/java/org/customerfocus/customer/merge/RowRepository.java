package org.customerfocus.customer.merge;

import static org.customerfocus.customer.merge.PairRepository.OF_SET;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.customer.merge.SchemaRepository.Table;

/// Moves, changes and removes rows of any table, each with the step that takes it back; in one
/// statement for all pairs of a set. The tenant is kept by row-level security; names come from the
/// database's own catalogue, values are bound.
@ApplicationScoped
class RowRepository {

  private final EntityManager entities;

  RowRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Lets all rows refer to what is kept, with their places after those that it has.
  ///
  /// @return how many
  int move(Table table, String column, int set, Journaling journal) {
    String place =
        table.has("place")
            ? ", place = t.place + (SELECT coalesce(max(o.place) + 1, 0) FROM %s o WHERE o.%s = p.kept_id)"
                .formatted(table.name(), column)
            : "";
    return journaled(
        journal,
        table,
        "moved",
        "UPDATE %1$s t SET %2$s = p.kept_id%3$s%4$s FROM merge_pair p WHERE %5$s AND t.%2$s = p.dropped_id"
            .formatted(table.name(), column, place, raised(table), OF_SET),
        set);
  }

  /// Gives the kept rows the others' values in some columns, maybe none: each is another version in
  /// any case, since it shows what was moved to it.
  int take(Table table, Collection<String> columns, int set, Journaling journal) {
    String taken =
        columns.stream().map(c -> "%1$s = d.%1$s, ".formatted(c)).collect(Collectors.joining());
    // The own organisation stays who provides, also once another party stands for the tenant.
    String implied =
        table.name().equals(TableRules.CUSTOMER)
            ? "%1$s = t.%1$s OR d.%1$s, ".formatted(TableRules.PROVIDER_IMPLIED)
            : "";
    return journaled(
        journal,
        table,
        "changed",
        """
        UPDATE %1$s t SET %2$s%3$s%4$s FROM merge_pair p JOIN %1$s d ON d.id = p.dropped_id
        WHERE %5$s AND t.id = p.kept_id"""
            .formatted(table.name(), taken, implied, raised(table).substring(2), OF_SET),
        set);
  }

  /// Removes the rows `t` that meet a condition over the pairs `p`.
  int remove(Table table, String condition, int set, Journaling journal) {
    return journaled(
        journal,
        table,
        "removed",
        "DELETE FROM %s t USING merge_pair p WHERE %s AND (%s)"
            .formatted(table.name(), OF_SET, condition),
        set);
  }

  private int journaled(Journaling journal, Table table, String action, String statement, int set) {
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
                WITH done AS (%s RETURNING to_jsonb(%s)%s AS b, to_jsonb(%s)%s AS a, p.about_id)
                INSERT INTO merge_step (tenant_id, merge_id, ordinal, statement, party_id, action,
                                        table_name, row_key, before, after_digest)
                SELECT :tenant, :merge, :base + cast(row_number() OVER (ORDER BY %s) AS int),
                       :statement, about_id, :action, :table, %s, %s, %s
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
            .setParameter("set", set)
            .setParameter("base", journal.steps())
            .setParameter("statement", journal.nextStatement())
            .setParameter("action", action)
            .setParameter("table", table.name());
    if (statement.contains(":now")) {
      query.setParameter("now", journal.now());
    }
    int rows = query.executeUpdate();
    journal.advance(rows);
    return rows;
  }

  /// Notes rows of a party that are new, so that an undo takes them away.
  void added(Table table, List<UUID> ids, UUID party, Journaling journal) {
    if (ids.isEmpty()) {
      return;
    }
    int rows =
        entities
            .createNativeQuery(
                """
                INSERT INTO merge_step (tenant_id, merge_id, ordinal, statement, party_id, action,
                                        table_name, row_key, after_digest)
                SELECT :tenant, :merge, :base + cast(row_number() OVER (ORDER BY %s) AS int),
                       :statement, :party, 'added', :table, %s, %s
                FROM (SELECT to_jsonb(t)%s AS a FROM %s t WHERE t.id = ANY (:ids)) row"""
                    .formatted(
                        keyOrder(table),
                        key(table, "a"),
                        digest("a"),
                        without(table),
                        table.name()))
            .setParameter("tenant", journal.tenant())
            .setParameter("merge", journal.merge())
            .setParameter("base", journal.steps())
            .setParameter("statement", journal.nextStatement())
            .setParameter("party", party)
            .setParameter("table", table.name())
            .setParameter("ids", ids.toArray(UUID[]::new))
            .executeUpdate();
    journal.advance(rows);
  }

  /// Deletes what others work out again from the rest.
  void discard(Table table, String column, int set, Journaling journal) {
    entities
        .createNativeQuery(
            "DELETE FROM %s t USING merge_pair p WHERE %s AND t.%s = p.dropped_id"
                .formatted(table.name(), OF_SET, column))
        .setParameter("merge", journal.merge())
        .setParameter("set", set)
        .executeUpdate();
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
