package org.customerfocus.survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ResultsRepository {

  /// Counts everything in one statement: first who is in which part, then the respondents and the
  /// answers of each. Numbers stay `numeric`, so that sums are exact in any order.
  ///
  /// What is summed up of an option is its share of a constant sum, else its place in the answer,
  /// which only rankings ask for. Consents are counted as options, `true` and `false`.
  ///
  /// The `OFFSET 0` keeps the planner to one index lookup a response: right after an import its
  /// statistics are those of the time before, and every other way may then be a very slow one.
  private static final String COUNT =
      """
      WITH member AS MATERIALIZED (
        SELECT r.id, r.survey_version_id AS version, coalesce(r.weight, 1) AS w,
               coalesce(r.weight, 1) * coalesce(r.weight, 1) AS w2, r.weight IS NOT NULL AS weighted,
               %s
        FROM response r %s
        WHERE r.survey_id = :survey AND r.status IN ('completed', 'amended')
      )
      SELECT version, part_value, part_none, NULL AS link_id, NULL::int AS value,
             NULL AS option_code, NULL AS non_answer, count(*) AS answers, count(*) AS people,
             sum(w) AS weights, sum(w2) AS people_squares, NULL::numeric AS total,
             NULL::numeric AS squares, NULL::numeric AS weighted_total,
             NULL::numeric AS weighted_squares, bool_or(weighted) AS weighted
      FROM member GROUP BY version, part_value, part_none
      UNION ALL
      SELECT m.version, m.part_value, m.part_none, a.link_id, a.value::int, a.chosen,
             a.non_answer, count(*), count(*) FILTER (WHERE a.ordinal = 0), sum(m.w),
             coalesce(sum(m.w2) FILTER (WHERE a.ordinal = 0), 0), sum(a.amount),
             sum(a.amount * a.amount), sum(a.amount * m.w), sum(a.amount * a.amount * m.w), false
      FROM member m CROSS JOIN LATERAL (
        SELECT *, coalesce(option_code, truth::text) AS chosen,
               CASE WHEN option_code IS NULL THEN number
                    ELSE coalesce(number, ordinal + 1) END AS amount
        FROM answer WHERE response_id = m.id OFFSET 0) a
      GROUP BY m.version, m.part_value, m.part_none, a.link_id, a.value, a.chosen, a.non_answer
      """;

  private static final String UNSPLIT = "NULL::text AS part_value, NULL::text AS part_none";

  private static final String BY_QUESTION =
      """
      coalesce(s.value::text, s.option_code, trim_scale(s.number)::text, s.day::text,
        s.truth::text) AS part_value,
      CASE WHEN num_nonnulls(s.value, s.option_code, s.number, s.day, s.truth) = 0
           THEN coalesce(s.non_answer, 'no-answer') END AS part_none""";

  private static final String BY_ATTRIBUTE =
      """
      coalesce(s.code, s.text, trim_scale(s.number)::text, s.truth::text, s.day::text) AS part_value,
      CASE WHEN s.key IS NULL THEN 'no-value' END AS part_none""";

  private static final String JOIN_ANSWER =
      """
      LEFT JOIN LATERAL (
        SELECT * FROM answer WHERE response_id = r.id AND link_id = :split OFFSET 0) s ON true""";

  private static final String JOIN_ATTRIBUTE =
      """
      LEFT JOIN LATERAL (
        SELECT * FROM response_attribute WHERE response_id = r.id AND key = :split OFFSET 0) s
        ON true""";

  private static final String COUNT_PARTS =
      """
      SELECT count(*) FROM (
        SELECT DISTINCT part_value, part_none
        FROM (SELECT %s FROM response r %s
              WHERE r.survey_id = :survey AND r.status IN ('completed', 'amended')) member
        LIMIT :most) part""";

  private final EntityManager entities;

  ResultsRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Whether there are more parts than this: counts no further, and loads none.
  boolean hasMoreParts(UUID surveyId, Splitter splitter, int most) {
    Number parts =
        (Number)
            entities
                .createNativeQuery(
                    splitter.ofQuestion()
                        ? COUNT_PARTS.formatted(BY_QUESTION, JOIN_ANSWER)
                        : COUNT_PARTS.formatted(BY_ATTRIBUTE, JOIN_ATTRIBUTE))
                .setParameter("survey", surveyId)
                .setParameter("split", splitter.id())
                .setParameter("most", most + 1)
                .getSingleResult();
    return parts.intValue() > most;
  }

  List<CountedRow> count(UUID surveyId, @Nullable Splitter splitter) {
    String sql =
        splitter == null
            ? COUNT.formatted(UNSPLIT, "")
            : splitter.ofQuestion()
                ? COUNT.formatted(BY_QUESTION, JOIN_ANSWER)
                : COUNT.formatted(BY_ATTRIBUTE, JOIN_ATTRIBUTE);
    var query = entities.createNativeQuery(sql, Tuple.class).setParameter("survey", surveyId);
    if (splitter != null) {
      query.setParameter("split", splitter.id());
    }
    @SuppressWarnings("unchecked")
    List<Tuple> rows = query.getResultList();
    return rows.stream().map(ResultsRepository::row).toList();
  }

  private static CountedRow row(Tuple row) {
    return new CountedRow(
        row.get("version", UUID.class),
        new Part(row.get("part_value", String.class), row.get("part_none", String.class)),
        row.get("link_id", String.class),
        row.get("value", Integer.class),
        row.get("option_code", String.class),
        row.get("non_answer", String.class),
        row.get("answers", Long.class),
        row.get("people", Long.class),
        row.get("weights", BigDecimal.class),
        row.get("people_squares", BigDecimal.class),
        row.get("total", BigDecimal.class),
        row.get("squares", BigDecimal.class),
        row.get("weighted_total", BigDecimal.class),
        row.get("weighted_squares", BigDecimal.class),
        row.get("weighted", Boolean.class));
  }
}
