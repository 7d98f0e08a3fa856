package org.customerfocus.survey.feedbackimport;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An import as it is answered.
@Schema(description = "An import of feedback, and how far it is.")
record FeedbackImportView(
    UUID id,
    FeedbackImportStatus status,
    @Nullable String fileName,
    Boolean dryRun,
    FeedbackMapping mapping,
    @Schema(description = "The file; absent until it is sent.") @Nullable FeedbackFile file,
    FeedbackImportProgress progress,
    @Schema(description = "Why it was refused or failed as a whole, and what to do.")
        @Nullable String failure,
    Instant createdAt,
    Instant updatedAt) {

  /// The file that was sent.
  @Schema(description = "The file that was sent.")
  record FeedbackFile(
      @Schema(description = "Its SHA-256, in hexadecimal digits.") String sha256, Long bytes) {}

  /// How far the job is.
  @Schema(description = "How many rows went which way so far.")
  record FeedbackImportProgress(
      Long totalRows,
      @Schema(description = "Rows recorded by this import.") Long importedRows,
      @Schema(description = "Rows that were there already under their identity.")
          Long alreadyPresentRows,
      @Schema(description = "Rows that were refused; they can be listed.") Long refusedRows,
      @Schema(description = "Rows without anything in them, which were passed over.")
          Long emptyRows) {}
}
