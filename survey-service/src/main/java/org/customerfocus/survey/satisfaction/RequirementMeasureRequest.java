package org.customerfocus.survey.satisfaction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which question tells how far a requirement is met.
@Schema(description = "Which question tells how far a requirement is met.")
record RequirementMeasureRequest(
    @NotNull @Schema(description = "A requirement of the registry.") UUID requirementId,
    @NotNull UUID surveyId,
    @NotNull
        @Size(min = 1, max = 64)
        @Schema(
            description =
                "A question of a published version that is answered on a scale: nps, csat, ces or"
                    + " scale.")
        String linkId) {}
