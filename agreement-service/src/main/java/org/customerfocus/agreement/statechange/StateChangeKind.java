package org.customerfocus.agreement.statechange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.customerfocus.agreement.ingest.MomentKind;
import org.customerfocus.agreement.ingest.Report;
import org.customerfocus.agreement.measurement.EntityReference;
import org.customerfocus.agreement.metric.MetricType;

/// What state changes say, and which of them can be recorded.
@ApplicationScoped
public class StateChangeKind extends MomentKind<StateChangeRequest> {

  StateChangeKind() {
    super(
        "state",
        Set.of("good", "bad", "unknown"),
        MetricType.TIME_RATIO,
        "the metric takes no state changes: only one of type time-ratio does");
  }

  @Override
  public String name() {
    return "state-change";
  }

  @Override
  public Class<StateChangeRequest> request() {
    return StateChangeRequest.class;
  }

  @Override
  public void stage(StateChangeRequest request, Report into) {
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
    if (request.at() != null && request.state() != null) {
      into.state(request.at(), request.state().wire());
    }
  }

  @Override
  protected Instant at(StateChangeRequest request) {
    return request.at();
  }

  @Override
  public String touched(String reports) {
    // Until the next change of the same thing, or without an end.
    return """
        SELECT s.metric_id, min(s.at) AS earliest,
          max(coalesce(
            (SELECT min(next.at) FROM state_change next
             WHERE next.metric_id = s.metric_id AND next.entity_type = s.entity_type
               AND next.entity_reference = s.entity_reference AND next.at > s.at),
            timestamptz '9999-12-31T00:00:00Z')) AS latest
        FROM %s GROUP BY s.metric_id"""
        .formatted(reports);
  }
}
