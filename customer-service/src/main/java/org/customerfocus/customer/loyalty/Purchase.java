package org.customerfocus.customer.loyalty;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.customer.recording.SourceRef;
import org.jspecify.annotations.Nullable;

/// A recorded purchase. It never changes: one that was recorded wrongly is deleted.
@Entity
@SuppressWarnings("NullAway.Init")
class Purchase extends VersionedEntity {

  private UUID customerId;
  private @Nullable UUID offeringId;
  private Instant purchasedAt;
  private @Nullable BigDecimal amount;
  private @Nullable String currency;
  private @Nullable String refScheme;
  private @Nullable String refValue;

  /// For Hibernate. Purchases are written many at once, in SQL.
  protected Purchase() {}

  UUID customerId() {
    return customerId;
  }

  @Nullable UUID offeringId() {
    return offeringId;
  }

  Instant purchasedAt() {
    return purchasedAt;
  }

  @Nullable Money amount() {
    return amount == null || currency == null ? null : Money.of(amount, currency);
  }

  @Nullable SourceRef externalRef() {
    return SourceRef.of(refScheme, refValue);
  }
}
