package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What happens when the term is over.
@Schema(
    description =
        "What happens when the term is over: the agreement is renewed by itself, unless notice was"
            + " given, or renewing it takes a new agreement.")
public record Renewal(
    @Schema(description = "Whether it is renewed without a word.") @NotNull Boolean automatic,
    @NotNull
        @Pattern(regexp = Periods.PATTERN, message = Periods.MESSAGE)
        @Schema(description = "For how long.", examples = "P1Y", maxLength = 17)
        String period) {}
