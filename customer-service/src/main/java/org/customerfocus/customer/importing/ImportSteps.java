package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.job.FileWork;
import org.customerfocus.conventions.job.Rows;
import org.customerfocus.conventions.job.StoredJobs;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;

/// The steps of an import: a pass that checks its rows where none may be recorded unless all are
/// good, and one that records them.
@ApplicationScoped
class ImportSteps extends StoredJobs<CustomerImport, ImportSteps.Job, FileRow> {

  /// What a worker needs to know of a job.
  ///
  /// @param claims whether repeated identities are still to be found: a pass over checked rows has
  ///   no need to look again
  record Job(
      UUID id,
      CustomerImportKind kind,
      CustomerImportStatus status,
      CustomerImportMapping mapping,
      FileFormat format,
      String digest,
      long bytes,
      List<String> header,
      long doneThrough,
      boolean claims)
      implements FileWork.Pass {

    boolean records() {
      return status == CustomerImportStatus.IMPORTING;
    }
  }

  private final ImportRepository imports;
  private final PartyRows partyRows;
  private final PurchaseRows purchaseRows;
  private final ObjectMapper json;
  private final Journal journal;
  private final InstantSource clock;

  ImportSteps(
      ImportRepository imports,
      PartyRows partyRows,
      PurchaseRows purchaseRows,
      ObjectMapper json,
      Journal journal,
      InstantSource clock) {
    this.imports = imports;
    this.partyRows = partyRows;
    this.purchaseRows = purchaseRows;
    this.json = json;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  protected CustomerImport get(UUID id) {
    return imports.get(id);
  }

  @Override
  protected CustomerImport held(UUID id) {
    return imports.hold(id);
  }

  @Override
  protected InstantSource clock() {
    return clock;
  }

  @Override
  protected Job pass(CustomerImport job) {
    boolean checking = job.status() == CustomerImportStatus.CHECKING;
    return new Job(
        job.id(),
        job.kind(),
        job.status(),
        job.mapping(),
        Objects.requireNonNullElse(job.format(), FileFormat.CSV),
        String.valueOf(job.fileDigest()),
        Objects.requireNonNullElse(job.fileBytes(), 0L),
        job.header(),
        checking ? job.checkedThrough() : job.importedThrough(),
        checking || job.onError() == BadRows.SKIP_BAD_ROWS);
  }

  @Override
  public Rows<FileRow> open(InputStream file, Job job) throws IOException, CsvFault {
    return switch (job.format()) {
      case CSV -> new CsvRows(file, job.mapping());
      case NDJSON -> new NdjsonRows(file, json);
    };
  }

  /// Checks a chunk of rows, and records the good ones where the job is so far.
  @Override
  public void work(Job job, List<FileRow> rows, long bytes) {
    CustomerImport stored = imports.get(job.id());
    Outcome outcome =
        switch (job.kind()) {
          case CUSTOMERS, PARTIES -> partyRows.work(job, rows);
          case PURCHASES -> purchaseRows.work(job, rows);
        };
    imports.refuse(job.id(), outcome.refused(), clock.instant());
    Tally tally = outcome.tally();
    stored.advance(rows.getLast().number(), bytes, tally, clock.instant());
    if (job.records()) {
      journal.record(
          Change.of("customer-import", "advanced", stored)
              .data(
                  Map.of(
                      "kind", job.kind().wire(),
                      "created", tally.created(),
                      "updated", tally.updated(),
                      "throughRow", rows.getLast().number())));
    }
  }

  @Override
  protected void close(CustomerImport job) {
    imports.forget(job.id());
    journal.record(
        Change.of("customer-import", "ended", job).data(Map.of("status", job.status().wire())));
  }
}
