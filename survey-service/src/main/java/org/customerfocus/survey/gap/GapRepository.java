package org.customerfocus.survey.gap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.statistics.Servqual.Counted;
import org.jspecify.annotations.Nullable;

/// Reduces pairs of answers to the sums that gaps are made of.
@ApplicationScoped
class GapRepository {

  /// What a sum is of.
  enum Of {
    PAIR,
    DIMENSION,
    WEIGHTED
  }

  /// Respondents of a pair or a dimension, by how many of its pairs are complete.
  ///
  /// @param place of the pair or dimension, from 0
  record GapSum(Of of, int place, Counted counted) {}

  /// The `OFFSET 0` keeps it to one index lookup a response. A pair is complete when both of its
  /// two questions have a value.
  private static final String PAIRS =
      """
      WITH question AS MATERIALIZED (
        SELECT * FROM unnest(:questions, :pairs, :dimensions, :signs)
          q (link_id, pair, dimension, sign)),
      gap AS MATERIALIZED (
        SELECT r.id, q.pair, q.dimension, sum(q.sign * a.value)::int AS gap
        FROM response r CROSS JOIN LATERAL (
          SELECT link_id, value FROM answer
          WHERE response_id = r.id AND value IS NOT NULL OFFSET 0) a
        JOIN question q ON q.link_id = a.link_id
        WHERE r.survey_id = :survey AND r.status IN ('completed', 'amended')
        GROUP BY r.id, q.pair, q.dimension HAVING count(*) = 2),
      dimension AS MATERIALIZED (
        SELECT id, dimension, count(*)::int AS pairs, sum(gap) AS gaps FROM gap
        GROUP BY id, dimension)
      SELECT 'PAIR' AS of, pair AS place, 1 AS pairs, count(*) AS respondents,
        sum(gap)::numeric AS sum, sum(gap * gap)::numeric AS squares FROM gap GROUP BY pair
      UNION ALL
      SELECT 'DIMENSION', dimension, pairs, count(*), sum(gaps)::numeric, sum(gaps * gaps)::numeric
      FROM dimension GROUP BY dimension, pairs""";

  /// Whoever gave points to a dimension without a complete pair has no weighted gap: nothing is put
  /// in its place.
  private static final String WEIGHTED =
      """

      UNION ALL
      SELECT 'WEIGHTED', 0, 1, count(*), sum(gap), sum(gap * gap) FROM (
        SELECT sum(a.number * d.gaps / d.pairs) / sum(a.number) AS gap
        FROM response r CROSS JOIN LATERAL (
          SELECT option_code, number FROM answer
          WHERE response_id = r.id AND link_id = :allocation AND number > 0 OFFSET 0) a
        LEFT JOIN dimension d ON d.id = r.id
          AND d.dimension = array_position(:codes, a.option_code) - 1
        WHERE r.survey_id = :survey AND r.status IN ('completed', 'amended')
        GROUP BY r.id HAVING count(*) = count(d.id)) weighted
      HAVING count(*) > 0""";

  private final EntityManager entities;

  GapRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// @param allocation the constant sum whose options are the dimensions, or null
  List<GapSum> sums(UUID surveyId, List<Dimension> dimensions, @Nullable String allocation) {
    List<String> questions = new ArrayList<>();
    List<Integer> pairs = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<Integer> signs = new ArrayList<>();
    int pair = 0;
    for (int place = 0; place < dimensions.size(); place++) {
      for (Dimension.Pair each : dimensions.get(place).pairs()) {
        questions.add(each.expected());
        signs.add(-1);
        questions.add(each.perceived());
        signs.add(1);
        pairs.add(pair);
        pairs.add(pair++);
        places.add(place);
        places.add(place);
      }
    }
    Query query =
        entities
            .createNativeQuery(allocation == null ? PAIRS : PAIRS + WEIGHTED, Tuple.class)
            .setParameter("survey", surveyId)
            .setParameter("questions", questions.toArray(String[]::new))
            .setParameter("pairs", pairs.toArray(Integer[]::new))
            .setParameter("dimensions", places.toArray(Integer[]::new))
            .setParameter("signs", signs.toArray(Integer[]::new));
    if (allocation != null) {
      query
          .setParameter("allocation", allocation)
          .setParameter("codes", dimensions.stream().map(Dimension::linkId).toArray(String[]::new));
    }
    @SuppressWarnings("unchecked")
    List<Tuple> rows = query.getResultList();
    return rows.stream()
        .map(
            row ->
                new GapSum(
                    Of.valueOf(row.get("of", String.class)),
                    row.get("place", Integer.class),
                    new Counted(
                        row.get("pairs", Integer.class),
                        row.get("respondents", Long.class),
                        row.get("sum", BigDecimal.class),
                        row.get("squares", BigDecimal.class))))
        .toList();
  }
}
