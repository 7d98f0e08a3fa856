package org.customerfocus.survey.importing;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.job.StoredJobs;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// An import job: what was asked for, and how far it is. Each step of it is one transaction that
/// moves the row numbers on together with what the step did.
@Entity
class SurveyImport extends VersionedEntity implements StoredJobs.Stored {

  private UUID surveyVersionId;
  private ImportStatus status;
  private @Nullable String fileName;
  private boolean dryRun;
  private BadRows onError;
  private ColumnMapping mapping;
  private String @Nullable [] header;
  private @Nullable String fileDigest;
  private @Nullable Long fileBytes;
  private @Nullable String failure;
  private long checkedThrough;
  private long importedThrough;
  private long totalRows;
  private long importedRows;
  private long alreadyPresentRows;
  private long refusedRows;

  @SuppressWarnings("NullAway.Init")
  protected SurveyImport() {}

  SurveyImport(SurveyImportRequest request, Instant now) {
    super(now);
    surveyVersionId = request.surveyVersionId();
    status = ImportStatus.AWAITING_FILE;
    fileName = request.fileName();
    dryRun = Boolean.TRUE.equals(request.dryRun());
    onError = request.onError() == null ? BadRows.REFUSE : request.onError();
    mapping = request.mapping();
  }

  /// Begins anew with this file.
  void accept(String digest, long bytes, List<String> columns, Instant now) {
    if (!status.takesFile()) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The import is %s. Make a new import for another file.".formatted(status.wire()));
    }
    status = ImportStatus.CHECKING;
    fileDigest = digest;
    fileBytes = bytes;
    header = columns.toArray(String[]::new);
    failure = null;
    checkedThrough = 0;
    importedThrough = 0;
    totalRows = 0;
    importedRows = 0;
    alreadyPresentRows = 0;
    refusedRows = 0;
    touch(now);
  }

  /// Rows up to this number were checked.
  void checked(long through, int rows, int refused, Instant now) {
    checkedThrough = through;
    totalRows += rows;
    refusedRows += refused;
    touch(now);
  }

  @Override
  public boolean isAtWork() {
    return status.isAtWork();
  }

  @Override
  public void endPass(Instant now) {
    if (status == ImportStatus.CHECKING) {
      endCheck(now);
    } else {
      endImport(now);
    }
  }

  /// All rows were checked: decides whether anything is recorded.
  private void endCheck(Instant now) {
    boolean nothingGood = refusedRows == totalRows;
    if (refusedRows > 0 && (onError == BadRows.REFUSE || nothingGood)) {
      status = ImportStatus.REFUSED;
    } else {
      status = dryRun ? ended() : ImportStatus.IMPORTING;
    }
    touch(now);
  }

  /// Rows up to this number were recorded.
  void imported(long through, int recorded, int alreadyPresent, Instant now) {
    importedThrough = through;
    importedRows += recorded;
    alreadyPresentRows += alreadyPresent;
    touch(now);
  }

  private void endImport(Instant now) {
    status = ended();
    touch(now);
  }

  @Override
  public void refuse(String why, Instant now) {
    status = ImportStatus.REFUSED;
    failure = why;
    touch(now);
  }

  @Override
  public void fail(String why, Instant now) {
    status = ImportStatus.FAILED;
    failure = why;
    touch(now);
  }

  private ImportStatus ended() {
    return refusedRows == 0 ? ImportStatus.COMPLETED : ImportStatus.PARTLY_COMPLETED;
  }

  UUID surveyVersionId() {
    return surveyVersionId;
  }

  ImportStatus status() {
    return status;
  }

  @Nullable String fileName() {
    return fileName;
  }

  boolean dryRun() {
    return dryRun;
  }

  BadRows onError() {
    return onError;
  }

  ColumnMapping mapping() {
    return mapping;
  }

  List<String> header() {
    return header == null ? List.of() : List.of(header);
  }

  @Nullable String fileDigest() {
    return fileDigest;
  }

  @Nullable Long fileBytes() {
    return fileBytes;
  }

  @Nullable String failure() {
    return failure;
  }

  long checkedThrough() {
    return checkedThrough;
  }

  long importedThrough() {
    return importedThrough;
  }

  SurveyImportView.ImportProgress progress() {
    return new SurveyImportView.ImportProgress(
        totalRows, importedRows, alreadyPresentRows, refusedRows);
  }
}
