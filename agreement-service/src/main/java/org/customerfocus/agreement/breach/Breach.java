package org.customerfocus.agreement.breach;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.agreement.attainment.AttainmentStatus;
import org.customerfocus.agreement.performance.PeriodDecided;
import org.customerfocus.agreement.performance.PeriodState;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// That a promise was not kept in a period. Its status follows the results of the period, so that a
/// correction withdraws or reopens it; its cause is what people make of it.
@Entity
@SuppressWarnings("NullAway.Init")
class Breach extends VersionedEntity {

  private UUID agreementId;
  private UUID agreementVersionId;
  private UUID commitmentId;
  private UUID lineageId;
  private String period;
  private Instant periodStart;
  private Instant periodEnd;
  private BreachStatus status;
  private int revision;
  private BigDecimal numerator;
  private BigDecimal denominator;

  @Convert(converter = BreachDecision.Column.class)
  private List<BreachDecision> decisions = List.of();

  private @Nullable BreachCategory causeCategory;
  private @Nullable String causeText;
  private @Nullable String causeRecordedBy;
  private @Nullable Instant causeRecordedAt;

  /// For Hibernate.
  protected Breach() {}

  /// @param decided that the target was missed
  Breach(PeriodDecided decided, Instant now) {
    super(now);
    agreementId = decided.agreementId();
    agreementVersionId = decided.agreementVersionId();
    commitmentId = decided.commitmentId();
    lineageId = decided.lineageId();
    period = decided.period();
    periodStart = decided.start();
    periodEnd = decided.end();
    take(decided);
  }

  /// Follows a further result of the period.
  ///
  /// @return what happened to the breach: `confirmed`, `withdrawn`, `reopened`, `updated`, or null
  ///   where nothing changed
  @Nullable String follow(PeriodDecided decided, Instant now) {
    BreachStatus before = status;
    boolean same =
        revision == decided.revision()
            && numerator.compareTo(decided.numerator()) == 0
            && denominator.compareTo(decided.denominator()) == 0
            && before == statusBy(decided);
    if (same) {
      return null;
    }
    take(decided);
    touch(now);
    if (before == status) {
      return "updated";
    }
    return switch (status) {
      case WITHDRAWN -> "withdrawn";
      case PROVISIONAL -> "reopened";
      case CONFIRMED -> before == BreachStatus.WITHDRAWN ? "reopened" : "confirmed";
    };
  }

  private void take(PeriodDecided decided) {
    BreachStatus next = statusBy(decided);
    if (decisions.isEmpty() || next != status) {
      List<BreachDecision> more = new ArrayList<>(decisions);
      more.add(new BreachDecision(decided.revision(), next, decided.at()));
      decisions = more;
    }
    status = next;
    periodStart = decided.start();
    periodEnd = decided.end();
    revision = decided.revision();
    numerator = decided.numerator();
    denominator = decided.denominator();
  }

  private static BreachStatus statusBy(PeriodDecided decided) {
    if (decided.status() != AttainmentStatus.BREACHED) {
      return BreachStatus.WITHDRAWN;
    }
    return decided.state() == PeriodState.FINAL ? BreachStatus.CONFIRMED : BreachStatus.PROVISIONAL;
  }

  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean explain(BreachRequest as, String by, Instant now) {
    if (as.equals(describe())) {
      return false;
    }
    BreachRequest.Cause cause = as.cause();
    causeCategory = cause == null ? null : cause.category();
    causeText = cause == null ? null : cause.text();
    causeRecordedBy = cause == null ? null : by;
    causeRecordedAt = cause == null ? null : now;
    touch(now);
    return true;
  }

  BreachRequest describe() {
    return new BreachRequest(
        causeCategory == null ? null : new BreachRequest.Cause(causeCategory, causeText));
  }

  BreachView view() {
    return new BreachView(
        id(),
        agreementId,
        agreementVersionId,
        commitmentId,
        lineageId,
        period,
        periodStart,
        periodEnd,
        status,
        revision,
        denominator.signum() == 0
            ? null
            : numerator.divide(denominator, MathContext.DECIMAL128).stripTrailingZeros(),
        Objects.requireNonNull(decisions),
        describe().cause(),
        causeRecordedBy,
        causeRecordedAt,
        createdAt(),
        updatedAt());
  }

  UUID agreementId() {
    return agreementId;
  }

  UUID lineageId() {
    return lineageId;
  }

  UUID commitmentId() {
    return commitmentId;
  }

  BreachStatus status() {
    return status;
  }

  Instant periodStart() {
    return periodStart;
  }

  Instant periodEnd() {
    return periodEnd;
  }
}
