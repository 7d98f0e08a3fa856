package org.customerfocus.survey.gemba;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was learned on a visit.
@Schema(
    name = "GembaFinding",
    description = "What was learned from what was seen. An improvement can name it as evidence.")
record GembaFinding(
    @NotNull
        @Size(max = 60)
        @Pattern(regexp = GembaVisitRequest.KEY, message = GembaVisitRequest.KEY_SAYS)
        @Schema(description = "Names it within the visit; it keeps its id under this key.")
        String key,
    @NotNull FindingKind kind,
    @NotBlank @Size(max = 2000) String statement,
    @Size(min = 1, max = 200) @Schema(description = "The observations that it rests on.")
        @Nullable List<@NotNull @Size(max = 60) String> observationKeys,
    @Nullable UUID touchpointId,
    @Schema(description = "The requirement that it tells something of.")
        @Nullable UUID requirementId) {}
