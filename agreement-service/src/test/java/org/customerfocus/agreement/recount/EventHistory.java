package org.customerfocus.agreement.recount;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.attainment.Event;
import org.customerfocus.agreement.attainment.EventClassifier;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.Tally;
import org.jspecify.annotations.Nullable;

/// Measurements with values or without.
final class EventHistory extends RandomHistory {

  private final boolean ofValues;
  private final PeriodBy periodBy;
  private final Bound threshold;
  private final List<Event> events = new ArrayList<>();

  EventHistory(Random random, Given given, boolean ofValues) {
    super(random, given, ofValues ? given.valueMetric() : given.ratioMetric());
    this.ofValues = ofValues;
    periodBy = any(PeriodBy.values());
    threshold = new Bound(any(Comparator.values()), BigDecimal.valueOf(random.nextInt(5)));
    for (int i = random.nextInt(40); i > 0; i--) {
      report(i);
    }
  }

  @Override
  String kind() {
    return "measurement";
  }

  @Override
  String commitment(String members) {
    String placed = members + ", \"periodBy\": \"%s\"".formatted(wire(periodBy));
    return Given.commitment(
        metric(),
        ofValues
            ? placed
                + ", \"threshold\": {\"comparator\": \"%s\", \"value\": %s}"
                    .formatted(wire(threshold.comparator()), threshold.value())
            : placed);
  }

  @Override
  Tally expected(Span month, Instant cut) {
    return new EventClassifier(periodBy, effect(), exclusions(), cut).tally(month, events);
  }

  /// One thing with its outcome; where it has one, what was known before may be reported as well.
  private void report(int number) {
    Instant due = maybe(time());
    Instant started = maybe(time());
    int kind = random.nextInt(4);
    boolean unknown = kind == 0;
    Boolean good = (kind == 1 && !ofValues) ? (Boolean) random.nextBoolean() : null;
    BigDecimal value =
        kind != 0 && kind != 3 && ofValues ? BigDecimal.valueOf(random.nextInt(60), 1) : null;
    boolean told = unknown || good != null || value != null;
    Instant completed = maybe(started == null ? time() : started.plusSeconds(random.nextInt(9)));
    boolean acceptable =
        told
            ? due != null || started != null || completed != null
            : due != null && (completed == null || !ofValues);
    if (!acceptable) {
      return;
    }
    events.add(
        new Event(
            due,
            started,
            completed,
            ofValues
                ? Event.outcome(unknown, value, completed, threshold)
                : Event.outcome(unknown, good, due, completed)));
    String right = json(number, due, started, completed, value, good, unknown);
    if (random.nextInt(5) == 0) {
      // Reported wrongly, and put right later.
      reports.add(json(number, time(), null, null, null, null, true));
      corrections.add(correction(number, right));
      return;
    }
    if (random.nextInt(8) == 0) {
      // Something that never was.
      reports.add(json(number + 1000, time(), null, null, null, null, true));
      corrections.add(retraction(number + 1000));
    }
    reports.add(right);
    if (due != null && random.nextBoolean()) {
      reports.add(
          json(number, due, started == null ? null : maybe(started), null, null, null, false));
    }
  }

  private String json(
      int number,
      @Nullable Instant due,
      @Nullable Instant started,
      @Nullable Instant completed,
      @Nullable BigDecimal value,
      @Nullable Boolean good,
      boolean unknown) {
    StringBuilder members = new StringBuilder();
    member(members, "dueAt", due == null ? null : "\"%s\"".formatted(due));
    member(members, "startedAt", started == null ? null : "\"%s\"".formatted(started));
    member(members, "completedAt", completed == null ? null : "\"%s\"".formatted(completed));
    member(members, "value", value);
    member(members, "good", good);
    member(members, "unknown", unknown ? true : null);
    return """
        {"source": "%s", "sourceId": "%d", "metricId": "%s",
         "entity": {"type": "flight", "reference": "r"}, "customerId": "%s"%s}"""
        .formatted(customer, number, metric(), customer, members);
  }

  private static void member(StringBuilder to, String name, @Nullable Object value) {
    if (value != null) {
      to.append(", \"").append(name).append("\": ").append(value);
    }
  }
}
