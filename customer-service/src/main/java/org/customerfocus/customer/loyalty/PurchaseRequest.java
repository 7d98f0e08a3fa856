package org.customerfocus.customer.loyalty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.customer.recording.SourceRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A purchase as a client reports it. Equal reports are equal records: instants have the database's
/// microseconds.
@Schema(description = "That a customer bought something, and when.")
public record PurchaseRequest(
    @NotNull UUID customerId,
    @Schema(description = "What was bought.") @Nullable UUID offeringId,
    @NotNull Instant purchasedAt,
    @Valid @Schema(description = "What was paid, not below zero; absent where it is not known.")
        @Nullable Money amount,
    @Valid @Nullable SourceRef externalRef) {

  @SuppressWarnings("ConstantValue") // what is missing is refused after it was read
  public PurchaseRequest {
    purchasedAt = purchasedAt == null ? purchasedAt : purchasedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /// The same with the amount at its currency's scale, as it is answered.
  PurchaseRequest atScale() {
    return amount == null
        ? this
        : new PurchaseRequest(
            customerId,
            offeringId,
            purchasedAt,
            Money.of(amount.value(), amount.currency()),
            externalRef);
  }
}
