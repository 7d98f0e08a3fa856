package org.customerfocus.agreement.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Whether what surrounds the commitments makes sense: services, compensation, notice, renewal.
@ApplicationScoped
class ConditionsCheck {

  // A renewal that is shorter would write agreements day by day.
  private static final int SHORTEST_RENEWAL = 28;

  private static final int LONGEST_NOTICE_YEARS = 10;

  private final AgreementRepository agreements;

  ConditionsCheck(AgreementRepository agreements) {
    this.agreements = agreements;
  }

  /// @throws ProblemException 422 that lists every fault
  void require(AgreementRequest terms) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < terms.compensation().size(); i++) {
      faults.addAll(terms.compensation().get(i).faults("/compensation/" + i));
    }
    Money value = terms.value();
    if (value != null && value.value().signum() < 0) {
      faults.add(FieldError.at("/value/amount", "must not be negative"));
    }
    coveredUsers(terms.coveredUserIds(), faults);
    services(terms.agreedServices(), faults);
    noticePeriod(terms, faults);
    renewal(terms, faults);
    if (terms.renewalOfId() != null && agreements.find(terms.renewalOfId()).isEmpty()) {
      faults.add(FieldError.at("/renewalOfId", "there is no such agreement"));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }

  /// @throws ProblemException 422 where an amendment would hold from a day on which the wording
  ///   before it, or nothing, holds
  static void requireAfter(AgreementVersion before, AgreementRequest terms, LocalDate on) {
    @Nullable String fault = null;
    LocalDate first = before.effectiveFrom().atZone(before.zone()).toLocalDate();
    if (!on.isAfter(first)) {
      fault = "must be later than %s, from when version %d holds".formatted(first, before.number());
    } else if (terms.term().end() != null && !on.isBefore(terms.term().end())) {
      fault = "must be before the end of the term";
    }
    if (fault != null) {
      throw ProblemException.invalid("/effectiveOn", fault);
    }
  }

  private static void coveredUsers(List<UUID> ids, List<FieldError> faults) {
    Set<UUID> users = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!users.add(ids.get(i))) {
        faults.add(FieldError.at("/coveredUserIds/" + i, "comes twice"));
      }
    }
  }

  private static void noticePeriod(AgreementRequest terms, List<FieldError> faults) {
    String period = terms.noticePeriod();
    if (period == null) {
      return;
    }
    LocalDate start = terms.term().start();
    if (Periods.isEmpty(period)) {
      faults.add(
          FieldError.at("/noticePeriod", "must be longer than nothing; leave it out for none"));
    } else if (Periods.after(start, period, 1).isAfter(start.plusYears(LONGEST_NOTICE_YEARS))) {
      faults.add(
          FieldError.at(
              "/noticePeriod", "must be at most %d years".formatted(LONGEST_NOTICE_YEARS)));
    }
  }

  private static void services(List<AgreedService> services, List<FieldError> faults) {
    Set<UUID> offerings = new HashSet<>();
    for (int i = 0; i < services.size(); i++) {
      AgreedService service = services.get(i);
      if (!offerings.add(service.offeringId())) {
        faults.add(
            FieldError.at("/agreedServices/%d/offeringId".formatted(i), "is agreed on twice"));
      }
      Set<String> types = new HashSet<>();
      for (int j = 0; j < service.entityTypes().size(); j++) {
        if (!types.add(service.entityTypes().get(j).entityType())) {
          faults.add(
              FieldError.at(
                  "/agreedServices/%d/entityTypes/%d/entityType".formatted(i, j), "comes twice"));
        }
      }
    }
  }

  private static void renewal(AgreementRequest terms, List<FieldError> faults) {
    Renewal renewal = terms.renewal();
    if (renewal == null) {
      return;
    }
    if (terms.term().end() == null) {
      faults.add(FieldError.at("/renewal", "needs a term with an end"));
    }
    LocalDate day = LocalDate.EPOCH;
    if (Periods.after(day, renewal.period(), 1).isBefore(day.plusDays(SHORTEST_RENEWAL))) {
      faults.add(
          FieldError.at("/renewal/period", "must be at least %d days".formatted(SHORTEST_RENEWAL)));
    }
  }
}
