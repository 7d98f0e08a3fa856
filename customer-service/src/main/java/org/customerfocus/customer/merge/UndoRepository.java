package org.customerfocus.customer.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.merge.SchemaRepository.Table;

/// Takes the steps of a merge back, the last one first, many of one sort at once.
@ApplicationScoped
class UndoRepository {

  /// Steps that follow one another and are taken back by one statement.
  ///
  /// @param columns those to be written back
  record Run(String table, String action, String columns, int from, int to) {}

  private final EntityManager entities;

  UndoRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// The runs of a merge, the last first: each is what one statement did. The steps of earlier days
  /// do not tell their statement; there a run is what follows one another and changed the same
  /// columns.
  List<Run> runs(UUID merge) {
    @SuppressWarnings("unchecked")
    List<Tuple> runs =
        entities
            .createNativeQuery(
                """
                WITH step AS (
                  SELECT ordinal, statement, table_name, action,
                         CASE WHEN action IN ('moved', 'changed') THEN before END AS before
                  FROM merge_step WHERE merge_id = :merge
                ), alike AS (
                  SELECT s.*, CASE WHEN statement = 0 THEN
                           (SELECT string_agg(k, ',' ORDER BY k) FROM jsonb_object_keys(before) k)
                         END AS columns
                  FROM step s
                ), run AS (
                  SELECT a.*, ordinal - row_number() OVER (
                           PARTITION BY statement, table_name, action, columns
                           ORDER BY ordinal) AS run
                  FROM alike a
                )
                SELECT table_name, action, coalesce(string_agg(DISTINCT k, ',' ORDER BY k), ''),
                       min(ordinal), max(ordinal)
                FROM run LEFT JOIN LATERAL jsonb_object_keys(before) k ON true
                GROUP BY statement, table_name, action, columns, run
                ORDER BY max(ordinal) DESC""",
                Tuple.class)
            .setParameter("merge", merge)
            .getResultList();
    return runs.stream()
        .map(
            run ->
                new Run(
                    run.get(0, String.class),
                    run.get(1, String.class),
                    run.get(2, String.class),
                    run.get(3, Integer.class),
                    run.get(4, Integer.class)))
        .toList();
  }

  /// The tables whose rows the merge left otherwise than they are now.
  @SuppressWarnings("unchecked")
  List<String> changed(UUID merge, Table table) {
    // A later step of the same merge may have changed a row again: the last word counts.
    return entities
        .createNativeQuery(
            """
            SELECT s.table_name || ' ' || coalesce(s.row_key ->> 'id', cast(s.row_key AS text))
            FROM (SELECT DISTINCT ON (row_key) * FROM merge_step
                  WHERE merge_id = :merge AND table_name = :table
                  ORDER BY row_key, ordinal DESC) s
            WHERE s.action <> 'removed'
              AND NOT EXISTS (SELECT 1 FROM %s t WHERE %s AND %s = s.after_digest)
            ORDER BY s.ordinal LIMIT 5"""
                .formatted(
                    table.name(),
                    keyed(table),
                    RowRepository.digest("to_jsonb(t)" + RowRepository.without(table))),
            String.class)
        .setParameter("merge", merge)
        .setParameter("table", table.name())
        .getResultList();
  }

  /// Takes one run back.
  ///
  /// @throws ProblemException 409 where something new stands in the way
  void restore(UUID merge, String tenant, Table table, Run run) {
    String statement =
        switch (run.action()) {
          case "moved", "changed" -> rewrite(table, run);
          case "removed" -> insert(table);
          case "added" -> "DELETE FROM %s t USING merge_step s WHERE %s AND %s";
          default -> throw new IllegalStateException("No such step: " + run.action());
        };
    if (run.action().equals("added")) {
      statement = statement.formatted(table.name(), keyed(table), RANGE);
    }
    try {
      var query =
          entities
              .createNativeQuery(statement)
              .setParameter("merge", merge)
              .setParameter("from", run.from())
              .setParameter("to", run.to());
      if (run.action().equals("removed")) {
        query.setParameter("tenant", tenant);
      }
      query.executeUpdate();
    } catch (PersistenceException e) {
      throw new ProblemException(
          MergeProblems.UNDO_NOT_POSSIBLE,
          "Something recorded since stands where a %s was, or what it referred to is gone."
              .formatted(TableRules.resource(run.table())));
    }
  }

  private static final String RANGE = "s.merge_id = :merge AND s.ordinal BETWEEN :from AND :to";

  private static String rewrite(Table table, Run run) {
    List<String> columns = Arrays.stream(run.columns().split(",", -1)).filter(table::has).toList();
    String version = table.isAggregate() ? ", version = t.version + 1" : "";
    return """
        UPDATE %s t SET (%s) = (SELECT %s FROM jsonb_populate_record(t, s.before) r)%s
        FROM merge_step s WHERE %s AND %s"""
        .formatted(
            table.name(),
            String.join(", ", columns),
            columns.stream().map(c -> "r." + c).collect(Collectors.joining(", ")),
            version,
            keyed(table),
            RANGE);
  }

  private static String insert(Table table) {
    List<String> columns = table.columns().stream().sorted().toList();
    return """
        INSERT INTO %s (tenant_id, %s) OVERRIDING SYSTEM VALUE
        SELECT :tenant, %s FROM merge_step s, jsonb_populate_record(cast(NULL AS %s), s.before) r
        WHERE %s%s ORDER BY s.ordinal%s"""
        .formatted(
            table.name(),
            String.join(", ", columns),
            columns.stream()
                .map(c -> c.equals("version") && table.isAggregate() ? "r.version + 1" : "r." + c)
                .collect(Collectors.joining(", ")),
            table.name(),
            RANGE,
            TableRules.stillOfUse(table.name()),
            TableRules.isFollowing(table.name()) || TableRules.isDerived(table.name())
                ? " ON CONFLICT DO NOTHING"
                : "");
  }

  private static String keyed(Table table) {
    return table.key().entrySet().stream()
        .map(
            column ->
                "t.%1$s = cast(s.row_key ->> '%1$s' AS %2$s)"
                    .formatted(column.getKey(), column.getValue()))
        .collect(Collectors.joining(" AND "));
  }

  /// The steps are of no use any more, and hold what belongs to the party that is back.
  void forget(UUID merge) {
    Stream.of("merge_redirect", "merge_step")
        .forEach(
            table ->
                entities
                    .createNativeQuery("DELETE FROM %s WHERE merge_id = :merge".formatted(table))
                    .setParameter("merge", merge)
                    .executeUpdate());
  }
}
