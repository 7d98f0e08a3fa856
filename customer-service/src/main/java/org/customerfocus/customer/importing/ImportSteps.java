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
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.jspecify.annotations.Nullable;

/// The steps of an import: a pass that checks its rows where none may be recorded unless all are
/// good, and one that records them.
@ApplicationScoped
class ImportSteps implements FileWork<ImportSteps.Job, FileRow> {

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
  public boolean hold(UUID id) {
    return imports.hold(id).status().isAtWork();
  }

  @Override
  public @Nullable Job load(UUID id) {
    CustomerImport job = imports.get(id);
    if (!job.status().isAtWork()) {
      return null;
    }
    boolean checking = job.status() == CustomerImportStatus.CHECKING;
    return new Job(
        id,
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
  public @Nullable Job endPass(UUID id) {
    CustomerImport job = imports.get(id);
    if (job.status() == CustomerImportStatus.CHECKING) {
      job.endCheck(clock.instant());
    } else {
      job.endImport(clock.instant());
    }
    if (!job.status().isAtWork()) {
      close(job);
    }
    return load(id);
  }

  @Override
  public void refuse(UUID id, String why) {
    CustomerImport job = imports.get(id);
    job.refuse(why, clock.instant());
    close(job);
  }

  @Override
  public void giveUp(UUID id, int tries) {
    CustomerImport job = imports.get(id);
    job.fail(
        ("The import broke off %d times in a row; the counts say what it recorded until then. Send"
                + " the file again later: what is recorded is not recorded twice.")
            .formatted(tries),
        clock.instant());
    close(job);
  }

  private void close(CustomerImport job) {
    imports.forget(job.id());
    journal.record(
        Change.of("customer-import", "ended", job).data(Map.of("status", job.status().wire())));
  }
}
