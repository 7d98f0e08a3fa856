package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Counts;
import org.customerfocus.agreement.performance.EventCountRepository.Cut;
import org.customerfocus.agreement.performance.SplitView.AttainmentPart;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Periods by the values of a dimension, counted from the rows.
@ApplicationScoped
class Splits {

  private static final int MOST = 1000;

  /// Good, bad, excluded, unknown, and not yet due.
  private static final int CLASSES = 5;

  private final Periods periods;
  private final EventCountRepository events;

  Splits(Periods periods, EventCountRepository events) {
    this.periods = periods;
    this.events = events;
  }

  /// @throws ProblemException 422 where the metric has no measurements that could be told apart, or
  ///   there are too many values
  SplitView of(UUID commitment, String key, String dimension, Cut cut) {
    Periods.Of of = periods.find(commitment, key, cut.asOf());
    Promise promise = of.promise();
    switch (promise.type()) {
      case TIME_RATIO, DURATION, SURVEY_SCORE, PERCENTILE ->
          throw ProblemException.parameter(
              "period", "the metric's type cannot be split: it is no count of measurements");
      case RATIO, THRESHOLD_SHARE, MEAN, SUM, COUNT -> {}
    }
    if (promise.slices() != null) {
      throw ProblemException.parameter(
          "period", "the commitment counts slices of time, which belong to no value");
    }
    SequencedMap<@Nullable String, Counts> counted =
        events.split(promise, of.part().spans(), cut, dimension, (MOST + 1) * CLASSES);
    if (counted.size() > MOST) {
      throw ProblemException.parameter(
          "dimension", "has more than %d values in this period".formatted(MOST));
    }
    List<AttainmentPart> parts = new ArrayList<>();
    Counts whole = Counts.NOTHING;
    for (var each : counted.entrySet()) {
      parts.add(new AttainmentPart(each.getKey(), result(promise, each.getValue())));
      whole = whole.plus(each.getValue());
    }
    return new SplitView(
        commitment, key, dimension, cut.at(), result(promise, whole), List.copyOf(parts));
  }

  private static AttainmentResult result(Promise promise, Counts counts) {
    return AttainmentResult.of(Judged.of(promise, Counted.of(counts)), null);
  }
}
