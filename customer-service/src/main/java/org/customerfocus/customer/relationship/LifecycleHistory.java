package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jspecify.annotations.Nullable;

/// Keeps the dated history of a life cycle, so that what a customer was on any day, and how many
/// were what, can be told exactly.
///
/// The first phase begins with the relationship (`validFrom`). A transition takes effect on
/// `lifecycleSince`, today unless said otherwise. Of two transitions on one day the later counts
/// for the day.
@ApplicationScoped
class LifecycleHistory {

  private static final int SHOWN_PHASES = 200;

  private final LifecycleRepository phases;
  private final InstantSource clock;

  LifecycleHistory(LifecycleRepository phases, InstantSource clock) {
    this.phases = phases;
    this.clock = clock;
  }

  void begin(UUID customer, CustomerTerms terms) {
    phases.add(new CustomerLifecycleRow(customer, terms, terms.validFrom(), clock.instant()));
  }

  /// Records what the terms say of the life cycle now.
  ///
  /// @return since when the present phase lasts; null where it is the first one
  @Nullable LocalDate change(Customer customer, CustomerTerms terms) {
    if (!Objects.equals(customer.validFrom(), terms.validFrom())) {
      moveBeginning(customer.id(), terms.validFrom());
    }
    List<CustomerLifecycleRow> latest = phases.latest(customer.id(), 2);
    CustomerLifecycleRow present = latest.getFirst();
    CustomerLifecycleRow before = latest.size() > 1 ? latest.get(1) : null;
    return terms.lifecycle() == present.lifecycle()
        ? correct(present, before, terms)
        : move(present, before, terms);
  }

  private void moveBeginning(UUID customer, @Nullable LocalDate validFrom) {
    CustomerLifecycleRow first = phases.first(customer);
    LocalDate end = first.validTo();
    if (validFrom != null && end != null && !validFrom.isBefore(end)) {
      throw ProblemException.invalid(
          "/validFrom", "must be before %s, when the first phase ended".formatted(end));
    }
    first.begin(validFrom);
  }

  private @Nullable LocalDate correct(
      CustomerLifecycleRow present, @Nullable CustomerLifecycleRow before, CustomerTerms terms) {
    LocalDate since = terms.lifecycleSince();
    if (before == null) {
      if (since != null) {
        throw ProblemException.invalid(
            "/lifecycleSince", "the first phase begins with the relationship: set validFrom");
      }
    } else if (!Objects.equals(since, present.validFrom())) {
      if (since == null) {
        throw ProblemException.invalid("/lifecycleSince", "a later phase has a first day");
      }
      refuseFuture(since);
      if (before.validFrom() != null && !since.isAfter(before.validFrom())) {
        throw ProblemException.invalid(
            "/lifecycleSince",
            "must be after %s, when the phase before began".formatted(before.validFrom()));
      }
      before.end(since);
      present.begin(since);
    }
    present.describe(terms, clock.instant());
    return since;
  }

  private @Nullable LocalDate move(
      CustomerLifecycleRow present, @Nullable CustomerLifecycleRow before, CustomerTerms terms) {
    if (!present.lifecycle().allowed().contains(terms.lifecycle())) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "A customer who is %s cannot become %s."
              .formatted(present.lifecycle().wire(), terms.lifecycle().wire()));
    }
    LocalDate since = terms.lifecycleSince() == null ? today() : terms.lifecycleSince();
    refuseFuture(since);
    LocalDate began = present.validFrom();
    if (began != null && since.isBefore(began)) {
      throw ProblemException.invalid(
          "/lifecycleSince", "must not be before %s, when this phase began".formatted(began));
    }
    Instant now = clock.instant();
    if (!since.equals(began)) {
      present.end(since);
      phases.add(new CustomerLifecycleRow(present.customerId(), terms, since, now));
      return since;
    }
    if (before != null && before.lifecycle() == terms.lifecycle()) {
      // Left and came back on one day: the phase before simply went on.
      phases.remove(present);
      before.end(null);
      before.describe(terms, now);
      return phases.latest(before.customerId(), 2).size() > 1 ? before.validFrom() : null;
    }
    present.describe(terms, now);
    return before == null ? null : since;
  }

  private void refuseFuture(LocalDate since) {
    if (since.isAfter(today())) {
      throw ProblemException.invalid(
          "/lifecycleSince", "must not lie in the future: record it when it has come to pass");
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// The phases of a customer in their order, the latest of them where there are very many.
  List<LifecyclePhase> of(UUID customer) {
    return phases.latest(customer, SHOWN_PHASES).reversed().stream()
        .map(CustomerLifecycleRow::phase)
        .toList();
  }
}
