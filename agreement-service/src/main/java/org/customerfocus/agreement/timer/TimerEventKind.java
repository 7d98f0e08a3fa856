package org.customerfocus.agreement.timer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.customerfocus.agreement.ingest.MomentKind;
import org.customerfocus.agreement.ingest.Report;
import org.customerfocus.agreement.measurement.EntityReference;
import org.customerfocus.agreement.metric.MetricType;

/// What timer events say, and which of them can be recorded.
@ApplicationScoped
public class TimerEventKind extends MomentKind<TimerEventRequest> {

  TimerEventKind() {
    super(
        "action",
        Set.of("start", "pause", "resume", "stop"),
        MetricType.DURATION,
        "the metric takes no timer events: only one of type duration does");
  }

  @Override
  public String name() {
    return "timer-event";
  }

  @Override
  public Class<TimerEventRequest> request() {
    return TimerEventRequest.class;
  }

  @Override
  public void stage(TimerEventRequest request, Report into) {
    EntityReference entity = request.entity();
    into.of(
        request.source(),
        request.sourceId(),
        request.metricId(),
        entity == null ? null : entity.type(),
        entity == null ? null : entity.reference(),
        request.customerId(),
        request.offeringId(),
        request.dimensions());
    if (request.at() != null && request.action() != null) {
      into.state(request.at(), request.action().wire());
    }
  }

  @Override
  protected Instant at(TimerEventRequest request) {
    return request.at();
  }

  @Override
  public String touched(String reports) {
    // All of the timer: where it counts may depend on any of its events.
    return """
        SELECT e.metric_id, min(e.at) AS earliest, max(e.at) AS latest
        FROM (SELECT DISTINCT s.metric_id, s.entity_type, s.entity_reference FROM %s) timer
        JOIN timer_event e ON e.metric_id = timer.metric_id AND e.entity_type = timer.entity_type
          AND e.entity_reference = timer.entity_reference
        GROUP BY e.metric_id"""
        .formatted(reports);
  }
}
