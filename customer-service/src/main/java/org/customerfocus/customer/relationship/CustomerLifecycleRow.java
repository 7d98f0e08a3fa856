package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// One phase of a customer's life cycle. The phases of a customer leave no gap: one ends where the
/// next begins, and the present one is open.
@Entity
@Table(name = "customer_lifecycle")
class CustomerLifecycleRow extends TenantEntity {

  private UUID customerId;
  private Lifecycle lifecycle;
  private @Nullable LifecycleReasonType reasonType;
  private @Nullable String reason;
  private @Nullable UUID switchedToPartyId;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected CustomerLifecycleRow() {}

  @SuppressWarnings("NullAway.Init")
  CustomerLifecycleRow(
      UUID customerId, CustomerTerms terms, @Nullable LocalDate validFrom, Instant now) {
    this.customerId = customerId;
    this.validFrom = validFrom;
    describe(terms, now);
  }

  /// What was the reason may be corrected; when it was recorded then is told with it.
  void describe(CustomerTerms terms, Instant now) {
    boolean same =
        terms.lifecycle() == lifecycle
            && terms.lifecycleReasonType() == reasonType
            && Objects.equals(terms.lifecycleReason(), reason)
            && Objects.equals(terms.switchedToPartyId(), switchedToPartyId);
    if (same) {
      return;
    }
    lifecycle = terms.lifecycle();
    reasonType = terms.lifecycleReasonType();
    reason = terms.lifecycleReason();
    switchedToPartyId = terms.switchedToPartyId();
    recordedAt = now;
  }

  void begin(@Nullable LocalDate date) {
    validFrom = date;
  }

  /// @param date the first day of the next phase, or null where this one is the present again
  void end(@Nullable LocalDate date) {
    validTo = date;
  }

  UUID customerId() {
    return customerId;
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  @Nullable LocalDate validFrom() {
    return validFrom;
  }

  @Nullable LocalDate validTo() {
    return validTo;
  }

  LifecyclePhase phase() {
    return new LifecyclePhase(
        lifecycle, reasonType, reason, switchedToPartyId, validFrom, validTo, recordedAt);
  }
}
