package org.customerfocus.agreement.performance;

import java.time.Instant;
import java.util.UUID;
import org.customerfocus.agreement.contract.Target;
import org.customerfocus.agreement.performance.AttainmentView.AttainmentPeriod;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One period of one commitment.
@Schema(
    name = "AttainmentPeriodView",
    description = "What one period of a commitment came to, and what it will if it lasts still.")
record PeriodView(
    UUID agreementId,
    UUID lineageId,
    String name,
    String customerTerm,
    Instant cut,
    Target target,
    @Schema(description = "When the period becomes final.") Instant finalAt,
    AttainmentPeriod period,
    @Schema(
            description =
                "What the whole period will come to if it goes on as it began; absent once it is"
                    + " over. The method says what is assumed.")
        @Nullable Figure forecast) {}
