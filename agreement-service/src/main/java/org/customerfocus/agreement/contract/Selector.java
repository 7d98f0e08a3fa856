package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which measurements of its metric a commitment counts: those that meet every member given.
@Schema(
    description =
        "Which measurements of the metric count: those that meet every member that is given.")
public record Selector(
    @Schema(
            description =
                "The customers whose measurements count; otherwise the agreement's customer and its"
                    + " covered users.")
        @Nullable
        @Size(min = 1, max = 1000)
        List<@NotNull UUID> customerIds,
    @Schema(description = "The offerings whose measurements count; otherwise all.")
        @Nullable
        @Size(min = 1, max = 200)
        List<@NotNull UUID> offeringIds,
    @Schema(description = "The entity type that counts; otherwise the commitment's.")
        @Nullable
        @Size(min = 1, max = 100)
        String entityType,
    @Schema(description = "Dimensions that a measurement must have with just these values.")
        @Nullable
        @Size(min = 1, max = 20)
        Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 200) String> dimensions) {

  static final Selector DEFAULT = new Selector(null, null, null, null);
}
