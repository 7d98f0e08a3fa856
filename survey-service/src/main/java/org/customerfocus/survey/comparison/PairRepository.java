package org.customerfocus.survey.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Counts people who answered one question in two waves.
@ApplicationScoped
class PairRepository {

  /// So many gave this answer in the first wave and that one in the second.
  record PairCount(int first, int second, long people) {}

  private final EntityManager entities;

  PairRepository(EntityManager entities) {
    this.entities = entities;
  }

  List<PairCount> count(String question, Wave first, Wave second) {
    Query query =
        entities
            .createNativeQuery(
                """
                SELECT f.value, s.value, count(*) FROM (%s) f JOIN (%s) s USING (person)
                GROUP BY f.value, s.value"""
                    .formatted(latest(1, first), latest(2, second)))
            .setParameter("question", question)
            .setParameter("survey1", first.surveyId())
            .setParameter("survey2", second.surveyId());
    if (first.part() != null && second.part() != null) {
      query
          .setParameter("part1", UUID.fromString(first.part()))
          .setParameter("part2", UUID.fromString(second.part()));
    }
    @SuppressWarnings("unchecked")
    List<Object[]> rows = query.getResultList();
    return rows.stream()
        .map(
            row ->
                new PairCount(
                    ((Number) row[0]).intValue(),
                    ((Number) row[1]).intValue(),
                    ((Number) row[2]).longValue()))
        .toList();
  }

  /// The latest answer of each person who is known. The `OFFSET 0` keeps it to one index lookup a
  /// response.
  private static String latest(int place, Wave wave) {
    String part =
        wave.by() == null
            ? ""
            : "AND r.%s = :part%d".formatted(Objects.requireNonNull(Wave.column(wave.by())), place);
    return """
    SELECT DISTINCT ON (person) coalesce(r.party_id, r.customer_id) AS person, a.value
    FROM response r CROSS JOIN LATERAL (
      SELECT value FROM answer
      WHERE response_id = r.id AND link_id = :question AND value IS NOT NULL OFFSET 0) a
    WHERE r.survey_id = :survey%d AND r.status IN ('completed', 'amended')
      AND coalesce(r.party_id, r.customer_id) IS NOT NULL %s
    ORDER BY person, r.responded_at DESC, r.id DESC"""
        .formatted(place, part);
  }
}
