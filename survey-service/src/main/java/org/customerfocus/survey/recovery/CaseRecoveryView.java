package org.customerfocus.survey.recovery;

import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How much better those who complained score after their case was closed.
@Schema(
    description = "What handling their cases changed for those who were asked before and after.")
record CaseRecoveryView(
    @Schema(
            description =
                "The mean of after less before, each on a scale from 0 to 100, with Student's interval"
                    + " for paired answers.")
        Figure lift,
    @Schema(description = "How many score higher after; absent where the lift is withheld.")
        @Nullable Long better,
    @Nullable Long same,
    @Nullable Long worse) {}
