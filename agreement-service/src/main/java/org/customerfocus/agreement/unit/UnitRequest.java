package org.customerfocus.agreement.unit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A unit as a client describes it.
@Schema(description = "A unit that values are told in.")
public record UnitRequest(
    @Schema(description = "What it is named by; it stays.", examples = "pallet")
        @NotNull
        @Size(max = 40)
        @Pattern(
            regexp = "[A-Za-z0-9%\\[][A-Za-z0-9%.\\[\\]-]*",
            message = "must be letters, digits and % . - [ ], such as pallet")
        String code,
    @Schema(description = "What it is called, by language (BCP 47).")
        @NotNull
        @Size(min = 1, max = 50)
        Map<@NotNull @Size(min = 2, max = 35) String, @NotBlank @Size(max = 200) String> names,
    @Schema(description = "What it measures, such as time, length or count.", examples = "count")
        @NotBlank
        @Size(max = 60)
        String dimension) {}
