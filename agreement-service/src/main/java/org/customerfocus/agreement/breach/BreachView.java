package org.customerfocus.agreement.breach;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A breach as it is shown.
@Schema(description = "A promise that was not kept in a period.")
public record BreachView(
    UUID id,
    UUID agreementId,
    UUID agreementVersionId,
    @Schema(description = "The wording that held in the period.") UUID commitmentId,
    @Schema(description = "The same promise in every version of its agreement.") UUID lineageId,
    @Schema(description = "Such as 2026-03, 2026-Q1 or 2026.", maxLength = 40) String period,
    Instant periodStart,
    @Schema(description = "Exclusive.") Instant periodEnd,
    BreachStatus status,
    @Schema(description = "Of the period's result that it follows; 0 for a draft.")
        Integer revision,
    @Schema(
            description =
                "What was attained, in the unit of the target: exact where it ends within 34 digits,"
                    + " rounded half-even there; absent where nothing counts any more.")
        @Nullable BigDecimal attained,
    @Schema(
            description = "What was decided of the period since then, the first of it first.",
            maxItems = 1000)
        List<BreachDecision> decisions,
    BreachRequest.@Nullable Cause cause,
    @Schema(description = "Who recorded the cause.") @Nullable String causeRecordedBy,
    @Nullable Instant causeRecordedAt,
    @Schema(description = "When it was detected.") Instant createdAt,
    Instant updatedAt) {}
