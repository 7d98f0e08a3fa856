package org.customerfocus.survey.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.survey.satisfaction.Protection.Past;
import org.customerfocus.survey.satisfaction.SatisfactionQuery.Range;
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

  /// Anonymous responses keep the day alone, in UTC: in any other zone it would be another day.
  private static final String NEAR =
      """
      WITH near AS MATERIALIZED (
        SELECT r.id, r.survey_id, r.responded_at, a.value, a.value = ANY (q.top_boxes) AS top,
               coalesce(r.party_id, r.customer_id, r.id) AS person,
               r.touchpoint_id, f.roles, f.segments,
               cast(r.responded_at AT TIME ZONE
                 CASE WHEN r.anonymous THEN 'UTC' ELSE :zone END AS date) AS day
        FROM score_question q
        JOIN response r ON r.survey_version_id = q.survey_version_id
        JOIN answer a ON a.response_id = r.id AND a.link_id = q.link_id AND a.value IS NOT NULL
        %s
        WHERE q.score = :score AND r.status IN ('completed', 'amended')
          AND r.responded_at >= :from AND r.responded_at < :to
          AND (:touchpoint = '' OR r.touchpoint_id = cast(nullif(:touchpoint, '') AS uuid)))"""
          .formatted(Respondents.FROZEN);

  private static final String COUNT =
      """
      , said AS MATERIALIZED (SELECT * FROM near WHERE day >= :first AND day < :end),
      latest AS (
        SELECT DISTINCT ON (person) value, top,
          (SELECT role FROM unnest(roles) role
           WHERE :others OR role = ANY (cast(:order AS text[]))
           ORDER BY array_position(cast(:order AS text[]), role) NULLS LAST, role LIMIT 1) AS role
        FROM said ORDER BY person, responded_at DESC, id DESC)
      SELECT 'WHOLE' AS of, NULL AS part, value, top, count(*) AS answers FROM said GROUP BY value, top
      UNION ALL
      SELECT 'SURVEY', survey_id::text, value, top, count(*) FROM said GROUP BY survey_id, value, top
      UNION ALL
      SELECT 'PERIOD', to_char(date_trunc(:unit, cast(day AS timestamp)), 'YYYY-MM-DD'),
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
      GROUP BY role, value, top""";

  /// All responses that ever answered by day, in UTC, however many questions of each ask for the
  /// score: a few people's many answers are no more people. And the days of the quarters of a range
  /// by what they are part of.
  private static final String HISTORY =
      """
      WITH ever AS MATERIALIZED (
        SELECT r.id, r.survey_id, r.touchpoint_id, r.invitation_id, r.responded_at,
               coalesce(r.party_id, r.customer_id, r.id) AS person,
               cast(r.responded_at AT TIME ZONE 'UTC' AS date) AS day
        FROM score_question q
        JOIN response r ON r.survey_version_id = q.survey_version_id
        JOIN answer a ON a.response_id = r.id AND a.link_id = q.link_id AND a.value IS NOT NULL
        WHERE q.score = :score AND r.status IN ('completed', 'amended')),
      people AS MATERIALIZED (
        SELECT person, max(ROW(responded_at, id)) AS latest, max(day) AS day,
          bool_or(day >= :first AND day < :end) AS asked
        FROM ever GROUP BY person HAVING count(DISTINCT id) > 1),
      asked AS MATERIALIZED (
        SELECT r.id, r.day, r.survey_id, r.touchpoint_id, f.roles, f.segments,
          coalesce(ROW(r.responded_at, r.id) < p.latest, false) AS superseded
        FROM ever r LEFT JOIN people p ON p.person = r.person
        %s
        WHERE r.day >= cast(date_trunc('quarter', cast(:first AS timestamp)) AS date)
          AND r.day < cast(date_trunc('quarter', cast(:end AS timestamp) - interval '1 day')
            + interval '3 months' AS date))
      SELECT 'WHOLE' AS of, day, cast('{}' AS text[]) AS parts, count(DISTINCT id) AS answers
      FROM ever GROUP BY day
      UNION ALL
      SELECT 'SURVEY', day, ARRAY[survey_id::text], count(DISTINCT id)
      FROM asked GROUP BY day, survey_id
      UNION ALL
      SELECT 'TOUCHPOINT', day, array_remove(ARRAY[touchpoint_id::text], NULL),
        count(DISTINCT id)
      FROM asked GROUP BY day, touchpoint_id
      UNION ALL
      SELECT 'ROLE', day, coalesce(roles, '{}')
          || CASE WHEN superseded THEN ARRAY['+'] ELSE cast('{}' AS text[]) END,
        count(DISTINCT id)
      FROM asked GROUP BY 2, 3
      UNION ALL
      SELECT 'SEGMENT', day, coalesce(segments, '{}'), count(DISTINCT id) FROM asked GROUP BY 2, 3
      UNION ALL
      SELECT 'PERSON', max(day), cast('{}' AS text[]), count(*) FROM people
      WHERE asked AND day >= :end HAVING count(*) > 0"""
          .formatted(Respondents.FROZEN);

  /// The answers of one survey, or of one of its questions.
  private static final String OF_SURVEY =
      """
      FROM score_question q
      JOIN response r ON r.survey_version_id = q.survey_version_id
      JOIN answer a ON a.response_id = r.id AND a.link_id = q.link_id AND a.value IS NOT NULL
      WHERE q.score = :score AND r.survey_id = :survey
        AND (cast(:linkId AS text) IS NULL OR q.link_id = cast(:linkId AS text))
        AND r.status IN ('completed', 'amended')""";

  private final EntityManager entities;

  SatisfactionRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// @param order the roles, the highest first
  /// @param others whether there are roles below those
  List<Count> counts(SatisfactionQuery query, Range range, List<String> order, boolean others) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(NEAR + COUNT, Tuple.class)
            .setParameter("score", query.score.wire())
            .setParameter("touchpoint", Objects.requireNonNullElse(query.ofTouchpoint(), ""))
            // A day begins and ends within a day of when it does in UTC.
            .setParameter("from", start(range.first().minusDays(1)))
            .setParameter("to", start(range.end().plusDays(1)))
            .setParameter("first", range.first())
            .setParameter("end", range.end())
            .setParameter("unit", query.period.wire())
            .setParameter("zone", range.zone().getId())
            .setParameter("order", order.toArray(String[]::new))
            .setParameter("others", others)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                count(Of.valueOf(row.get("of", String.class)), row.get("part", String.class), row))
        .toList();
  }

  /// What is to be known of the past, counted by day; and under [Of#PERSON] how many people have
  /// answered within the range and again behind it.
  List<Past> history(SatisfactionScore score, Range range) {
    // The same parts are kept once.
    Map<List<String>, List<String>> kinds = new HashMap<>();
    @SuppressWarnings("unchecked")
    Stream<Tuple> found =
        entities
            .createNativeQuery(HISTORY, Tuple.class)
            .setParameter("score", score.wire())
            .setParameter("first", range.first())
            .setParameter("end", range.end())
            .getResultStream();
    try (Stream<Tuple> rows = found) {
      return rows.map(
              row ->
                  new Past(
                      Of.valueOf(row.get("of", String.class)),
                      row.get("day", LocalDate.class),
                      kinds.computeIfAbsent(
                          List.of(row.get("parts", String[].class)),
                          parts -> parts.stream().sorted().distinct().toList()),
                      row.get("answers", Number.class).longValue()))
          .toList();
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// The answers of one survey in a time. Of anonymous ones no more than the day in UTC is kept, so
  /// they count by it.
  ///
  /// @param linkId of one question; null for all that ask for the score
  List<Count> ofSurvey(
      UUID survey,
      SatisfactionScore score,
      @Nullable String linkId,
      Instant from,
      Instant to,
      ZoneId zone) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT a.value, a.value = ANY (q.top_boxes) AS top, count(*) AS answers
                %s
                  AND r.responded_at >= CASE WHEN r.anonymous
                    THEN cast(:first AS timestamptz) ELSE cast(:from AS timestamptz) END
                  AND r.responded_at < CASE WHEN r.anonymous
                    THEN cast(:end AS timestamptz) ELSE cast(:to AS timestamptz) END
                GROUP BY 1, 2"""
                    .formatted(OF_SURVEY),
                Tuple.class)
            .setParameter("score", score.wire())
            .setParameter("survey", survey)
            .setParameter("linkId", linkId)
            .setParameter("from", from)
            .setParameter("to", to)
            .setParameter("first", day(from, zone))
            .setParameter("end", day(to, zone))
            .getResultList();
    return rows.stream().map(row -> count(Of.SURVEY, survey.toString(), row)).toList();
  }

  /// How many responses to one survey have ever answered, by the day in UTC.
  ///
  /// @param linkId of one question; null for all that ask for the score
  Map<LocalDate, Long> peopleOfSurvey(
      UUID survey, SatisfactionScore score, @Nullable String linkId) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT cast(r.responded_at AT TIME ZONE 'UTC' AS date) AS day,
                  count(DISTINCT r.id) AS people
                %s
                GROUP BY 1"""
                    .formatted(OF_SURVEY),
                Tuple.class)
            .setParameter("score", score.wire())
            .setParameter("survey", survey)
            .setParameter("linkId", linkId)
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.get("day", LocalDate.class),
                row -> row.get("people", Number.class).longValue()));
  }

  private static Instant day(Instant of, ZoneId zone) {
    return start(LocalDate.ofInstant(of, zone));
  }

  private static Count count(Of of, @Nullable String part, Tuple row) {
    return new Count(
        of,
        part,
        row.get("value", Number.class).intValue(),
        row.get("top", Boolean.class),
        row.get("answers", Number.class).longValue());
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
