package org.customerfocus.survey.satisfaction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A significant change of a score.
@Schema(
    name = "ScoreChangeView",
    description =
        "A score of the last 30 days that differs significantly from that of the 30 days before.")
record ScoreChangeView(
    UUID id,
    UUID surveyId,
    @Schema(description = "The question whose score has changed.") String linkId,
    SatisfactionScore score,
    Instant foundAt,
    @Schema(description = "Where the later 30 days begin.") Instant periodFrom,
    @Schema(description = "Where they end.") Instant periodTo,
    @Schema(
            description =
                "The score of the 30 days before, in points for nps, else as a ratio or mean.")
        double before,
    long beforeN,
    double after,
    long afterN,
    @Schema(description = "After less before.") double difference,
    @Schema(description = "Lower end of the 95 % interval of the difference.") double lower,
    @Schema(description = "Upper end of the 95 % interval of the difference.") double upper,
    @Schema(description = "Holm-adjusted over all scores that were compared in the same run.")
        double pValue) {}
