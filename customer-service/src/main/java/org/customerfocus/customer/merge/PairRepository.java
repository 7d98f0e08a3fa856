package org.customerfocus.customer.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.customer.merge.SchemaRepository.Table;
import org.customerfocus.customer.merge.SchemaRepository.UniqueKey;
import org.jspecify.annotations.Nullable;

/// The rows that become one, pair by pair, in sets that each statement works on at once. A set has
/// rows of one table, and no row of it twice.
@ApplicationScoped
class PairRepository {

  /// The pairs `p` of a set.
  static final String OF_SET = "p.merge_id = :merge AND p.set_no = :set";

  /// A row that goes, and the one that stands for it.
  record Pair(UUID dropped, UUID kept) {}

  /// The columns of both rows of a pair as texts, null where they have none.
  record Values(
      Pair pair, Map<String, @Nullable String> kept, Map<String, @Nullable String> dropped) {}

  private final EntityManager entities;

  PairRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// A set of one pair, about the row that stays.
  int start(UUID kept, UUID dropped, Journaling journal) {
    int set = journal.nextSet();
    entities
        .createNativeQuery(
            """
            INSERT INTO merge_pair (tenant_id, merge_id, set_no, dropped_id, kept_id, about_id)
            VALUES (:tenant, :merge, :set, :dropped, :kept, :kept)""")
        .setParameter("tenant", journal.tenant())
        .setParameter("merge", journal.merge())
        .setParameter("set", set)
        .setParameter("dropped", dropped)
        .setParameter("kept", kept)
        .executeUpdate();
    return set;
  }

  /// Gathers the rows that would break a unique key once they refer to what is kept.
  ///
  /// @param parties the columns that refer to a party
  /// @return how many
  int clashing(
      Table table,
      String column,
      String condition,
      List<String> parties,
      int set,
      int next,
      Journaling journal) {
    String about =
        parties.stream()
            .map(party -> "nullif(k.%s, p.about_id), ".formatted(party))
            .collect(Collectors.joining("", "coalesce(", "p.about_id)"));
    return of(
            """
            INSERT INTO merge_pair (tenant_id, merge_id, set_no, dropped_id, kept_id, about_id)
            SELECT DISTINCT ON (c.kept_id) c.*
            FROM (SELECT DISTINCT ON (t.id) p.tenant_id, p.merge_id, cast(:next AS int),
                         t.id AS dropped_id, k.id AS kept_id, %s
                  FROM merge_pair p
                  JOIN %s t ON t.%s = p.dropped_id JOIN %s k ON k.%s = p.kept_id AND %s
                  WHERE %s ORDER BY t.id, k.id) c
            ORDER BY c.kept_id, c.dropped_id"""
                .formatted(about, table.name(), column, table.name(), column, condition, OF_SET),
            set,
            journal)
        .setParameter("next", next)
        .executeUpdate();
  }

  /// That a row `k` has the unique key that `t` has but for the column.
  static String unique(Table table, UniqueKey unique, String column) {
    List<String> conditions = new ArrayList<>();
    for (String each : unique.columns()) {
      if (!each.equals(column)) {
        boolean equal = table.required().contains(each) || !unique.nullsAreEqual();
        conditions.add("k.%1$s %2$s t.%1$s".formatted(each, equal ? "=" : "IS NOT DISTINCT FROM"));
      }
    }
    if (unique.predicate() != null) {
      for (String alias : List.of("t", "k")) {
        conditions.add(
            "EXISTS (SELECT 1 FROM (SELECT %s.*) q WHERE %s)".formatted(alias, unique.predicate()));
      }
    }
    return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
  }

  /// That a row `k` has the very same content as `t`.
  static String same(String column) {
    String told = "to_jsonb(%1$s) - 'id' - 'place' - '" + column + "'";
    return "(" + told.formatted("k") + ") = (" + told.formatted("t") + ")";
  }

  /// Lets nobody else change the rows of a set until the transaction ends.
  void lock(Table table, int set, Journaling journal) {
    of(
            """
            SELECT count(*) FROM (
              SELECT t.id FROM merge_pair p
              CROSS JOIN LATERAL (VALUES (p.kept_id), (p.dropped_id)) s (id)
              JOIN %s t ON t.id = s.id
              WHERE %s ORDER BY t.id FOR UPDATE OF t) locked"""
                .formatted(table.name(), OF_SET),
            set,
            journal)
        .getSingleResult();
  }

  /// The first pairs of a set.
  @SuppressWarnings("unchecked")
  List<Pair> first(int set, int limit, Journaling journal) {
    return ((List<Tuple>)
            entities
                .createNativeQuery(
                    "SELECT p.dropped_id, p.kept_id FROM merge_pair p WHERE %s ORDER BY 1"
                        .formatted(OF_SET),
                    Tuple.class)
                .setParameter("merge", journal.merge())
                .setParameter("set", set)
                .setMaxResults(limit)
                .getResultList())
        .stream().map(row -> new Pair(row.get(0, UUID.class), row.get(1, UUID.class))).toList();
  }

  /// The values of the first pairs of a set.
  @SuppressWarnings("unchecked")
  List<Values> values(Table table, int set, int limit, Journaling journal) {
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT p.dropped_id, p.kept_id, t.id = p.kept_id, e.key, e.value
                FROM (SELECT p.dropped_id, p.kept_id FROM merge_pair p WHERE %s
                      ORDER BY p.dropped_id LIMIT :limit) p
                CROSS JOIN LATERAL (VALUES (p.kept_id), (p.dropped_id)) s (id)
                JOIN %s t ON t.id = s.id
                CROSS JOIN LATERAL jsonb_each_text(to_jsonb(t)) e
                ORDER BY p.dropped_id"""
                    .formatted(OF_SET, table.name()),
                Tuple.class)
            .setParameter("merge", journal.merge())
            .setParameter("set", set)
            .setParameter("limit", limit)
            .getResultList();
    Map<Pair, Values> values = new LinkedHashMap<>();
    for (Tuple row : rows) {
      Pair pair = new Pair(row.get(0, UUID.class), row.get(1, UUID.class));
      Values both =
          values.computeIfAbsent(pair, p -> new Values(p, new HashMap<>(), new HashMap<>()));
      (row.get(2, Boolean.class) ? both.kept() : both.dropped())
          .put(row.get(3, String.class), row.get(4, String.class));
    }
    return List.copyOf(values.values());
  }

  boolean anyRefers(Table table, String column, int set, Journaling journal) {
    return (boolean)
        of(
                "SELECT EXISTS (SELECT 1 FROM merge_pair p JOIN %s t ON t.%s = p.dropped_id WHERE %s)"
                    .formatted(table.name(), column, OF_SET),
                set,
                journal)
            .getSingleResult();
  }

  /// The ids of the rows `t` that meet a condition over the pairs `p`, the first few.
  @SuppressWarnings("unchecked")
  List<UUID> ids(Table table, String condition, int set, int limit, Journaling journal) {
    return entities
        .createNativeQuery(
            "SELECT t.id FROM merge_pair p JOIN %s t ON %s WHERE %s ORDER BY t.id"
                .formatted(table.name(), condition, OF_SET),
            UUID.class)
        .setParameter("merge", journal.merge())
        .setParameter("set", set)
        .setMaxResults(limit)
        .getResultList();
  }

  private Query of(String statement, int set, Journaling journal) {
    return entities
        .createNativeQuery(statement)
        .setParameter("merge", journal.merge())
        .setParameter("set", set);
  }
}
