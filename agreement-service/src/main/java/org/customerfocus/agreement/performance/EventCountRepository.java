package org.customerfocus.agreement.performance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.customerfocus.agreement.attainment.AttainmentClass;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Counts;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.attainment.Timeslices;
import org.customerfocus.agreement.contract.Threshold;
import org.customerfocus.agreement.metric.MetricType;
import org.jspecify.annotations.Nullable;

/// Counts measurements by class and period, in the database.
@ApplicationScoped
class EventCountRepository {

  private static final String NOT_YET_DUE = "NOT_YET_DUE";

  /// Buckets of a sketch are powers of (1 + e) / (1 − e); this is one through the logarithm of
  /// that.
  private static final double MULTIPLIER =
      1 / Math.log((1 + ValueSketch.RELATIVE_ERROR) / (1 - ValueSketch.RELATIVE_ERROR));

  private final EntityManager entities;
  private final ObjectMapper json;

  EventCountRepository(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /// At which instant is counted, and by what was recorded until when.
  ///
  /// @param at what is open and was due before it is bad
  /// @param asOf only what was recorded until then; null for all
  record Cut(Instant at, @Nullable Instant asOf) {

    static Cut now(Instant at) {
      return new Cut(at, null);
    }
  }

  /// Counts what a promise selects in each of some times, in their order, in one query.
  ///
  /// @param times at least one, each of spans in order
  List<Counts> counts(Promise promise, List<List<Span>> times, Cut cut) {
    if (promise.slices() != null) {
      return sliced(promise, promise.slices(), times, cut);
    }
    EventSql sql = sql(promise, cut);
    Bound warning = side(promise, promise.measuring().warning());
    Bound tolerated =
        promise.type() == MetricType.PERCENTILE && promise.measuring().tolerance() != null
            ? promise.measuring().target().within(promise.measuring().tolerance())
            : null;
    Query query = bind(sql.counts(warning, tolerated), promise, times, cut);
    if (warning != null) {
      query.setParameter("warning", warning.value());
    }
    if (tolerated != null) {
      query.setParameter("tolerated", tolerated.value());
    }
    Counts[] counted = new Counts[times.size()];
    Arrays.fill(counted, Counts.NOTHING);
    for (Object[] row : rows(query)) {
      int n = ((Number) row[0]).intValue();
      counted[n] = counted[n].plus(counts(row));
    }
    return List.of(counted);
  }

  private static Counts counts(Object[] row) {
    long amount = ((Number) row[2]).longValue();
    if (row[1].equals(NOT_YET_DUE)) {
      return new Counts(Tally.NONE, amount, BigDecimal.ZERO, 0, 0, (Instant) row[6]);
    }
    return new Counts(
        Tally.NONE.plus(AttainmentClass.valueOf((String) row[1]), amount),
        0,
        (BigDecimal) row[3],
        ((Number) row[4]).longValue(),
        ((Number) row[5]).longValue(),
        null);
  }

  private static @Nullable Bound side(Promise promise, @Nullable BigDecimal value) {
    return promise.type() == MetricType.PERCENTILE && value != null
        ? new Bound(promise.measuring().target().comparator(), value)
        : null;
  }

  private List<Counts> sliced(Promise promise, Timeslices slices, List<List<Span>> times, Cut cut) {
    Query query =
        bind(sql(promise, cut).slices(), promise, times, cut)
            .setParameter("slice", slices.slice().toSeconds());
    Counts[] counted = new Counts[times.size()];
    Arrays.fill(counted, Counts.NOTHING);
    int period = -1;
    long slice = 0;
    Tally within = Tally.NONE;
    for (Object[] row : rows(query)) {
      int n = ((Number) row[0]).intValue();
      long number = ((Number) row[1]).longValue();
      if (n != period || number != slice) {
        close(counted, period, slices.one(within));
        within = Tally.NONE;
        period = n;
        slice = number;
      }
      long amount = ((Number) row[3]).longValue();
      if (row[2].equals(NOT_YET_DUE)) {
        counted[n] =
            counted[n].plus(new Counts(Tally.NONE, amount, BigDecimal.ZERO, 0, 0, cut.at()));
      } else {
        within = within.plus(AttainmentClass.valueOf((String) row[2]), amount);
      }
    }
    close(counted, period, slices.one(within));
    return List.of(counted);
  }

  private static void close(Counts[] counted, int period, Tally slice) {
    if (period >= 0) {
      counted[period] = counted[period].plus(Counts.of(slice));
    }
  }

  /// Counts what a promise selects in one time by the value that each row has in a dimension; those
  /// that have none are under null, the last.
  ///
  /// @param most how many rows of the answer are read, a few for each value
  SequencedMap<@Nullable String, Counts> split(
      Promise promise, List<Span> time, Cut cut, String dimension, int most) {
    Query query =
        bind(sql(promise, cut).split(), promise, List.of(time), cut)
            .setParameter("dimension", dimension)
            .setParameter("limit", most);
    SequencedMap<@Nullable String, Counts> parts = new LinkedHashMap<>();
    for (Object[] row : rows(query)) {
      parts.merge((String) row[0], counts(row), Counts::plus);
    }
    return parts;
  }

  /// The distribution of the values in each of some times.
  List<ValueSketch> sketches(Promise promise, List<List<Span>> times, Cut cut) {
    List<ValueSketch> sketches = new ArrayList<>();
    times.forEach(each -> sketches.add(new ValueSketch()));
    Query query =
        bind(sql(promise, cut).buckets(), promise, times, cut)
            .setParameter("multiplier", MULTIPLIER);
    for (Object[] row : rows(query)) {
      int bucket = ((Number) row[2]).intValue();
      // The value in a bucket that is within the relative error of all of it.
      double middle = Math.exp(bucket / MULTIPLIER) * (1 + ValueSketch.RELATIVE_ERROR);
      sketches
          .get(((Number) row[0]).intValue())
          .add(((Number) row[1]).intValue() * middle, ((Number) row[3]).longValue());
    }
    return sketches;
  }

  /// A row that was counted.
  record Row(
      UUID id,
      String source,
      String sourceId,
      String entityType,
      String entityReference,
      @Nullable UUID customerId,
      @Nullable UUID offeringId,
      @Nullable Instant dueAt,
      @Nullable Instant startedAt,
      @Nullable Instant completedAt,
      @Nullable BigDecimal value,
      @Nullable Boolean good,
      Instant placedAt,
      String found) {}

  /// Where a page goes on.
  record After(Instant at, UUID id) {}

  /// A page of the rows of some classes in one time, in the order in which they are placed.
  List<Row> rows(
      Promise promise,
      List<Span> time,
      Cut cut,
      List<String> classes,
      @Nullable After after,
      int limit) {
    Query query =
        bind(sql(promise, cut).rows(after != null), promise, List.of(time), cut)
            .setParameter("classes", SelectorParameters.texts(classes))
            .setParameter("limit", limit);
    if (after != null) {
      query.setParameter("afterAt", after.at()).setParameter("afterId", after.id());
    }
    return rows(query).stream().map(EventCountRepository::row).toList();
  }

  private static Row row(Object[] row) {
    return new Row(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (UUID) row[5],
        (UUID) row[6],
        (Instant) row[7],
        (Instant) row[8],
        (Instant) row[9],
        (BigDecimal) row[10],
        (Boolean) row[11],
        (Instant) row[12],
        (String) row[13]);
  }

  private static EventSql sql(Promise promise, Cut cut) {
    Threshold threshold = promise.commitment().threshold();
    return new EventSql(
        promise.type(),
        promise.commitment().periodBy(),
        threshold == null ? promise.measuring().target().comparator() : threshold.comparator(),
        promise.commitment().exclusionEffect(),
        cut.asOf() != null);
  }

  private Query bind(String sql, Promise promise, List<List<Span>> times, Cut cut) {
    List<Span> all = times.stream().flatMap(List::stream).toList();
    Instant from = all.stream().map(Span::start).min(Instant::compareTo).orElseThrow();
    Instant to = all.stream().map(Span::end).max(Instant::compareTo).orElseThrow();
    Query query =
        entities
            .createNativeQuery(sql)
            .setParameter("periods", periods(times))
            // What the periods say already, in a form that an index serves.
            .setParameter("from", from)
            .setParameter("to", to)
            .setParameter("exclusions", write(promise.exclusions().in(new Span(from, to))))
            .setParameter("cut", cut.at())
            .setParameter("metric", promise.commitment().metricId());
    for (Map.Entry<String, @Nullable Object> each :
        SelectorParameters.of(promise, this::write).entrySet()) {
      query.setParameter(each.getKey(), each.getValue());
    }
    Threshold threshold = promise.commitment().threshold();
    if (promise.type() == MetricType.THRESHOLD_SHARE && threshold != null) {
      query.setParameter("threshold", threshold.value());
    } else if (promise.type() == MetricType.PERCENTILE) {
      query.setParameter("threshold", promise.measuring().target().value());
    }
    return cut.asOf() == null ? query : query.setParameter("asOf", cut.asOf());
  }

  private record Time(int n, Instant start, Instant end) {}

  private String periods(List<List<Span>> times) {
    List<Time> spans = new ArrayList<>();
    for (int n = 0; n < times.size(); n++) {
      for (Span span : times.get(n)) {
        spans.add(new Time(n, span.start(), span.end()));
      }
    }
    return write(spans);
  }

  @SuppressWarnings("unchecked")
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Spans and dimensions can always be written as JSON", e);
    }
  }
}
