package org.customerfocus.agreement.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.metric.MetricRepository;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Whether terms make sense together, beyond what each field alone must be.
@ApplicationScoped
class TermsCheck {

  private final MetricRepository metrics;

  TermsCheck(MetricRepository metrics) {
    this.metrics = metrics;
  }

  /// @param known the commitments that the terms may name by id
  /// @throws ProblemException 422 that lists every fault
  void require(AgreementRequest terms, Set<UUID> known) {
    List<FieldError> errors = new ArrayList<>();
    if (!ZoneId.getAvailableZoneIds().contains(terms.timeZone())) {
      errors.add(
          FieldError.at("/timeZone", "must be an IANA time zone, such as America/Los_Angeles"));
    }
    Term term = terms.term();
    if (term.end() != null && !term.end().isAfter(term.start())) {
      errors.add(FieldError.at("/term/end", "must be later than the start"));
    }
    Map<UUID, MetricType> types =
        metrics.types(
            terms.commitments().stream()
                .map(CommitmentRequest::metricId)
                .collect(Collectors.toSet()));
    Set<UUID> named = new HashSet<>();
    for (int i = 0; i < terms.commitments().size(); i++) {
      CommitmentRequest commitment = terms.commitments().get(i);
      String at = "/commitments/" + i;
      UUID id = commitment.id();
      if (id != null && (!known.contains(id) || !named.add(id))) {
        errors.add(
            FieldError.at(
                at + "/id", "must name a commitment of this agreement, once; leave it out to add"));
      }
      check(commitment, types.get(commitment.metricId()), at, errors);
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private static void check(
      CommitmentRequest commitment, @Nullable MetricType type, String at, List<FieldError> errors) {
    switch (type) {
      case null -> errors.add(FieldError.at(at + "/metricId", "there is no such metric"));
      case THRESHOLD_SHARE -> {
        if (commitment.threshold() == null) {
          errors.add(
              FieldError.at(
                  at + "/threshold", "is required: it says which values of the metric are good"));
        }
      }
      case RATIO -> {
        if (commitment.threshold() != null) {
          errors.add(
              FieldError.at(
                  at + "/threshold",
                  "must be absent: measurements of a ratio metric are good or bad themselves"));
        }
      }
    }
  }
}
