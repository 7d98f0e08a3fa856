package org.customerfocus.agreement.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.customerfocus.agreement.ingest.Report;
import org.customerfocus.agreement.ingest.ReportKind;
import org.customerfocus.agreement.ingest.ReportStatus;
import org.customerfocus.agreement.ingest.ReportedTimes;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// What measurements say, and which of them can be recorded.
@ApplicationScoped
public class MeasurementKind implements ReportKind<MeasurementRequest> {

  private static final int VALUE = 1;
  private static final int GOOD = 2;
  private static final int UNKNOWN = 4;
  private static final int DUE = 8;
  private static final int COMPLETED = 16;

  private final Months months;

  MeasurementKind(Months months) {
    this.months = months;
  }

  @Override
  public String name() {
    return "measurement";
  }

  @Override
  public String table() {
    return "measurement";
  }

  @Override
  public List<String> columns() {
    return List.of("due_at", "started_at", "completed_at", "value", "good", "unknown");
  }

  @Override
  public Set<String> members() {
    return Set.of("dueAt", "startedAt", "completedAt", "value", "good", "unknown");
  }

  @Override
  public Class<MeasurementRequest> request() {
    return MeasurementRequest.class;
  }

  @Override
  public void stage(MeasurementRequest request, Report into) {
    EntityReference entity = request.entity();
    into.of(
            request.source(),
            request.sourceId(),
            request.metricId(),
            entity == null ? null : entity.type(),
            entity == null ? null : entity.reference(),
            request.customerId(),
            request.offeringId(),
            request.dimensions())
        .times(request.dueAt(), request.startedAt(), request.completedAt())
        .outcome(request.value(), request.good(), request.isUnknown());
  }

  @Override
  public boolean isSound(Report report, Instant now) {
    int shape = shape(report);
    int outcome = shape & (VALUE | GOOD | UNKNOWN);
    boolean open = outcome == 0 && !report.isCompleted();
    return report.isTimed()
        && !report.isReversed()
        && Integer.bitCount(outcome) <= 1
        && (!open || report.isDue())
        && report.isTimely(now);
  }

  @Override
  public List<FieldError> faults(MeasurementRequest request, String at, Instant now) {
    List<FieldError> faults = new ArrayList<>();
    Instant started = request.startedAt();
    Instant completed = request.completedAt();
    if (request.at() == null) {
      faults.add(FieldError.at(at, "needs dueAt, startedAt or completedAt to belong to a period"));
    }
    faults.addAll(ReportedTimes.faults(at + "/dueAt", request.dueAt(), now));
    faults.addAll(ReportedTimes.faults(at + "/startedAt", started, now));
    faults.addAll(ReportedTimes.faults(at + "/completedAt", completed, now));
    if (started != null && completed != null && completed.isBefore(started)) {
      faults.add(FieldError.at(at + "/completedAt", "must not be earlier than startedAt"));
    }
    if (request.isOpen() && request.dueAt() == null) {
      faults.add(
          FieldError.at(
              at + "/dueAt", "is required while there is no outcome: it says when it is overdue"));
    }
    Report report = new Report();
    stage(request, report);
    if (Integer.bitCount(shape(report) & (VALUE | GOOD | UNKNOWN)) > 1) {
      faults.add(FieldError.at(at, "takes only one of good, value and unknown"));
    }
    return faults;
  }

  @Override
  public int shape(Report report) {
    return (report.hasValue() ? VALUE : 0)
        | (report.hasGood() ? GOOD : 0)
        | (report.isUnknown() ? UNKNOWN : 0)
        | (report.isDue() ? DUE : 0)
        | (report.isCompleted() ? COMPLETED : 0);
  }

  @Override
  public List<FieldError> faults(int shape, @Nullable MetricType type, String at) {
    boolean noOutcome = (shape & (VALUE | GOOD | UNKNOWN)) == 0;
    boolean completed = (shape & COMPLETED) != 0;
    boolean value = (shape & VALUE) != 0;
    boolean good = (shape & GOOD) != 0;
    return switch (type) {
      case null -> List.of(FieldError.at(at + "/metricId", "there is no such metric"));
      case RATIO ->
          value
              ? List.of(
                  FieldError.at(
                      at + "/value", "must be absent: the metric is a ratio and takes good"))
              : noOutcome && completed && (shape & DUE) == 0
                  ? List.of(
                      FieldError.at(
                          at + "/good", "is required without dueAt; or send unknown: true"))
                  : List.of();
      case THRESHOLD_SHARE, PERCENTILE, MEAN, SUM ->
          good
              ? List.of(
                  FieldError.at(at + "/good", "must be absent: the metric has values; send value"))
              : noOutcome && completed
                  ? List.of(
                      FieldError.at(
                          at + "/value", "is required once completed; or send unknown: true"))
                  : List.of();
      case COUNT ->
          value || good
              ? List.of(
                  FieldError.at(
                      at, "takes neither good nor value: the metric counts what happened"))
              : List.of();
      case TIME_RATIO, DURATION, SURVEY_SCORE ->
          List.of(
              FieldError.at(
                  at + "/metricId",
                  "the metric takes no measurements: it is fed by state changes, timers or surveys"));
    };
  }

  @Override
  public ReportStatus meet(@Nullable MeasurementRequest recorded, MeasurementRequest reported) {
    if (recorded == null) {
      return ReportStatus.CONFLICT;
    }
    if (reported.equals(recorded) || recorded.follows(reported)) {
      return ReportStatus.DUPLICATE;
    }
    return reported.follows(recorded) ? ReportStatus.UPDATED : ReportStatus.CONFLICT;
  }

  @Override
  public String json(String row) {
    return """
        'dueAt', %1$s.due_at, 'startedAt', %1$s.started_at, 'completedAt', %1$s.completed_at,
        'value', %1$s.value, 'good', %1$s.good, 'unknown', %1$s.unknown"""
        .formatted(row);
  }

  @Override
  public String touched(String reports) {
    return """
        SELECT s.metric_id, min(least(s.at, s.started_at, s.completed_at)) AS earliest,
          max(greatest(s.at, s.started_at, s.completed_at)) AS latest
        FROM %s GROUP BY s.metric_id"""
        .formatted(reports);
  }

  @Override
  public void prepare(Set<Instant> filed) {
    filed.forEach(months::open);
  }
}
