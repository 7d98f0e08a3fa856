package org.customerfocus.agreement.servicecredit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.credit.CreditKind;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A credit as it is shown.
@Schema(description = "What is owed for a period, or what a later result of it changes of that.")
record ServiceCreditView(
    UUID id,
    UUID agreementId,
    @Schema(description = "The wording that held in the period.") UUID commitmentId,
    @Schema(description = "The same promise in every version of its agreement.") UUID lineageId,
    @Schema(description = "Absent for a reward.") @Nullable UUID breachId,
    CreditKind kind,
    @Schema(maxLength = 40) String period,
    Instant periodStart,
    @Schema(description = "Exclusive.") Instant periodEnd,
    @Schema(description = "Which final result of the period it follows from.") Integer revision,
    ServiceCreditStatus status,
    @Schema(description = "What a patch may change the status to.", maxItems = 5)
        List<ServiceCreditStatus> allowedStatuses,
    @Schema(description = "What was attained; absent where nothing counts any more.")
        @Nullable BigDecimal attained,
    @Schema(description = "The tier that it falls into; absent where it falls into none any more.")
        @Nullable CreditedTier tier,
    @Nullable Money base,
    @Schema(description = "What the tier gives by itself, before stacking and caps.")
        @Nullable Money ownAmount,
    @Schema(
            description =
                "What this adds to the credits before it for the same period; below zero, too much"
                    + " was granted by so much, which is shown and not reclaimed. Absent until the"
                    + " base is known, or where it is not about money.")
        @Nullable Money amount,
    @Schema(description = "What else is owed, in words.") @Nullable String compensation,
    @Schema(description = "Unless it is claimed or approved before, it lapses then.")
        @Nullable Instant claimBy,
    @Nullable CreditAct claim,
    @Nullable CreditAct approval,
    @Nullable CreditAct settlement,
    @Schema(description = "Where the settlement is booked.") @Nullable String settlementReference,
    @Nullable String note,
    Instant createdAt,
    Instant updatedAt) {

  /// A half-open range of attainment and what it gives.
  @Schema(description = "From (inclusive) to below (exclusive), and the share that it gives.")
  record CreditedTier(
      @Nullable BigDecimal from, @Nullable BigDecimal below, @Nullable BigDecimal share) {}

  /// Who did it, and when.
  @Schema(description = "Who did it, and when.")
  record CreditAct(String by, Instant at) {}
}
