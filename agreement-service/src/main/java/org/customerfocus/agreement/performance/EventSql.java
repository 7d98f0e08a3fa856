package org.customerfocus.agreement.performance;

import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.metric.MetricType;
import org.jspecify.annotations.Nullable;

/// The definition of the classes of events in SQL: those of
/// [org.customerfocus.agreement.attainment.EventClassifier], against which it is tested.
///
/// What is written into the text is one of a few constants, never a value: the column that places a
/// measurement, what makes it good, and whether an exclusion takes the good out as well.
final class EventSql {

  private static final String COLUMNS =
      """
      id, metric_id, source, source_id, entity_type, entity_reference, customer_id, offering_id,
      dimensions, at, due_at, started_at, completed_at, value, good, unknown, open,
      placed_by_start, placed_by_completion, recorded_at""";

  private final PeriodBy periodBy;
  private final String good;
  private final boolean remove;
  private final boolean asOf;

  /// @param side on which values are good; null where events are good or bad by themselves
  /// @param asOf whether rows are read as they were recorded at an instant
  EventSql(
      MetricType type,
      PeriodBy periodBy,
      @Nullable Comparator side,
      ExclusionEffect effect,
      boolean asOf) {
    this.periodBy = periodBy;
    this.good = good(type, side);
    this.remove = effect == ExclusionEffect.REMOVE;
    this.asOf = asOf;
  }

  private static String good(MetricType type, @Nullable Comparator side) {
    return switch (type) {
      case RATIO -> "coalesce(m.good, m.completed_at <= m.due_at)";
      case THRESHOLD_SHARE, PERCENTILE ->
          "m.value %s :threshold".formatted(operator(side == null ? Comparator.AT_LEAST : side));
      case MEAN, SUM -> "nullif(m.value IS NOT NULL, false)";
      case COUNT -> "true";
      case TIME_RATIO, DURATION, SURVEY_SCORE ->
          throw new IllegalArgumentException("No metric of events: " + type);
    };
  }

  /// The rows of a commitment with their period and class, as `classed`.
  String classed() {
    return """
        WITH period AS (
          SELECT * FROM jsonb_to_recordset(cast(:periods AS jsonb)) AS p (
            n int, "start" timestamptz, "end" timestamptz)
        ), exclusion_span AS (
          SELECT * FROM jsonb_to_recordset(cast(:exclusions AS jsonb)) AS x (
            "start" timestamptz, "end" timestamptz)
        ), placed AS (
          SELECT p.n, m.*, m.%1$s AS placed_at,
            CASE
              WHEN m.unknown THEN 'UNKNOWN'
              WHEN m.open AND m.due_at >= :cut THEN 'NOT_YET_DUE'
              WHEN m.open THEN 'BAD'
              ELSE CASE %2$s WHEN true THEN 'GOOD' WHEN false THEN 'BAD' ELSE 'UNKNOWN' END
            END AS outcome,
            EXISTS (
              SELECT 1 FROM exclusion_span x
              WHERE m.%1$s >= x."start" AND m.%1$s < x."end") AS covered
          FROM period p
          JOIN %5$s m ON m.%1$s >= p."start" AND m.%1$s < p."end"
          WHERE m.metric_id = :metric
            AND m.%1$s >= :from AND m.%1$s < :to
            AND %4$s
            AND %6$s
        ), classed AS (
          SELECT *,
            CASE WHEN covered AND (outcome = 'BAD' OR %3$s AND outcome = 'GOOD')
              THEN 'EXCLUDED' ELSE outcome END AS class
          FROM placed
        )
        """
        .formatted(
            column(periodBy),
            good,
            remove,
            periodBy == PeriodBy.DUE ? "m.due_at IS NOT NULL" : "true",
            source(),
            SelectorParameters.CONDITION);
  }

  /// What is counted, by period and class.
  String counts(@Nullable Bound warning, @Nullable Bound tolerated) {
    return classed()
        + """
        SELECT n, class, count(*), coalesce(sum(value) FILTER (WHERE class = 'GOOD'), 0),
          count(*) FILTER (WHERE class = 'GOOD' AND %s),
          count(*) FILTER (WHERE class = 'BAD' AND %s),
          min(due_at) FILTER (WHERE class = 'NOT_YET_DUE')
        FROM classed GROUP BY n, class"""
            .formatted(
                warning == null ? "false" : "NOT " + accepts(warning, ":warning"),
                tolerated == null ? "false" : accepts(tolerated, ":tolerated"));
  }

  private static String accepts(Bound bound, String parameter) {
    return "coalesce(value %s %s, false)".formatted(operator(bound.comparator()), parameter);
  }

  /// What is counted, by the value of a dimension and class.
  String split() {
    return classed()
        + """
        SELECT dimensions ->> :dimension AS part, class, count(*),
          coalesce(sum(value) FILTER (WHERE class = 'GOOD'), 0), 0, 0,
          min(due_at) FILTER (WHERE class = 'NOT_YET_DUE')
        FROM classed GROUP BY 1, 2 ORDER BY 1 NULLS LAST LIMIT :limit""";
  }

  /// What is counted, by period, slice of time and class.
  String slices() {
    return classed()
        + """
        SELECT n, floor(extract(epoch FROM placed_at) / :slice)::bigint AS slice, class, count(*)
        FROM classed GROUP BY n, slice, class ORDER BY n, slice""";
  }

  /// How many values lie in each bucket of a sketch, those of good and bad alike.
  String buckets() {
    return classed()
        + """
        SELECT n, sign(value)::int,
          CASE WHEN value = 0 THEN 0 ELSE floor(ln(abs(value)::float8) * :multiplier)::int END AS bucket,
          count(*)
        FROM classed WHERE class IN ('GOOD', 'BAD') AND value IS NOT NULL
        GROUP BY 1, 2, 3""";
  }

  /// A page of the rows of a class.
  String rows(boolean further) {
    return classed()
        + """
        SELECT id, source, source_id, entity_type, entity_reference, customer_id, offering_id, due_at,
          started_at, completed_at, value, good, placed_at, class
        FROM classed WHERE class = ANY (cast(:classes AS text[])) %s
        ORDER BY placed_at, id LIMIT :limit"""
            .formatted(further ? "AND (placed_at, id) > (:afterAt, :afterId)" : "");
  }

  private String source() {
    if (!asOf) {
      return "measurement";
    }
    return """
        (SELECT %1$s FROM measurement WHERE recorded_at <= :asOf
         UNION ALL
         SELECT %1$s FROM measurement_history WHERE recorded_at <= :asOf AND superseded_at > :asOf)"""
        .formatted(COLUMNS);
  }

  private static String column(PeriodBy periodBy) {
    return switch (periodBy) {
      // What has a due date is filed under it: only the partitions of those months are read.
      case DUE -> "at";
      case STARTED -> "placed_by_start";
      case COMPLETED -> "placed_by_completion";
    };
  }

  private static String operator(Comparator comparator) {
    return switch (comparator) {
      case AT_LEAST -> ">=";
      case ABOVE -> ">";
      case AT_MOST -> "<=";
      case BELOW -> "<";
    };
  }
}
