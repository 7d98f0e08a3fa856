package org.customerfocus.survey.feedbackimport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An import as it is asked for.
@Schema(description = "What to import, and what the columns of the file mean.")
record FeedbackImportRequest(
    @Size(min = 1, max = 255) @Schema(description = "What the file is called, for people.")
        @Nullable String fileName,
    @Schema(description = "Whether to check the rows only and record nothing; false by default.")
        @Nullable Boolean dryRun,
    @NotNull @Valid FeedbackMapping mapping) {}
