package org.customerfocus.survey.response;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The id that a response has elsewhere.
@Schema(
    name = "ResponseRef",
    description =
        "The id that the response has elsewhere. A survey records one response under it: sent"
            + " twice, it is told to be there already.")
public record ExternalRef(
    @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,63}")
        @Size(max = 64)
        @Schema(description = "The kind of id, such as kiosk or sfo-2018.")
        String scheme,
    @NotNull @Size(min = 1, max = 200) @Schema(description = "The id itself.") String value) {}
