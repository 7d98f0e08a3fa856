package org.customerfocus.agreement.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.jspecify.annotations.Nullable;

/// Whether one measurement can be recorded.
@ApplicationScoped
class MeasurementRules {

  /// Nobody promises for later, and a month for which there is a place is never given up again.
  private static final Duration FARTHEST = Duration.ofDays(3653);

  private final Validator validator;
  private final InstantSource clock;

  MeasurementRules(Validator validator, InstantSource clock) {
    this.validator = validator;
    this.clock = clock;
  }

  /// Every fault of a measurement.
  ///
  /// @param at the JSON Pointer of the measurement, which those of its faults start with
  /// @param types of the metrics that exist
  List<FieldError> faults(MeasurementRequest request, String at, Map<UUID, MetricType> types) {
    var violations = validator.validate(request);
    if (!violations.isEmpty()) {
      return InvalidRequests.violationsOf(violations).errors().stream()
          .map(error -> FieldError.at(at + error.pointer(), error.detail()))
          .toList();
    }
    List<FieldError> faults = new ArrayList<>();
    checkTimes(request, at, faults);
    checkOutcome(request, types.get(request.metricId()), at, faults);
    return faults;
  }

  private void checkTimes(MeasurementRequest request, String pointer, List<FieldError> faults) {
    Instant started = request.startedAt();
    Instant completed = request.completedAt();
    if (request.dueAt() == null && started == null && completed == null) {
      faults.add(
          FieldError.at(pointer, "needs dueAt, startedAt or completedAt to belong to a period"));
    }
    Instant at = request.at();
    if (at != null && at.isAfter(clock.instant().plus(FARTHEST))) {
      faults.add(FieldError.at(pointer, "must not lie more than ten years ahead"));
    }
    if (started != null && completed != null && completed.isBefore(started)) {
      faults.add(FieldError.at(pointer + "/completedAt", "must not be earlier than startedAt"));
    }
    if (request.isOpen() && request.dueAt() == null) {
      faults.add(
          FieldError.at(
              pointer + "/dueAt",
              "is required while there is no outcome: it says when it is overdue"));
    }
  }

  private static void checkOutcome(
      MeasurementRequest request, @Nullable MetricType type, String at, List<FieldError> faults) {
    long outcomes =
        Stream.of(request.good() != null, request.value() != null, request.isUnknown())
            .filter(given -> given)
            .count();
    if (outcomes > 1) {
      faults.add(FieldError.at(at, "takes only one of good, value and unknown"));
    }
    switch (type) {
      case null -> faults.add(FieldError.at(at + "/metricId", "there is no such metric"));
      case RATIO -> {
        if (request.value() != null) {
          faults.add(
              FieldError.at(at + "/value", "must be absent: the metric is a ratio and takes good"));
        } else if (outcomes == 0 && request.completedAt() != null && request.dueAt() == null) {
          faults.add(
              FieldError.at(at + "/good", "is required without dueAt; or send unknown: true"));
        }
      }
      case THRESHOLD_SHARE, PERCENTILE, MEAN, SUM -> {
        if (request.good() != null) {
          faults.add(
              FieldError.at(at + "/good", "must be absent: the metric has values; send value"));
        } else if (outcomes == 0 && request.completedAt() != null) {
          faults.add(
              FieldError.at(at + "/value", "is required once completed; or send unknown: true"));
        }
      }
      case COUNT -> {
        if (request.value() != null || request.good() != null) {
          faults.add(
              FieldError.at(at, "takes neither good nor value: the metric counts what happened"));
        }
      }
      case TIME_RATIO, DURATION, SURVEY_SCORE ->
          faults.add(
              FieldError.at(
                  at + "/metricId",
                  "the metric takes no measurements: it is fed by state changes, timers or surveys"));
    }
  }
}
