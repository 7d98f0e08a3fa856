package org.customerfocus.agreement.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.calendar.CalendarRepository;
import org.customerfocus.agreement.metric.MetricRepository;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;

/// Whether terms make sense together, beyond what each field alone must be.
@ApplicationScoped
class TermsCheck {

  private final MetricRepository metrics;
  private final CalendarRepository calendars;

  TermsCheck(MetricRepository metrics, CalendarRepository calendars) {
    this.metrics = metrics;
    this.calendars = calendars;
  }

  /// The same terms with commitments that say what hangs on the types of their metrics.
  AgreementRequest completed(AgreementRequest terms) {
    Map<UUID, MetricType> types = types(terms);
    return terms.with(
        terms.commitments().stream().map(each -> each.of(types.get(each.metricId()))).toList());
  }

  /// @param known the commitments that the terms may name by id
  /// @return the terms, completed
  /// @throws ProblemException 422 that lists every fault
  AgreementRequest require(AgreementRequest asked, Set<UUID> known) {
    AgreementRequest terms = completed(asked);
    List<FieldError> errors = new ArrayList<>();
    if (!ZoneId.getAvailableZoneIds().contains(terms.timeZone())) {
      errors.add(
          FieldError.at("/timeZone", "must be an IANA time zone, such as America/Los_Angeles"));
    }
    Term term = terms.term();
    if (term.start().isBefore(Term.EARLIEST)) {
      errors.add(
          FieldError.at(
              "/term/start",
              "must not be before %s: each period since then is counted".formatted(Term.EARLIEST)));
    }
    if (term.end() != null && !term.end().isAfter(term.start())) {
      errors.add(FieldError.at("/term/end", "must be later than the start"));
    }
    checkCommitments(terms, known, errors);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return terms;
  }

  private void checkCommitments(AgreementRequest terms, Set<UUID> known, List<FieldError> errors) {
    Map<UUID, MetricType> types = types(terms);
    Set<UUID> existing =
        calendars.existing(
            terms.commitments().stream()
                .map(CommitmentRequest::calendarId)
                .filter(Objects::nonNull)
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
      MetricType type = types.get(commitment.metricId());
      if (type == null) {
        errors.add(FieldError.at(at + "/metricId", "there is no such metric"));
      } else {
        new MeasuringCheck(commitment, type, existing, at, errors).check();
      }
    }
  }

  private Map<UUID, MetricType> types(AgreementRequest terms) {
    return metrics.types(
        terms.commitments().stream().map(CommitmentRequest::metricId).collect(Collectors.toSet()));
  }
}
