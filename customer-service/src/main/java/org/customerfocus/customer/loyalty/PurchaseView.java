package org.customerfocus.customer.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.customer.recording.SourceRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A purchase as it is answered.
@Schema(description = "That a customer bought something, and when.")
public record PurchaseView(
    UUID id,
    UUID customerId,
    @Nullable UUID offeringId,
    Instant purchasedAt,
    @Nullable Money amount,
    @Nullable SourceRef externalRef,
    Instant createdAt,
    Instant updatedAt) {

  static PurchaseView of(Purchase purchase) {
    return new PurchaseView(
        purchase.id(),
        purchase.customerId(),
        purchase.offeringId(),
        purchase.purchasedAt(),
        purchase.amount(),
        purchase.externalRef(),
        purchase.createdAt(),
        purchase.updatedAt());
  }
}
