package org.customerfocus.customer.importing;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.customerfocus.conventions.job.StoredJobs;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// An import job: what was asked for, and how far it is. Each step of it is one transaction that
/// moves the row numbers on together with what the step did.
@Entity
class CustomerImport extends VersionedEntity implements StoredJobs.Stored {

  private CustomerImportKind kind;
  private CustomerImportStatus status;
  private @Nullable String fileName;
  private boolean dryRun;
  private BadRows onError;
  private CustomerImportMapping mapping;
  private @Nullable FileFormat format;
  private String @Nullable [] header;
  private @Nullable String fileDigest;
  private @Nullable Long fileBytes;
  private @Nullable String failure;
  private long checkedThrough;
  private long importedThrough;
  private long readBytes;
  private long totalRows;
  private long createdRows;
  private long updatedRows;
  private long unchangedRows;
  private long refusedRows;

  @SuppressWarnings("NullAway.Init")
  protected CustomerImport() {}

  CustomerImport(CustomerImportRequest request, Instant now) {
    super(now);
    kind = request.kind();
    status = CustomerImportStatus.AWAITING_FILE;
    fileName = request.fileName();
    dryRun = Boolean.TRUE.equals(request.dryRun());
    onError = Objects.requireNonNullElse(request.onError(), BadRows.REFUSE);
    mapping =
        Objects.requireNonNullElseGet(
            request.mapping(), () -> new CustomerImportMapping(null, null, null, null, null));
  }

  /// Begins anew with this file. Rows are recorded as they are checked where bad ones may be
  /// skipped; otherwise all are checked before any is recorded.
  void accept(FileFormat as, String digest, long bytes, List<String> columns, Instant now) {
    if (!status.takesFile()) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The import is %s. Make a new import for another file.".formatted(status.wire()));
    }
    status =
        dryRun || onError == BadRows.REFUSE
            ? CustomerImportStatus.CHECKING
            : CustomerImportStatus.IMPORTING;
    format = as;
    fileDigest = digest;
    fileBytes = bytes;
    header = columns.toArray(String[]::new);
    failure = null;
    checkedThrough = 0;
    importedThrough = 0;
    forgetCounts();
    touch(now);
  }

  private void forgetCounts() {
    readBytes = 0;
    totalRows = 0;
    createdRows = 0;
    updatedRows = 0;
    unchangedRows = 0;
    refusedRows = 0;
  }

  /// Rows up to this number were worked on.
  void advance(long through, long bytes, Tally tally, Instant now) {
    if (status == CustomerImportStatus.CHECKING) {
      checkedThrough = through;
    } else {
      importedThrough = through;
    }
    readBytes = Math.min(bytes, fileBytes == null ? bytes : fileBytes);
    totalRows += tally.total();
    createdRows += tally.created();
    updatedRows += tally.updated();
    unchangedRows += tally.unchanged();
    refusedRows += tally.refused();
    touch(now);
  }

  @Override
  public boolean isAtWork() {
    return status.isAtWork();
  }

  @Override
  public void endPass(Instant now) {
    if (status == CustomerImportStatus.CHECKING) {
      endCheck(now);
    } else {
      endImport(now);
    }
  }

  /// All rows were checked: decides whether anything is recorded.
  private void endCheck(Instant now) {
    boolean nothingGood = refusedRows == totalRows;
    if (refusedRows > 0 && (onError == BadRows.REFUSE || nothingGood)) {
      status = CustomerImportStatus.REFUSED;
    } else if (dryRun) {
      status = ended();
    } else {
      status = CustomerImportStatus.IMPORTING;
      forgetCounts();
    }
    touch(now);
  }

  private void endImport(Instant now) {
    status = refusedRows > 0 && refusedRows == totalRows ? CustomerImportStatus.REFUSED : ended();
    readBytes = fileBytes == null ? readBytes : fileBytes;
    touch(now);
  }

  /// The file itself cannot be read to its end. What was recorded of it stays, and says so.
  @Override
  public void refuse(String why, Instant now) {
    boolean recorded = importedThrough > 0 && createdRows + updatedRows > 0;
    status = recorded ? CustomerImportStatus.PARTLY_COMPLETED : CustomerImportStatus.REFUSED;
    failure = why;
    touch(now);
  }

  @Override
  public void fail(String why, Instant now) {
    status = CustomerImportStatus.FAILED;
    failure = why;
    touch(now);
  }

  /// Its owner sets the status.
  void set(CustomerImportStatus to, Instant now) {
    if (!status.allowed().contains(to)) {
      throw new ProblemException(
          Problems.CONFLICT,
          status.allowed().isEmpty()
              ? "The import has ended as %s.".formatted(status.wire())
              : "The import is %s: it can only be cancelled.".formatted(status.wire()));
    }
    status = to;
    touch(now);
  }

  private CustomerImportStatus ended() {
    return refusedRows == 0
        ? CustomerImportStatus.COMPLETED
        : CustomerImportStatus.PARTLY_COMPLETED;
  }

  CustomerImportKind kind() {
    return kind;
  }

  CustomerImportStatus status() {
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

  CustomerImportMapping mapping() {
    return mapping;
  }

  @Nullable FileFormat format() {
    return format;
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

  CustomerImportView.CustomerImportProgress progress() {
    return new CustomerImportView.CustomerImportProgress(
        readBytes, totalRows, createdRows, updatedRows, unchangedRows, refusedRows);
  }
}
