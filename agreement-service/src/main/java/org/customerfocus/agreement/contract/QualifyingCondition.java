package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What has to hold for a promise to apply. The idea and the name are those of WS-Agreement.
@Schema(
    description =
        "What has to hold for the promise to apply to a measurement. What does not meet the selector"
            + " is not counted; without a selector the condition is words alone.")
public record QualifyingCondition(
    @NotBlank @Size(max = 1000) @Schema(description = "In the customer's words.") String text,
    @Valid
        @Schema(
            description = "What a measurement must meet, besides the commitment's own selector.")
        @Nullable Selector selector) {}
