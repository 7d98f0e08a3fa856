package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a service is counted in, and what the customer calls it.
@Schema(description = "What a service is counted in, and what the customer calls it.")
public record AgreedEntityType(
    @Schema(description = "The entity type, as measurements name it.", examples = "flight")
        @NotBlank
        @Size(max = 100)
        String entityType,
    @Schema(
            description = "The customer's own word for it, by language (BCP 47).",
            examples = "{\"en\": \"departure\", \"de\": \"Abflug\"}")
        @NotNull
        @Size(min = 1, max = 50)
        Map<
                @NotNull
                @Pattern(
                    regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
                    message = "must be a BCP 47 language tag such as de-CH")
                @Size(max = 35) String,
                @NotBlank @Size(max = 200) String>
            customerTerm,
    @Schema(description = "The unit that it is told in, of listUnits.", examples = "min")
        @Nullable
        @Size(min = 1, max = 40)
        String unit) {}
