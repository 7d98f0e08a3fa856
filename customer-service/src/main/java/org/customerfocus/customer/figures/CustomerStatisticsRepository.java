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

/// Counts customers in SQL, each table read once: what is alike is answered as one row, and [Tally]
/// adds these up.
///
/// Days become places before anything is compared: `width_bucket` tells how many of the counted
/// days a day lies behind. A stretch of days from `since` to `until` (exclusive; infinite where not
/// recorded) covers the counted days from place `width_bucket(since - 1)` to `width_bucket(until -
/// 1)`, exclusive. Stretches of one customer that overlap count once: in the order of their
/// beginnings, each counts from where the earlier ones end.
@ApplicationScoped
class CustomerStatisticsRepository {

  /// How many there are at each place of a series.
  record Series(String key, long[] counts) {}

  /// A stretch in a phase of the life cycle that so many customers have alike.
  ///
  /// @param opens the first counted day that it covers and no earlier stretch does
  /// @param closes the first counted day that it covers no more
  /// @param first the first period that it touches and no earlier stretch does
  /// @param past the first period that it touches no more
  /// @param began the period in which the customer's first stretch in this phase begins
  /// @param cohort the period in which the customer began, in the sense that was asked for
  /// @param head whether it is the customer's first stretch in this phase
  /// @param resumed whether it opens where an earlier one closes
  /// @param held whether it or an earlier one covers the first counted day
  /// @param touched whether an earlier one touches a period
  record Stretch(
      String lifecycle,
      int opens,
      int closes,
      int first,
      int past,
      int began,
      int cohort,
      boolean head,
      boolean resumed,
      boolean held,
      boolean touched,
      long customers) {}

  /// A period in which so many customers bought alike.
  ///
  /// @param began the period of their first purchase ever
  /// @param cohort the period in which they began, in the sense that was asked for
  /// @param last whether it is the last of the periods in which they bought
  /// @param repeated whether they had bought at least twice by its end
  record Bought(int place, int began, int cohort, boolean last, boolean repeated, long customers) {}

  /// A period in which so many customers referred alike.
  ///
  /// @param head whether it is the first of the periods in which they referred
  /// @param active whether they were current on any day of it
  /// @param ever whether they were current on any day of any period
  /// @param made the referrals
  /// @param won those of them that became customers
  record Referred(
      int place, boolean head, boolean active, boolean ever, long customers, long made, long won) {}

  /// The customers of the provider. Two conditions rather than IS NOT DISTINCT FROM, which the
  /// planner takes to hold for next to none.
  private static final String OURS =
      """
      WITH ours AS (
        SELECT c.id, c.valid_from, c.valid_to FROM customer c WHERE c.provider_party_id %s)""";

  /// A phase of the life cycle as far as the relationship lasts, with the places of its ends.
  private static final String SPANS =
      """
      ,
      bounds AS (SELECT cast(:days AS date[]) AS days, cast(:bounds AS date[]) AS periods),
      phases AS (
        SELECT l.lifecycle, l.customer_id,
          coalesce(greatest(o.valid_from, l.valid_from), '-infinity') AS since,
          coalesce(least(o.valid_to, l.valid_to), 'infinity') AS until
        FROM ours o JOIN customer_lifecycle l ON l.customer_id = o.id),
      spans AS (
        SELECT p.lifecycle, p.customer_id, p.since,
          width_bucket(p.since - 1, (SELECT days FROM bounds)) AS opens,
          width_bucket(p.until - 1, (SELECT days FROM bounds)) AS closes,
          width_bucket(p.since, (SELECT periods FROM bounds)) - 1 AS began,
          greatest(width_bucket(p.since, (SELECT periods FROM bounds)) - 1, 0) AS first,
          least(width_bucket(p.until - 1, (SELECT periods FROM bounds)), :size) AS past
        FROM phases p WHERE p.since < p.until OFFSET 0)""";

  private static final String STRETCHES =
      """
      ,
      stretches AS (
        SELECT s.customer_id, s.lifecycle, s.closes, s.past,
          greatest(s.opens, max(s.closes) FILTER (WHERE s.opens < s.closes) OVER earlier) AS opens,
          greatest(s.first, max(s.past) FILTER (WHERE s.first < s.past) OVER earlier) AS first,
          coalesce(min(s.began) OVER earlier, s.began) AS began,
          count(*) OVER earlier = 0 AS head,
          coalesce(max(s.closes) FILTER (WHERE s.opens < s.closes) OVER earlier >= s.opens, false)
            AS resumed,
          least(s.opens, min(s.opens) FILTER (WHERE s.opens < s.closes) OVER earlier) = 0 AS held,
          count(*) FILTER (WHERE s.first < s.past) OVER earlier > 0 AS touched
        FROM spans s
        WINDOW earlier AS (
          PARTITION BY s.customer_id, s.lifecycle ORDER BY s.since
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
      SELECT s.lifecycle, s.opens, s.closes, s.first, s.past, s.began, {cohort}, s.head, s.resumed,
        s.held, s.touched, count(*)
      FROM stretches s {cohorts}
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11""";

  /// The period of the first purchase of each customer of a stretch.
  private static final String FIRST_PURCHASES =
      """
      LEFT JOIN (
        SELECT p.customer_id,
          width_bucket(min(p.purchased_at), (SELECT cast(:begins AS timestamptz[]))) - 1 AS place
        FROM purchase p JOIN ours o ON o.id = p.customer_id GROUP BY p.customer_id) f ON f.customer_id = s.customer_id""";

  private static final String BOUGHT =
      """
      ,
      bought AS (
        SELECT p.customer_id, p.purchased_at,
          width_bucket(p.purchased_at, (SELECT cast(:begins AS timestamptz[]))) - 1 AS place
        FROM purchase p JOIN ours o ON o.id = p.customer_id
        WHERE p.purchased_at < (SELECT cast(:end AS timestamptz)) OFFSET 0),
      told AS (
        SELECT b.customer_id, b.place, first_value(b.place) OVER times AS began,
          row_number() OVER times AS nth, lead(b.place) OVER times AS next
        FROM bought b
        WINDOW times AS (
          PARTITION BY b.customer_id ORDER BY b.purchased_at
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))
      SELECT t.place, t.began, {cohort}, t.next IS NULL, t.nth > 1, count(*)
      FROM told t {cohorts}
      WHERE t.place >= 0 AND t.next IS DISTINCT FROM t.place
      GROUP BY 1, 2, 3, 4, 5""";

  /// The period in which each customer who bought became current.
  private static final String BEGINNINGS =
      """
      LEFT JOIN (
        SELECT s.customer_id, min(s.began) AS place
        FROM spans s WHERE s.lifecycle = 'current' GROUP BY s.customer_id) f
      ON f.customer_id = t.customer_id""";

  private static final String REFERRED =
      """
      ,
      referred AS (
        SELECT r.from_customer_id AS customer_id, count(*) AS made,
          width_bucket(r.referred_at, (SELECT cast(:begins AS timestamptz[]))) - 1 AS place,
          count(*) FILTER (WHERE r.outcome = 'became-customer') AS won
        FROM referral r JOIN ours o ON o.id = r.from_customer_id
        WHERE r.referred_at >= (SELECT cast(:begin AS timestamptz))
          AND r.referred_at < (SELECT cast(:end AS timestamptz))
        GROUP BY r.from_customer_id, place),
      told AS (
        SELECT r.customer_id, r.place, r.made, r.won,
          coalesce(bool_or(s.first <= r.place AND r.place < s.past), false) AS active,
          count(s.customer_id) > 0 AS ever,
          row_number() OVER (PARTITION BY r.customer_id ORDER BY r.place) = 1 AS head
        FROM referred r LEFT JOIN spans s
          ON s.customer_id = r.customer_id AND s.lifecycle = 'current' AND s.first < s.past
        GROUP BY r.customer_id, r.place, r.made, r.won)
      SELECT t.place, t.head, t.active, t.ever, count(*), sum(t.made), sum(t.won)
      FROM told t GROUP BY t.place, t.head, t.active, t.ever""";

  private static final String ROLES =
      """
      ,
      bounds AS (SELECT cast(:days AS date[]) AS days),
      spans AS (
        SELECT r.type AS key, r.customer_id,
          width_bucket(
            coalesce(greatest(o.valid_from, l.valid_from, r.valid_from), '-infinity') - 1,
            (SELECT days FROM bounds)) AS opens,
          width_bucket(
            coalesce(least(o.valid_to, l.valid_to, r.valid_to), 'infinity') - 1,
            (SELECT days FROM bounds)) AS closes
        FROM ours o
        JOIN customer_lifecycle l ON l.customer_id = o.id AND l.lifecycle = 'current'
        JOIN customer_role r ON r.customer_id = o.id),
      stretches AS (
        SELECT s.key, s.closes,
          greatest(s.opens, max(s.closes) OVER (
            PARTITION BY s.customer_id, s.key ORDER BY s.opens
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS opens
        FROM spans s WHERE s.opens < s.closes)
      SELECT s.key, e.place, sum(e.change)
      FROM (
        SELECT key, opens, closes, count(*) AS customers
        FROM stretches WHERE opens < closes GROUP BY key, opens, closes) s
      CROSS JOIN LATERAL (VALUES (s.opens, s.customers), (s.closes, -s.customers)) e (place, change)
      WHERE e.place < :size
      GROUP BY s.key, e.place""";

  private static final String SEGMENTS =
      """
      ,
      steps AS (
        SELECT s.segment_id, s.changed_at, s.change,
          lag(s.change, 1, 'left') OVER (
            PARTITION BY s.segment_id, s.customer_id ORDER BY s.changed_at, s.id) AS before
        FROM segment_change s JOIN ours o ON o.id = s.customer_id
        WHERE s.changed_at < (SELECT cast(:end AS timestamptz)))
      SELECT cast(s.segment_id AS text),
        width_bucket(s.changed_at, (SELECT cast(:ends AS timestamptz[]))) AS place,
        sum(CASE s.change WHEN 'entered' THEN 1 ELSE -1 END)
      FROM steps s WHERE s.change <> s.before
      GROUP BY s.segment_id, place""";

  private final EntityManager entities;

  CustomerStatisticsRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Lets the statements of this transaction sort in memory, and join large sets as such: joined
  /// one by one, which the planner may prefer where it underestimates a set, they take minutes.
  void prepare() {
    entities
        .createNativeQuery(
            """
            SELECT set_config('work_mem', '32MB', true), set_config('enable_nestloop', 'off', true),
              set_config('plan_cache_mode', 'force_custom_plan', true)""")
        .getSingleResult();
  }

  /// Who provides: the party, or else the tenant's own organisation; null where none is named.
  @Nullable UUID provider(@Nullable UUID asked) {
    if (asked != null) {
      return asked;
    }
    List<?> own =
        entities.createNativeQuery("SELECT party_id FROM own_organization").getResultList();
    return own.isEmpty() ? null : (UUID) own.getFirst();
  }

  /// The customers' life cycles.
  List<Stretch> stretches(@Nullable UUID provider, Periods periods, boolean byPurchase) {
    String cohort = byPurchase ? "coalesce(f.place, -1)" : "s.began";
    Query query = query(SPANS + by(STRETCHES, cohort, byPurchase ? FIRST_PURCHASES : ""), provider);
    spans(query, periods);
    if (byPurchase) {
      query.setParameter("begins", array(periods.instants()));
    }
    return rows(query).stream()
        .map(
            row ->
                new Stretch(
                    (String) row[0],
                    number(row[1]),
                    number(row[2]),
                    number(row[3]),
                    number(row[4]),
                    number(row[5]),
                    number(row[6]),
                    (boolean) row[7],
                    (boolean) row[8],
                    (boolean) row[9],
                    (boolean) row[10],
                    number(row[11])))
        .toList();
  }

  /// The customers' purchases.
  List<Bought> bought(@Nullable UUID provider, Periods periods, boolean byLifecycle) {
    String cohort = byLifecycle ? "coalesce(f.place, -1)" : "t.began";
    String sql = by(BOUGHT, cohort, byLifecycle ? BEGINNINGS : "");
    Query query =
        query(byLifecycle ? SPANS + sql : sql, provider)
            .setParameter("begins", array(periods.instants()))
            .setParameter("end", periods.instants().getLast().toString());
    if (byLifecycle) {
      spans(query, periods);
    }
    return rows(query).stream()
        .map(
            row ->
                new Bought(
                    number(row[0]),
                    number(row[1]),
                    number(row[2]),
                    (boolean) row[3],
                    (boolean) row[4],
                    number(row[5])))
        .toList();
  }

  /// The customers' referrals.
  List<Referred> referred(@Nullable UUID provider, Periods periods) {
    Query query =
        query(SPANS + REFERRED, provider)
            .setParameter("begins", array(periods.instants()))
            .setParameter("begin", periods.instants().getFirst().toString())
            .setParameter("end", periods.instants().getLast().toString());
    spans(query, periods);
    return rows(query).stream()
        .map(
            row ->
                new Referred(
                    number(row[0]),
                    (boolean) row[1],
                    (boolean) row[2],
                    (boolean) row[3],
                    number(row[4]),
                    number(row[5]),
                    number(row[6])))
        .toList();
  }

  private static String by(String sql, String cohort, String cohorts) {
    return sql.replace("{cohort}", cohort).replace("{cohorts}", cohorts);
  }

  private static void spans(Query query, Periods periods) {
    query
        .setParameter("days", array(periods.closings()))
        .setParameter("bounds", array(periods.bounds()))
        .setParameter("size", periods.size());
  }

  /// Current customers by role, as of the closings.
  List<Series> byRole(@Nullable UUID provider, Periods periods) {
    int size = periods.size() + 1;
    Query query =
        query(ROLES, provider)
            .setParameter("days", array(periods.closings()))
            .setParameter("size", size);
    return series(query, size);
  }

  /// Members by segment, as of the end of the closings. The key is the id of the segment.
  ///
  /// Whoever's last change was to enter is a member. One customer's changes need not alternate:
  /// where two histories were joined, they may enter twice and leave twice, and count once.
  List<Series> bySegment(@Nullable UUID provider, Periods periods) {
    Query query =
        query(SEGMENTS, provider)
            .setParameter("ends", array(periods.closingInstants()))
            .setParameter("end", periods.closingInstants().getLast().toString());
    return series(query, periods.size() + 1);
  }

  Map<UUID, String> segmentNames(List<UUID> segments) {
    List<Object[]> rows =
        rows(
            entities
                .createNativeQuery("SELECT s.id, s.name FROM segment s WHERE s.id = ANY (:ids)")
                .setParameter("ids", segments.toArray(UUID[]::new)));
    return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
  }

  private Query query(String sql, @Nullable UUID provider) {
    return provider == null
        ? entities.createNativeQuery(OURS.formatted("IS NULL") + sql)
        : entities
            .createNativeQuery(OURS.formatted("= :provider") + sql)
            .setParameter("provider", provider);
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
