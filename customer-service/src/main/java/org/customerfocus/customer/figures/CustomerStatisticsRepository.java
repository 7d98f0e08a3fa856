package org.customerfocus.customer.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.customer.statistics.Level;
import org.customerfocus.customer.statistics.Periods;
import org.jspecify.annotations.Nullable;

/// Counts customers in SQL, so that no more than one row a key and period is answered.
///
/// Being something over time is a set of days, a multirange: ranges of one customer that overlap
/// count once. A range of days begins to count at the first counted day not before its beginning,
/// and no more from the first one not before its end; `width_bucket` finds both places, and running
/// sums of these changes are the counts.
@ApplicationScoped
class CustomerStatisticsRepository {

  /// How many there are at each place of a series.
  record Series(String key, long[] counts) {}

  /// What happened in each of several periods.
  ///
  /// @param lost who were current on the eve of the period, but not on its last day
  /// @param active who were current on any day of it
  /// @param buyers who bought in it
  /// @param repeaters those of them who had then bought at least twice
  /// @param referrers those of the active who referred somebody in it
  record Happened(long[] lost, long[] active, long[] buyers, long[] repeaters, long[] referrers) {}

  /// The customers of the provider.
  private static final String OURS =
      """
      ours AS (
        SELECT c.id, daterange(c.valid_from, c.valid_to) AS days
        FROM customer c
        WHERE c.provider_party_id IS NOT DISTINCT FROM coalesce(
          cast(:provider AS uuid), (SELECT o.party_id FROM own_organization o)))""";

  /// On which days each of them was current.
  private static final String CURRENT =
      OURS
          + """
          ,
          current_days AS (
            SELECT o.id AS customer_id,
              range_agg(o.days * daterange(l.valid_from, l.valid_to)) AS days
            FROM ours o
            JOIN customer_lifecycle l ON l.customer_id = o.id AND l.lifecycle = 'current'
            GROUP BY o.id)""";

  /// Counts the customers of `held (key, days)` at the closing days.
  private static final String COUNT =
      """
      ,
      spans AS (SELECT h.key, unnest(h.days) AS span FROM held h),
      changes AS (
        SELECT s.key, coalesce(width_bucket(lower(s.span) - 1, cast(:days AS date[])), 0) AS place,
          1 AS change
        FROM spans s
        UNION ALL
        SELECT s.key, width_bucket(upper(s.span) - 1, cast(:days AS date[])), -1
        FROM spans s WHERE NOT upper_inf(s.span))
      SELECT key, place, sum(change) FROM changes WHERE place < :size
      GROUP BY key, place""";

  // Lost: a stretch of days that covers the eve of the period and ends in it, unless another one
  // covers the last day. Active: the periods that the stretches touch, joined, so that a customer
  // who comes back within a period counts once.
  private static final String HAPPENED =
      """
      ,
      spans AS (
        SELECT d.customer_id, d.days, s.span,
          greatest(coalesce(width_bucket(lower(s.span), cast(:bounds AS date[])) - 1, 0), 0)
            AS first,
          CASE WHEN upper_inf(s.span) THEN :size
            ELSE least(width_bucket(upper(s.span) - 1, cast(:bounds AS date[])), :size) END AS past,
          coalesce(width_bucket(upper(s.span), cast(:bounds AS date[])) - 1, -1) AS ending
        FROM current_days d CROSS JOIN LATERAL unnest(d.days) AS s (span)),
      lost AS (
        SELECT s.ending AS place FROM spans s
        WHERE s.ending >= 0 AND s.ending < :size
          AND (lower_inf(s.span) OR lower(s.span) < (cast(:bounds AS date[]))[s.ending + 1])
          AND NOT s.days @> (cast(:closings AS date[]))[s.ending + 1]),
      touched AS (
        SELECT unnest(range_agg(int4range(s.first, s.past))) AS places
        FROM spans s WHERE s.first < s.past GROUP BY s.customer_id),
      bought AS (
        SELECT p.customer_id,
          width_bucket(p.purchased_at, cast(:begins AS timestamptz[])) - 1 AS place,
          row_number() OVER (PARTITION BY p.customer_id ORDER BY p.purchased_at, p.id) AS nth
        FROM purchase p JOIN ours o ON o.id = p.customer_id),
      referred AS (
        SELECT f.from_customer_id AS customer_id, c.days,
          width_bucket(f.referred_at, cast(:begins AS timestamptz[])) - 1 AS place
        FROM referral f JOIN current_days c ON c.customer_id = f.from_customer_id)
      SELECT 'lost', l.place, count(*) FROM lost l GROUP BY l.place
      UNION ALL
      SELECT 'active', lower(t.places), count(*) FROM touched t GROUP BY lower(t.places)
      UNION ALL
      SELECT 'active', upper(t.places), -count(*) FROM touched t
      WHERE upper(t.places) < :size GROUP BY upper(t.places)
      UNION ALL
      SELECT 'buyers', b.place, count(DISTINCT b.customer_id) FROM bought b
      WHERE b.place >= 0 AND b.place < :size GROUP BY b.place
      UNION ALL
      SELECT 'repeaters', b.place, count(DISTINCT b.customer_id) FROM bought b
      WHERE b.place >= 0 AND b.place < :size AND b.nth > 1 GROUP BY b.place
      UNION ALL
      SELECT 'referrers', r.place, count(DISTINCT r.customer_id) FROM referred r
      WHERE r.place >= 0 AND r.place < :size
        AND r.days && daterange((cast(:bounds AS date[]))[r.place + 1],
          (cast(:bounds AS date[]))[r.place + 2])
      GROUP BY r.place""";

  private final EntityManager entities;

  CustomerStatisticsRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// By phase of the life cycle, as of the closings.
  List<Series> byLifecycle(@Nullable UUID provider, Periods periods) {
    return counted(
        "WITH "
            + OURS
            + """
            ,
            held AS (
              SELECT l.lifecycle AS key, o.id,
                range_agg(o.days * daterange(l.valid_from, l.valid_to)) AS days
              FROM ours o JOIN customer_lifecycle l ON l.customer_id = o.id
              GROUP BY l.lifecycle, o.id)"""
            + COUNT,
        provider,
        periods);
  }

  /// Current customers by role, as of the closings.
  List<Series> byRole(@Nullable UUID provider, Periods periods) {
    return counted(
        "WITH "
            + CURRENT
            + """
            ,
            held AS (
              SELECT r.type AS key, r.customer_id,
                range_agg(daterange(r.valid_from, r.valid_to)) * d.days AS days
              FROM current_days d JOIN customer_role r ON r.customer_id = d.customer_id
              GROUP BY r.type, r.customer_id, d.days)"""
            + COUNT,
        provider,
        periods);
  }

  /// Members by segment, as of the end of the closings. The key is the id of the segment.
  ///
  /// Whoever's last change was to enter is a member. One customer's changes need not alternate:
  /// where two histories were joined, they may enter twice and leave twice, and count once.
  List<Series> bySegment(@Nullable UUID provider, Periods periods) {
    String sql =
        "WITH "
            + OURS
            + """
            ,
            steps AS (
              SELECT s.segment_id, s.changed_at, s.change,
                lag(s.change, 1, 'left') OVER (
                  PARTITION BY s.segment_id, s.customer_id ORDER BY s.changed_at, s.id) AS before
              FROM segment_change s JOIN ours o ON o.id = s.customer_id
              WHERE s.changed_at < cast(:last AS timestamptz))
            SELECT cast(s.segment_id AS text),
              width_bucket(s.changed_at, cast(:ends AS timestamptz[])) AS place,
              sum(CASE s.change WHEN 'entered' THEN 1 ELSE -1 END)
            FROM steps s WHERE s.change <> s.before
            GROUP BY 1, 2""";
    Query query =
        entities
            .createNativeQuery(sql)
            .setParameter("provider", provider)
            .setParameter("ends", array(periods.closingInstants()))
            .setParameter("last", periods.closingInstants().getLast().toString());
    return series(query, periods.size() + 1);
  }

  Map<UUID, String> segmentNames(List<UUID> segments) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        entities
            .createNativeQuery("SELECT s.id, s.name FROM segment s WHERE s.id = ANY (:ids)")
            .setParameter("ids", segments.toArray(UUID[]::new))
            .getResultList();
    return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
  }

  private List<Series> counted(String sql, @Nullable UUID provider, Periods periods) {
    int size = periods.size() + 1;
    return series(
        entities
            .createNativeQuery(sql)
            .setParameter("provider", provider)
            .setParameter("days", array(periods.closings()))
            .setParameter("size", size),
        size);
  }

  private static List<Series> series(Query query, int size) {
    Map<String, long[]> changes = new TreeMap<>();
    for (Object[] row : rows(query)) {
      changes.computeIfAbsent((String) row[0], key -> new long[size])[number(row[1])] +=
          number(row[2]);
    }
    return changes.entrySet().stream()
        .map(each -> new Series(each.getKey(), Level.of(each.getValue())))
        .toList();
  }

  /// What happened in each period.
  Happened happened(@Nullable UUID provider, Periods periods) {
    Query query =
        entities
            .createNativeQuery("WITH " + CURRENT + HAPPENED)
            .setParameter("provider", provider)
            .setParameter("size", periods.size())
            .setParameter("bounds", array(periods.bounds()))
            .setParameter("closings", array(periods.closings().subList(1, periods.size() + 1)))
            .setParameter("begins", array(periods.instants()));
    Map<String, long[]> counts = new TreeMap<>();
    for (Object[] row : rows(query)) {
      counts.computeIfAbsent((String) row[0], key -> new long[periods.size()])[number(row[1])] +=
          number(row[2]);
    }
    long[] none = new long[periods.size()];
    return new Happened(
        counts.getOrDefault("lost", none),
        Level.of(counts.getOrDefault("active", none)),
        counts.getOrDefault("buyers", none),
        counts.getOrDefault("repeaters", none),
        counts.getOrDefault("referrers", none));
  }

  /// How many referrals the provider's customers made within all periods, and how many of these
  /// became customers.
  long[] referrals(@Nullable UUID provider, Periods periods) {
    List<Object[]> rows =
        rows(
            entities
                .createNativeQuery(
                    "WITH "
                        + OURS
                        + """

                        SELECT count(*), count(*) FILTER (WHERE f.outcome = 'became-customer')
                        FROM referral f JOIN ours o ON o.id = f.from_customer_id
                        WHERE f.referred_at >= cast(:begin AS timestamptz)
                          AND f.referred_at < cast(:end AS timestamptz)""")
                .setParameter("provider", provider)
                .setParameter("begin", periods.instants().getFirst().toString())
                .setParameter("end", periods.instants().getLast().toString()));
    return new long[] {number(rows.getFirst()[0]), number(rows.getFirst()[1])};
  }

  /// Who began when: the number of each cohort, and of those of it who were retained in each
  /// period, in one series a cohort. The key is the cohort's place; the first number is its size,
  /// the others are by period.
  Map<Integer, long[]> cohorts(
      @Nullable UUID provider, Periods periods, CohortBy by, RetainedBy retained) {
    String sql =
        "WITH "
            + CURRENT
            + members(by)
            + switch (retained) {
              case LIFECYCLE -> RETAINED_BY_LIFECYCLE;
              case PURCHASE -> RETAINED_BY_PURCHASE;
            };
    Query query =
        entities
            .createNativeQuery(sql)
            .setParameter("provider", provider)
            .setParameter("size", periods.size())
            .setParameter(
                by == CohortBy.BECAME_CURRENT ? "bounds" : "begins",
                by == CohortBy.BECAME_CURRENT
                    ? array(periods.bounds())
                    : array(periods.instants()));
    if (retained == RetainedBy.LIFECYCLE) {
      query.setParameter("days", array(periods.closings().subList(1, periods.size() + 1)));
    } else {
      query.setParameter("begins", array(periods.instants()));
    }
    Map<Integer, long[]> cohorts = new TreeMap<>();
    for (Object[] row : rows(query)) {
      long[] counts =
          cohorts.computeIfAbsent(number(row[0]), cohort -> new long[periods.size() + 1]);
      counts[number(row[1]) + 1] += number(row[2]);
    }
    if (retained == RetainedBy.LIFECYCLE) {
      cohorts.replaceAll((cohort, counts) -> sizeAndLevel(counts));
    }
    return cohorts;
  }

  /// The size stays; what follows are changes.
  private static long[] sizeAndLevel(long[] counts) {
    long[] level = Level.of(counts);
    for (int i = 1; i < level.length; i++) {
      level[i] -= counts[0];
    }
    level[0] = counts[0];
    return level;
  }

  private static String members(CohortBy by) {
    String began =
        switch (by) {
          case BECAME_CURRENT ->
              """
              SELECT d.customer_id, width_bucket(lower(d.days), cast(:bounds AS date[])) - 1
              FROM current_days d WHERE NOT lower_inf(d.days) AND NOT isempty(d.days)""";
          case FIRST_PURCHASE ->
              """
              SELECT p.customer_id,
                width_bucket(min(p.purchased_at), cast(:begins AS timestamptz[])) - 1
              FROM purchase p JOIN ours o ON o.id = p.customer_id GROUP BY p.customer_id""";
        };
    return """
    ,
    members AS (
      SELECT m.* FROM (%s) AS m (customer_id, cohort) WHERE m.cohort >= 0 AND m.cohort < :size)"""
        .formatted(began);
  }

  private static final String RETAINED_BY_LIFECYCLE =
      """
      ,
      spans AS (
        SELECT m.cohort, unnest(d.days) AS span
        FROM members m JOIN current_days d ON d.customer_id = m.customer_id),
      places AS (
        SELECT s.cohort,
          greatest(s.cohort, coalesce(
            width_bucket(lower(s.span) - 1, cast(:days AS date[])), 0)) AS first,
          CASE WHEN upper_inf(s.span) THEN :size
            ELSE width_bucket(upper(s.span) - 1, cast(:days AS date[])) END AS past
        FROM spans s)
      SELECT m.cohort, -1 AS period, count(*) FROM members m GROUP BY m.cohort
      UNION ALL
      SELECT p.cohort, p.first, count(*) FROM places p
      WHERE p.first < p.past GROUP BY p.cohort, p.first
      UNION ALL
      SELECT p.cohort, p.past, -count(*) FROM places p
      WHERE p.first < p.past AND p.past < :size GROUP BY p.cohort, p.past""";

  private static final String RETAINED_BY_PURCHASE =
      """
      ,
      bought AS (
        SELECT DISTINCT m.cohort, m.customer_id,
          width_bucket(p.purchased_at, cast(:begins AS timestamptz[])) - 1 AS period
        FROM members m JOIN purchase p ON p.customer_id = m.customer_id)
      SELECT m.cohort, -1 AS period, count(*) FROM members m GROUP BY m.cohort
      UNION ALL
      SELECT b.cohort, b.period, count(*) FROM bought b
      WHERE b.period >= b.cohort AND b.period < :size
      GROUP BY b.cohort, b.period""";

  @SuppressWarnings("unchecked")
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }

  private static int number(Object value) {
    return Math.toIntExact(((Number) value).longValue());
  }

  /// PostgreSQL's text of an array of dates or instants.
  private static String array(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
