package org.customerfocus.survey.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Counts the answers that ask for a score, over all surveys.
@ApplicationScoped
class SatisfactionRepository {

  /// What a row counts.
  enum Of {
    WHOLE,
    SURVEY,
    PERIOD,
    ROLE,
    SEGMENT,
    TOUCHPOINT,
    /// People, each with the latest answer, under the highest of their roles.
    PERSON
  }

  /// So many gave this value.
  ///
  /// @param part which survey, period, role or segment; null for none
  record Count(Of of, @Nullable String part, int value, boolean top, long answers) {

    /// The part of what has no parts.
    static final String ALL = "";

    String partOrWhole() {
      return part == null ? ALL : part;
    }
  }

  private static final String COUNT =
      """
      WITH said AS MATERIALIZED (
        SELECT r.id, r.survey_id, r.responded_at, a.value, a.value = ANY (q.top_boxes) AS top,
               coalesce(r.party_id, r.customer_id, r.id) AS person,
               r.touchpoint_id, f.roles, f.segments
        FROM score_question q
        JOIN response r ON r.survey_version_id = q.survey_version_id
        JOIN answer a ON a.response_id = r.id AND a.link_id = q.link_id AND a.value IS NOT NULL
        %s
        WHERE q.score = :score AND r.status IN ('completed', 'amended')
          AND r.responded_at >= :from AND r.responded_at < :to),
      latest AS (
        SELECT DISTINCT ON (person) value, top,
          (SELECT role FROM unnest(roles) role
           ORDER BY array_position(cast(:order AS text[]), role) NULLS LAST, role LIMIT 1) AS role
        FROM said ORDER BY person, responded_at DESC, id DESC)
      SELECT 'WHOLE' AS of, NULL AS part, value, top, count(*) AS answers FROM said GROUP BY value, top
      UNION ALL
      SELECT 'SURVEY', survey_id::text, value, top, count(*) FROM said GROUP BY survey_id, value, top
      UNION ALL
      SELECT 'PERIOD', to_char(date_trunc(:unit, responded_at AT TIME ZONE :zone), 'YYYY-MM-DD'),
        value, top, count(*) FROM said GROUP BY 2, value, top
      UNION ALL
      SELECT 'ROLE', role, value, top, count(*) FROM said, unnest(roles) role
      GROUP BY role, value, top
      UNION ALL
      SELECT 'SEGMENT', segment, value, top, count(*) FROM said, unnest(segments) segment
      GROUP BY segment, value, top
      UNION ALL
      SELECT 'TOUCHPOINT', touchpoint_id::text, value, top, count(*) FROM said
      GROUP BY touchpoint_id, value, top
      UNION ALL
      SELECT 'PERSON', role, value, top, count(*) FROM latest WHERE role IS NOT NULL
      GROUP BY role, value, top"""
          .formatted(Respondents.FROZEN);

  private final EntityManager entities;

  SatisfactionRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// @param unit of the periods: day, week, month or quarter
  /// @param order the roles, the highest first
  List<Count> counts(
      SatisfactionScore score,
      Instant from,
      Instant to,
      String unit,
      String zone,
      List<String> order) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(COUNT, Tuple.class)
            .setParameter("score", score.wire())
            .setParameter("from", from)
            .setParameter("to", to)
            .setParameter("unit", unit)
            .setParameter("zone", zone)
            .setParameter("order", order.toArray(String[]::new))
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Count(
                    Of.valueOf(row.get("of", String.class)),
                    row.get("part", String.class),
                    row.get("value", Number.class).intValue(),
                    row.get("top", Boolean.class),
                    row.get("answers", Number.class).longValue()))
        .toList();
  }

  /// The most careful anonymity threshold of the surveys that ask for the score.
  int threshold(SatisfactionScore score) {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    SELECT coalesce(max(s.anonymity_threshold), 0) FROM survey s
                    WHERE EXISTS (
                      SELECT 1 FROM survey_version v JOIN score_question q
                        ON q.survey_version_id = v.id
                      WHERE v.survey_id = s.id AND q.score = :score)""")
                .setParameter("score", score.wire())
                .getSingleResult())
        .intValue();
  }

  /// What people call these surveys.
  List<NamedSurvey> names(List<UUID> surveys) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery("SELECT id, name FROM survey WHERE id = ANY (:ids)", Tuple.class)
            .setParameter("ids", surveys.toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .map(row -> new NamedSurvey(row.get("id", UUID.class), row.get("name", String.class)))
        .toList();
  }

  record NamedSurvey(UUID id, String name) {}
}
