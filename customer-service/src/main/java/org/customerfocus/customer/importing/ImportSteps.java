package org.customerfocus.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.customer.importing.JobQueueRepository.Claim;
import org.jspecify.annotations.Nullable;

/// The steps of an import, each within one transaction that its caller opens: what the step did and
/// how far the job is are committed together, so that nothing is done twice or left out however
/// often the process dies.
@ApplicationScoped
class ImportSteps {

  /// The job is not this worker's any more, because it was too slow or its owner stopped it.
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// What a worker needs to know of a job.
  ///
  /// @param doneThrough the last row that its present pass has committed
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
      boolean claims) {

    boolean records() {
      return status == CustomerImportStatus.IMPORTING;
    }
  }

  private final ImportRepository imports;
  private final PartyRows partyRows;
  private final PurchaseRows purchaseRows;
  private final Journal journal;
  private final InstantSource clock;

  ImportSteps(
      ImportRepository imports,
      PartyRows partyRows,
      PurchaseRows purchaseRows,
      Journal journal,
      InstantSource clock) {
    this.imports = imports;
    this.partyRows = partyRows;
    this.purchaseRows = purchaseRows;
    this.journal = journal;
    this.clock = clock;
  }

  Job load(Claim claim) {
    CustomerImport job = imports.get(claim.importId());
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

  byte[] piece(UUID importId, int ordinal) {
    return imports.piece(importId, ordinal);
  }

  /// Keeps the job for another while.
  void keep(Claim claim) {
    hold(claim);
  }

  /// Checks a chunk of rows, and records the good ones where the job is so far.
  void work(Claim claim, Job job, List<FileRow> rows, long bytes) {
    CustomerImport stored = hold(claim);
    Outcome outcome =
        switch (job.kind()) {
          case CUSTOMERS, PARTIES -> partyRows.work(job, rows);
          case PURCHASES -> purchaseRows.work(job, rows);
        };
    imports.refuse(job.id(), outcome.refused(), clock.instant());
    Tally tally = outcome.tally();
    stored.advance(rows.getLast().number(), bytes, tally, clock.instant());
    imports.forgetFailures(job.id());
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

  /// @return the job as it goes on
  Job endCheck(Claim claim) {
    CustomerImport job = hold(claim);
    job.endCheck(clock.instant());
    if (job.status() != CustomerImportStatus.IMPORTING) {
      close(job, null);
    }
    return load(claim);
  }

  void end(Claim claim, Consumer<CustomerImport> outcome) {
    close(hold(claim), outcome);
  }

  Instant now() {
    return clock.instant();
  }

  private void close(CustomerImport job, @Nullable Consumer<CustomerImport> outcome) {
    if (outcome != null) {
      outcome.accept(job);
    }
    imports.forget(job.id());
    journal.record(
        Change.of("customer-import", "ended", job).data(Map.of("status", job.status().wire())));
  }

  private CustomerImport hold(Claim claim) {
    CustomerImport job = imports.hold(claim.importId());
    if (!job.status().isAtWork() || !imports.renew(claim.importId(), claim.attempt())) {
      throw new LeaseLost();
    }
    return job;
  }
}
