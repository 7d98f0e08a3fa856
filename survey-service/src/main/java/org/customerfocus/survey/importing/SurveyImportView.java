package org.customerfocus.survey.importing;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An import as it is answered.
@Schema(description = "An import job and how far it is.")
record SurveyImportView(
    UUID id,
    UUID surveyVersionId,
    ImportStatus status,
    @Nullable String fileName,
    Boolean dryRun,
    BadRows onError,
    ColumnMapping mapping,
    @Schema(description = "The file; absent until it is sent.") @Nullable ImportedFile file,
    ImportProgress progress,
    @Schema(description = "Why it was refused or failed as a whole, and what to do.")
        @Nullable String failure,
    Instant createdAt,
    Instant updatedAt) {

  /// The file that was sent.
  @Schema(description = "The file that was sent.")
  record ImportedFile(
      @Schema(description = "Its SHA-256, in hexadecimal digits.") String sha256, Long bytes) {}

  /// How far the job is.
  @Schema(description = "How many rows went which way so far.")
  record ImportProgress(
      @Schema(description = "Rows checked so far; all rows of the file once it is imported.")
          Long totalRows,
      @Schema(description = "Rows recorded by this import.") Long importedRows,
      @Schema(description = "Rows that the survey had already under their identity.")
          Long alreadyPresentRows,
      @Schema(description = "Rows that were refused; they can be listed.") Long refusedRows) {}

  static SurveyImportView of(SurveyImport job) {
    return new SurveyImportView(
        job.id(),
        job.surveyVersionId(),
        job.status(),
        job.fileName(),
        job.dryRun(),
        job.onError(),
        job.mapping(),
        job.fileDigest() == null || job.fileBytes() == null
            ? null
            : new ImportedFile(job.fileDigest(), job.fileBytes()),
        job.progress(),
        job.failure(),
        job.createdAt(),
        job.updatedAt());
  }
}
