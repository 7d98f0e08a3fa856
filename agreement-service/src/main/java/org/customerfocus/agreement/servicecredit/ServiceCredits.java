package org.customerfocus.agreement.servicecredit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.agreement.breach.BreachRepository;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.CreditTerms;
import org.customerfocus.agreement.credit.CreditKind;
import org.customerfocus.agreement.credit.Entitlement;
import org.customerfocus.agreement.performance.PeriodDecided;
import org.customerfocus.agreement.performance.PeriodState;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Proposes credits by the final results of periods, in the transactions that store these, and
/// keeps the sum of what is granted at what is due.
@ApplicationScoped
class ServiceCredits {

  static final String TYPE = "credit";

  /// What counts as granted: what is owed, was given, or is about to be decided. What is overpaid
  /// stays granted: nobody claims it back, so that it is set against what is owed later.
  static final Set<ServiceCreditStatus> GRANTED =
      Set.of(
          ServiceCreditStatus.PROPOSED,
          ServiceCreditStatus.CLAIMED,
          ServiceCreditStatus.APPROVED,
          ServiceCreditStatus.SETTLED);

  /// What was owed and is not: neither granted nor to be granted again.
  private static final Set<ServiceCreditStatus> FORGONE =
      Set.of(ServiceCreditStatus.REJECTED, ServiceCreditStatus.LAPSED);

  /// After the breach, which a credit names.
  private static final int AFTER_BREACHES = 2000;

  private final ServiceCreditRepository credits;
  private final Claims claims;
  private final AgreementRepository agreements;
  private final BreachRepository breaches;
  private final DueWorkRepository work;
  private final CurrentCaller caller;
  private final Journal journal;
  private final InstantSource clock;

  ServiceCredits(
      ServiceCreditRepository credits,
      Claims claims,
      AgreementRepository agreements,
      BreachRepository breaches,
      DueWorkRepository work,
      CurrentCaller caller,
      Journal journal,
      InstantSource clock) {
    this.credits = credits;
    this.claims = claims;
    this.agreements = agreements;
    this.breaches = breaches;
    this.work = work;
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
  }

  void decided(@Observes @Priority(AFTER_BREACHES) PeriodDecided decided) {
    CreditTerms terms = agreements.commitmentView(decided.commitmentId()).credits();
    if (decided.state() != PeriodState.FINAL || terms == null) {
      return;
    }
    Optional<Due.Of> due = Due.of(terms, decided);
    credits.lock(decided.agreementId());
    for (CreditKind kind : CreditKind.values()) {
      propose(
          decided,
          kind,
          due.filter(each -> each.kind() == kind).map(Due.Of::due).orElse(Due.NOTHING));
    }
  }

  private void propose(PeriodDecided decided, CreditKind kind, Due due) {
    List<ServiceCredit> all = credits.ofPeriod(decided.agreementId(), decided.period(), kind);
    List<ServiceCredit> own =
        all.stream().filter(c -> c.commitmentId().equals(decided.commitmentId())).toList();
    boolean known = own.stream().anyMatch(each -> each.revision() >= decided.revision());
    if (known || (due.equals(Due.NOTHING) && own.isEmpty())) {
      return;
    }
    Instant now = clock.instant();
    own.stream().filter(each -> each.status().isOpen()).forEach(each -> supersede(each, now));
    UUID breach =
        kind == CreditKind.CREDIT
            ? breaches.idOf(decided.commitmentId(), decided.period()).orElse(null)
            : null;
    ServiceCredit credit = new ServiceCredit(decided, kind, breach, due, now);
    settleDelta(credit, own, all);
    credits.add(credit);
    if (credit.status() == ServiceCreditStatus.PROPOSED && credit.claimBy() != null) {
      work.schedule(
          ServiceCreditRepository.DUE, credit.id(), credit.claimBy(), caller.get().test());
    }
    record(credit, credit.status().wire());
  }

  private void supersede(ServiceCredit earlier, Instant now) {
    earlier.supersede(now);
    work.forget(ServiceCreditRepository.DUE, earlier.id());
    record(earlier, "superseded");
  }

  /// What the credit adds to the earlier ones: money by what is granted of it, anything else by
  /// whether the same was granted already.
  private void settleDelta(ServiceCredit credit, List<ServiceCredit> own, List<ServiceCredit> all) {
    List<String> given = given(credit, all);
    String compensation = credit.compensation();
    String currency =
        credit.currency() != null
            ? credit.currency()
            : own.stream()
                .map(ServiceCredit::currency)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    if (currency != null && !credit.lacksBase()) {
      credit.grant(delta(credit, all, currency), currency);
    } else if (compensation == null && !given.isEmpty()) {
      credit.overpaid(given.getLast());
    } else if ((compensation == null || given.contains(compensation)) && !credit.lacksBase()) {
      credit.notDue();
    }
    restate(credit, all);
  }

  /// What other than money was granted for the promise in the period, under any of its wordings,
  /// and is not due by the latest result of another one.
  private static List<String> given(ServiceCredit credit, List<ServiceCredit> all) {
    List<String> given = new ArrayList<>();
    Map<UUID, Optional<String>> elsewhere = new HashMap<>();
    for (ServiceCredit each : all) {
      if (!each.lineageId().equals(credit.lineageId())) {
        continue;
      }
      if (GRANTED.contains(each.status()) && each.compensation() != null) {
        given.add(each.compensation());
      }
      if (!each.commitmentId().equals(credit.commitmentId())) {
        elsewhere.put(each.commitmentId(), each.dueCompensation());
      }
    }
    elsewhere.values().forEach(due -> due.ifPresent(given::remove));
    return given;
  }

  /// What is overpaid is told once, by the latest row.
  private void restate(ServiceCredit credit, List<ServiceCredit> all) {
    Instant now = clock.instant();
    all.stream().filter(credit::restates).forEach(each -> supersede(each, now));
  }

  /// What is due to the agreement for the period by the latest result of each commitment, less what
  /// was granted for it. What was refused or has lapsed is not granted again; nor is it overpaid.
  private BigDecimal delta(ServiceCredit credit, List<ServiceCredit> all, String currency) {
    Map<UUID, BigDecimal> latest = new HashMap<>();
    BigDecimal granted = BigDecimal.ZERO;
    BigDecimal forgone = BigDecimal.ZERO;
    for (ServiceCredit each : all) {
      if (each.id().equals(credit.id())) {
        continue;
      }
      if (!currency.equals(each.currency())) {
        latest.remove(each.commitmentId());
        continue;
      }
      latest.put(each.commitmentId(), orZero(each.ownAmount()));
      if (GRANTED.contains(each.status())) {
        granted = granted.add(orZero(each.amount()));
      } else if (FORGONE.contains(each.status())) {
        forgone = forgone.add(orZero(each.amount()));
      }
    }
    latest.put(credit.commitmentId(), orZero(credit.ownAmount()));
    List<ServiceCredit> rows = new ArrayList<>(all);
    rows.remove(credit);
    rows.add(credit);
    BigDecimal entitled = claims.entitled(latest, rows, currency);
    BigDecimal delta = Entitlement.delta(entitled, granted.add(forgone));
    return delta.signum() < 0 ? Entitlement.delta(entitled, granted).min(BigDecimal.ZERO) : delta;
  }

  private static BigDecimal orZero(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  /// Takes the share of a charge that is known now; what it adds hangs on what others were granted
  /// meanwhile.
  ///
  /// @throws ProblemException 422 where the agreement states its caps in another currency
  void base(ServiceCredit credit, Money base) {
    CreditTerms terms = agreements.commitmentView(credit.commitmentId()).credits();
    String currency = terms == null ? null : terms.currency();
    if (currency != null && !currency.equals(base.currency())) {
      throw ProblemException.invalid(
          "/base/currency", "must be %s, as the agreement has it".formatted(currency));
    }
    credits.lock(credit.agreementId());
    credit.base(base);
    List<ServiceCredit> all =
        credits.ofPeriod(credit.agreementId(), credit.period(), credit.kind());
    credit.grant(delta(credit, all, base.currency()), base.currency());
    restate(credit, all);
  }

  void record(ServiceCredit credit, String verb) {
    journal.record(
        Change.of(TYPE, verb, credit)
            .data(
                Map.of(
                    "agreementId",
                    credit.agreementId(),
                    "commitmentId",
                    credit.commitmentId(),
                    "status",
                    credit.status().wire()))
            .detail(credit.view()));
  }
}
