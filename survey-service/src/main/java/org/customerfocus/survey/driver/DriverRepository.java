package org.customerfocus.survey.driver;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customerfocus.survey.statistics.DriverSample;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;

/// Reads complete answers to questions on scales.
@ApplicationScoped
class DriverRepository {

  /// A step of a scale fits, counted from 1: a scale has 101 at most.
  private static final int BITS = 7;

  private static final int IN_A_WORD = 9;

  /// One row a respondent: the database packs the answers into three words, since a row for each
  /// answer would take most of the time on its way. The `OFFSET 0` keeps it to one index lookup a
  /// response, which reads the answers from the index alone. In one order, so that the same
  /// respondents are drawn again each time.
  private static final String PACKED =
      """
      WITH q AS MATERIALIZED (
        SELECT link_id, least, (place - 1) / 9 AS word, ((place - 1) % 9 * 7)::int AS shift
        FROM unnest(:questions, :least) WITH ORDINALITY q (link_id, least, place))
      SELECT
        bit_or(CASE WHEN q.word = 0 THEN (a.value - q.least + 1)::bigint << q.shift END) AS first,
        bit_or(CASE WHEN q.word = 1 THEN (a.value - q.least + 1)::bigint << q.shift END) AS second,
        bit_or(CASE WHEN q.word = 2 THEN (a.value - q.least + 1)::bigint << q.shift END) AS third
      FROM response r CROSS JOIN LATERAL (
        SELECT link_id, value FROM answer
        WHERE response_id = r.id AND value IS NOT NULL OFFSET 0) a
      JOIN q ON q.link_id = a.link_id
      WHERE r.survey_id = :survey AND r.status IN ('completed', 'amended')
      GROUP BY r.id HAVING count(*) = cardinality(:questions)
      ORDER BY r.id""";

  private final EntityManager entities;

  DriverRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// The answers of those who answered all of the questions, the outcome last.
  ///
  /// @param least the lowest step of each question's scale
  DriverSample sample(UUID surveyId, List<String> questions, List<Integer> least) {
    DriverSample sample = new DriverSample(questions.size() - 1);
    double[] answers = new double[questions.size()];
    try (ScrollableResults<Object[]> rows =
        entities
            .unwrap(Session.class)
            .createNativeQuery(PACKED, Object[].class)
            .setParameter("survey", surveyId)
            .setParameter("questions", questions.toArray(String[]::new))
            .setParameter("least", least.toArray(Integer[]::new))
            .setFetchSize(5_000)
            .scroll(ScrollMode.FORWARD_ONLY)) {
      while (rows.next()) {
        Object[] words = rows.get();
        IntStream.range(0, answers.length)
            .forEach(
                i -> {
                  long word = ((Number) words[i / IN_A_WORD]).longValue();
                  long step = word >> (i % IN_A_WORD * BITS) & ((1 << BITS) - 1);
                  answers[i] = step - 1.0 + least.get(i);
                });
        sample.add(answers);
      }
    }
    return sample;
  }
}
