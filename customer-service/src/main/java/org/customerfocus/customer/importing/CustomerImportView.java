package org.customerfocus.customer.importing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An import as it is answered.
@Schema(description = "An import job and how far it is.")
record CustomerImportView(
    UUID id,
    CustomerImportKind kind,
    CustomerImportStatus status,
    @Schema(description = "What the status can be set to.")
        List<CustomerImportStatus> allowedStatuses,
    @Nullable String fileName,
    Boolean dryRun,
    BadRows onError,
    CustomerImportMapping mapping,
    @Schema(description = "The file; absent until it is sent.") @Nullable CustomerImportFile file,
    CustomerImportProgress progress,
    @Schema(description = "Why it was refused or failed as a whole, and what to do.")
        @Nullable String failure,
    Instant createdAt,
    Instant updatedAt) {

  /// The file that was sent.
  @Schema(description = "The file that was sent.")
  record CustomerImportFile(
      FileFormat format,
      @Schema(description = "Its SHA-256, in hexadecimal digits.") String sha256,
      Long bytes) {}

  /// How far the job is.
  @Schema(
      description =
          "How many rows went which way so far; in a dry run, and while an import is checked, how"
              + " many would.")
  record CustomerImportProgress(
      @Schema(description = "Bytes of the file that were read so far.") Long readBytes,
      @Schema(description = "Rows read so far; all rows of the file once it has ended.")
          Long totalRows,
      Long createdRows,
      Long updatedRows,
      @Schema(description = "Rows that say what is recorded already.") Long unchangedRows,
      @Schema(description = "Rows that were refused; they can be listed.") Long refusedRows) {}

  static CustomerImportView of(CustomerImport job) {
    return new CustomerImportView(
        job.id(),
        job.kind(),
        job.status(),
        job.status().allowed(),
        job.fileName(),
        job.dryRun(),
        job.onError(),
        job.mapping(),
        job.format() == null || job.fileDigest() == null || job.fileBytes() == null
            ? null
            : new CustomerImportFile(job.format(), job.fileDigest(), job.fileBytes()),
        job.progress(),
        job.failure(),
        job.createdAt(),
        job.updatedAt());
  }
}
