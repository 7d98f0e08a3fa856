package org.customerfocus.customer.need;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where a score comes from.
@Schema(name = "ScoreSource", description = "Where a score comes from.")
record ScoreSource(
    @NotBlank @Size(max = 100) @Schema(description = "Who computed it.", examples = "survey")
        String service,
    @NotBlank
        @Size(max = 500)
        @Schema(
            description = "The resource that it can be read from.",
            examples = "/v1/surveys/0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43/results")
        String resource,
    @Size(min = 1, max = 200) @Schema(description = "The question whose answers it rests on.")
        @Nullable String questionId) {}
