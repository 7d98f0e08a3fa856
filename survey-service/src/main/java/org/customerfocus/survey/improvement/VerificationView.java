package org.customerfocus.survey.improvement;

import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether an improvement helped, as it is answered.
@Schema(
    name = "ImprovementVerificationView",
    description = "The score before and after, and whether it is significantly better.")
record VerificationView(
    UUID id,
    UUID improvementId,
    ImprovementOutcome outcome,
    VerificationRequest.Moment before,
    VerificationRequest.Moment after,
    Figure scoreBefore,
    Figure scoreAfter,
    @Schema(
            description =
                "After less before, with the interval that decides: verified when all of it lies on"
                    + " the side that was expected. Shares have Newcombe's interval (method 10), other"
                    + " scores Δ ± z · √(SE₁² + SE₂²).")
        Figure difference,
    @Schema(
            description = "Two-sided, of z; absent without a difference.",
            minimum = "0",
            maximum = "1")
        @Nullable Double pValue,
    Instant madeAt) {}
