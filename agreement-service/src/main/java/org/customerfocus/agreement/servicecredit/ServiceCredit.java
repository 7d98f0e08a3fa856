package org.customerfocus.agreement.servicecredit;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.agreement.credit.CreditKind;
import org.customerfocus.agreement.credit.Remedy;
import org.customerfocus.agreement.performance.PeriodDecided;
import org.customerfocus.agreement.servicecredit.ServiceCreditView.CreditAct;
import org.customerfocus.agreement.servicecredit.ServiceCreditView.CreditedTier;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// What one final result of a period adds to what is owed for it.
@Entity
@SuppressWarnings("NullAway.Init")
class ServiceCredit extends VersionedEntity {

  private UUID agreementId;
  private UUID commitmentId;
  private UUID lineageId;
  private @Nullable UUID breachId;
  private CreditKind kind;
  private String period;
  private Instant periodStart;
  private Instant periodEnd;
  private int revision;
  private ServiceCreditStatus status = ServiceCreditStatus.PROPOSED;
  private BigDecimal numerator;
  private BigDecimal denominator;
  private @Nullable BigDecimal tierFrom;
  private @Nullable BigDecimal tierBelow;
  private @Nullable BigDecimal share;
  private @Nullable String compensation;
  private @Nullable BigDecimal baseAmount;

  /// Whether people name the base, since the agreement does not.
  private boolean baseNamed;

  private @Nullable String currency;
  private @Nullable BigDecimal ownAmount;
  private @Nullable BigDecimal amount;
  private @Nullable Instant claimBy;
  private @Nullable String claimedBy;
  private @Nullable Instant claimedAt;
  private @Nullable String approvedBy;
  private @Nullable Instant approvedAt;
  private @Nullable String settledBy;
  private @Nullable Instant settledAt;
  private @Nullable String settlementReference;
  private @Nullable String note;

  /// For Hibernate.
  protected ServiceCredit() {}

  /// @param due what the result gives by itself; nothing where it falls into no tier any more
  ServiceCredit(
      PeriodDecided decided, CreditKind kind, @Nullable UUID breachId, Due due, Instant now) {
    super(now);
    agreementId = decided.agreementId();
    commitmentId = decided.commitmentId();
    lineageId = decided.lineageId();
    this.breachId = breachId;
    this.kind = kind;
    period = decided.period();
    periodStart = decided.start();
    periodEnd = decided.end();
    revision = decided.revision();
    numerator = decided.numerator();
    denominator = decided.denominator();
    tierFrom = due.from();
    tierBelow = due.below();
    share = due.share();
    compensation = due.compensation();
    currency = due.currency();
    baseAmount = due.base();
    baseNamed = due.share() != null && due.base() == null;
    ownAmount = due.own();
    claimBy = due.claimBy();
  }

  /// What it adds to what was granted before.
  ///
  /// @param in the currency, which a result that gives nothing any more has of those before
  void grant(BigDecimal delta, String in) {
    amount = delta;
    currency = in;
    if (delta.signum() < 0) {
      status = ServiceCreditStatus.OVERPAID;
    } else if (delta.signum() == 0 && compensation == null) {
      status = ServiceCreditStatus.NOT_DUE;
    }
  }

  /// Something other than money was granted for the period, and is not due by its latest result.
  void overpaid(String granted) {
    compensation = granted;
    status = ServiceCreditStatus.OVERPAID;
  }

  void notDue() {
    status = ServiceCreditStatus.NOT_DUE;
  }

  /// A later result takes its place.
  void supersede(Instant now) {
    status = ServiceCreditStatus.SUPERSEDED;
    touch(now);
  }

  /// Whether this row tells anew what another told to be overpaid: money of the agreement in the
  /// period, anything else of the promise.
  boolean restates(ServiceCredit other) {
    boolean same =
        other.amount == null
            ? other.lineageId.equals(lineageId)
            : amount != null && Objects.equals(other.currency, currency);
    return !other.id().equals(id()) && other.status == ServiceCreditStatus.OVERPAID && same;
  }

  /// What it says to be due other than money, whether that was granted before or not.
  Optional<String> dueCompensation() {
    return status == ServiceCreditStatus.OVERPAID
        ? Optional.empty()
        : Optional.ofNullable(compensation);
  }

  void lapse(Instant now) {
    status = ServiceCreditStatus.LAPSED;
    touch(now);
  }

  /// @return whether anything differs
  /// @throws ProblemException 409 where its status does not allow it
  boolean change(ServiceCreditRequest as, String by, Instant now) {
    if (as.equals(describe())) {
      return false;
    }
    if (!status.isOpen()) {
      throw notAllowed("changed");
    }
    if (as.status() != status) {
      if (!status.next().contains(as.status())) {
        throw notAllowed(as.status().wire());
      }
      move(as.status(), by, now);
    }
    note = as.note();
    touch(now);
    return true;
  }

  private void move(ServiceCreditStatus to, String by, Instant now) {
    if (to == ServiceCreditStatus.CLAIMED) {
      requireInTime(now);
      claimedBy = by;
      claimedAt = now;
    }
    status = to;
  }

  void approve(String by, @Nullable String words, Instant now) {
    if (!status.isOpen()) {
      throw notAllowed("approved");
    }
    requireInTime(now);
    status = ServiceCreditStatus.APPROVED;
    approvedBy = by;
    approvedAt = now;
    note = words == null ? note : words;
    touch(now);
  }

  void settle(CreditSettlementRequest as, String by, Instant now) {
    if (status != ServiceCreditStatus.APPROVED) {
      throw notAllowed("settled");
    }
    status = ServiceCreditStatus.SETTLED;
    settledBy = by;
    settledAt = now;
    settlementReference = as.reference();
    note = as.note() == null ? note : as.note();
    touch(now);
  }

  /// The worker that lets it lapse may be late; the day counts.
  private void requireInTime(Instant now) {
    if (status == ServiceCreditStatus.PROPOSED && claimBy != null && !now.isBefore(claimBy)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED, "It had to be claimed before %s.".formatted(claimBy));
    }
  }

  private ProblemException notAllowed(String to) {
    return new ProblemException(
        Problems.TRANSITION_NOT_ALLOWED,
        "This credit is %s, so it cannot be %s.".formatted(status.wire(), to));
  }

  /// Takes the share of a charge that is known now.
  void base(Money base) {
    baseAmount = base.value();
    currency = base.currency();
    ownAmount =
        new Remedy.Share(Objects.requireNonNull(share)).amount(base.value(), base.currency());
  }

  ServiceCreditRequest describe() {
    return new ServiceCreditRequest(status, money(baseAmount), note);
  }

  private @Nullable Money money(@Nullable BigDecimal value) {
    return value == null || currency == null ? null : Money.of(value, currency);
  }

  ServiceCreditView view() {
    return new ServiceCreditView(
        id(),
        agreementId,
        commitmentId,
        lineageId,
        breachId,
        kind,
        period,
        periodStart,
        periodEnd,
        revision,
        status,
        status.next(),
        denominator.signum() == 0
            ? null
            : numerator.divide(denominator, MathContext.DECIMAL128).stripTrailingZeros(),
        tierFrom == null && tierBelow == null ? null : new CreditedTier(tierFrom, tierBelow, share),
        money(baseAmount),
        money(ownAmount),
        money(amount),
        compensation,
        claimBy,
        act(claimedBy, claimedAt),
        act(approvedBy, approvedAt),
        act(settledBy, settledAt),
        settlementReference,
        note,
        createdAt(),
        updatedAt());
  }

  private static @Nullable CreditAct act(@Nullable String by, @Nullable Instant at) {
    return by == null || at == null ? null : new CreditAct(by, at);
  }

  boolean isOpen() {
    return status.isOpen();
  }

  /// Whether people say what its share is taken of: the agreement does not.
  boolean takesBase() {
    return baseNamed;
  }

  /// Whether its share waits for a charge to be taken of.
  boolean lacksBase() {
    return share != null && baseAmount == null;
  }

  UUID agreementId() {
    return agreementId;
  }

  UUID commitmentId() {
    return commitmentId;
  }

  UUID lineageId() {
    return lineageId;
  }

  CreditKind kind() {
    return kind;
  }

  String period() {
    return period;
  }

  Instant periodStart() {
    return periodStart;
  }

  Instant periodEnd() {
    return periodEnd;
  }

  int revision() {
    return revision;
  }

  ServiceCreditStatus status() {
    return status;
  }

  @Nullable String compensation() {
    return compensation;
  }

  @Nullable String currency() {
    return currency;
  }

  @Nullable Money base() {
    return money(baseAmount);
  }

  @Nullable BigDecimal ownAmount() {
    return ownAmount;
  }

  @Nullable BigDecimal amount() {
    return amount;
  }

  @Nullable Instant claimBy() {
    return claimBy;
  }
}
