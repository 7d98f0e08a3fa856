package org.customerfocus.survey.feedbackimport;

import jakarta.persistence.Entity;
import java.time.Instant;
import org.customerfocus.conventions.job.StoredJobs;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// An import job: what was asked for, and how far it is.
@Entity
class FeedbackImport extends VersionedEntity implements StoredJobs.Stored {

  private FeedbackImportStatus status;
  private @Nullable String fileName;
  private boolean dryRun;
  private FeedbackMapping mapping;
  private @Nullable String fileDigest;
  private @Nullable Long fileBytes;
  private @Nullable String failure;
  private long doneThrough;
  private long totalRows;
  private long importedRows;
  private long alreadyPresentRows;
  private long refusedRows;
  private long emptyRows;

  @SuppressWarnings("NullAway.Init")
  protected FeedbackImport() {}

  FeedbackImport(FeedbackImportRequest request, Instant now) {
    super(now);
    status = FeedbackImportStatus.AWAITING_FILE;
    fileName = request.fileName();
    dryRun = Boolean.TRUE.equals(request.dryRun());
    mapping = request.mapping();
  }

  /// Begins anew with this file.
  void accept(String digest, long bytes, Instant now) {
    if (!status.takesFile()) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The import is %s. Make a new import for another file.".formatted(status.wire()));
    }
    status = FeedbackImportStatus.IMPORTING;
    fileDigest = digest;
    fileBytes = bytes;
    failure = null;
    doneThrough = 0;
    totalRows = 0;
    importedRows = 0;
    alreadyPresentRows = 0;
    refusedRows = 0;
    emptyRows = 0;
    touch(now);
  }

  /// Rows up to this number were worked on.
  void done(long through, int recorded, int present, int refused, int empty, Instant now) {
    doneThrough = through;
    totalRows += recorded + present + refused + empty;
    importedRows += recorded;
    alreadyPresentRows += present;
    refusedRows += refused;
    emptyRows += empty;
    touch(now);
  }

  @Override
  public boolean isAtWork() {
    return status == FeedbackImportStatus.IMPORTING;
  }

  @Override
  public void endPass(Instant now) {
    if (refusedRows == 0) {
      status = FeedbackImportStatus.COMPLETED;
    } else if (refusedRows + emptyRows == totalRows) {
      status = FeedbackImportStatus.REFUSED;
      failure = "No row could be used: see refused-rows.";
    } else {
      status = FeedbackImportStatus.PARTLY_COMPLETED;
    }
    touch(now);
  }

  @Override
  public void refuse(String why, Instant now) {
    status = FeedbackImportStatus.REFUSED;
    failure = why;
    touch(now);
  }

  @Override
  public void fail(String why, Instant now) {
    status = FeedbackImportStatus.FAILED;
    failure = why;
    touch(now);
  }

  FeedbackImportView view() {
    return new FeedbackImportView(
        id(),
        status,
        fileName,
        dryRun,
        mapping,
        fileDigest == null || fileBytes == null
            ? null
            : new FeedbackImportView.FeedbackFile(fileDigest, fileBytes),
        new FeedbackImportView.FeedbackImportProgress(
            totalRows, importedRows, alreadyPresentRows, refusedRows, emptyRows),
        failure,
        createdAt(),
        updatedAt());
  }

  FeedbackImportStatus status() {
    return status;
  }

  boolean dryRun() {
    return dryRun;
  }

  FeedbackMapping mapping() {
    return mapping;
  }

  String fileDigest() {
    return String.valueOf(fileDigest);
  }

  long fileBytes() {
    return fileBytes == null ? 0 : fileBytes;
  }

  long doneThrough() {
    return doneThrough;
  }
}
