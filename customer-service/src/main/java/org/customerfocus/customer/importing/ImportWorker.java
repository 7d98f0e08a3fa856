package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.customer.importing.ImportSteps.Job;
import org.customerfocus.customer.importing.ImportSteps.LeaseLost;
import org.customerfocus.customer.importing.JobQueueRepository.Claim;
import org.jboss.logging.Logger;

/// Works on imports, a chunk of rows a transaction. A job whose process died is taken up by the
/// next worker, of any process, where its last chunk ended.
@ApplicationScoped
class ImportWorker {

  /// How long refused rows are kept for their owner to correct.
  static final Duration REFUSED_ROWS_KEPT = Duration.ofDays(7);

  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final int CHUNK = 1_000;

  // A chunk of long rows is cut short, so that memory does not depend on them.
  private static final int CHUNK_CHARACTERS = 1_000_000;

  // In a row and without progress: a long import outlives any number of short troubles.
  private static final int ATTEMPTS = 5;

  // Each job holds a connection for most of its time, and requests come first.
  private final Semaphore free = new Semaphore(2);

  private final JobQueueRepository queue;
  private final TenantWork tenants;
  private final ImportSteps steps;
  private final ObjectMapper json;

  ImportWorker(JobQueueRepository queue, TenantWork tenants, ImportSteps steps, ObjectMapper json) {
    this.queue = queue;
    this.tenants = tenants;
    this.steps = steps;
    this.json = json;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() throws Exception {
    while (free.tryAcquire()) {
      Claim claim = null;
      try {
        claim = queue.claim();
      } finally {
        if (claim == null) {
          free.release();
        }
      }
      if (claim == null) {
        return;
      }
      start(claim);
    }
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forgetRefusedRows() throws Exception {
    queue.forgetRefusedRows(steps.now().minus(REFUSED_ROWS_KEPT));
  }

  private void start(Claim claim) {
    Thread.ofVirtual()
        .name("import-" + claim.importId())
        .start(
            () -> {
              try {
                run(claim);
              } finally {
                free.release();
              }
            });
  }

  /// Brings the job to its end, or leaves it to a later attempt.
  private void run(Claim claim) {
    if (claim.tries() > ATTEMPTS) {
      giveUp(claim);
      return;
    }
    try {
      Job job = inTenant(claim, () -> steps.load(claim));
      if (job.status() == CustomerImportStatus.CHECKING) {
        each(claim, job);
        job = inTenant(claim, () -> steps.endCheck(claim));
      }
      if (job.status() == CustomerImportStatus.IMPORTING) {
        each(claim, job);
        end(claim, imported -> imported.endImport(steps.now()));
      }
    } catch (CsvFault e) {
      tryToEnd(claim, job -> job.refuse(String.valueOf(e.getMessage()), steps.now()));
    } catch (LeaseLost e) {
      LOG.infof("Import %s was stopped, or goes on elsewhere", claim.importId());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      // The next attempt goes on, or gives up where this one was the last without progress.
      LOG.errorf(e, "Import %s broke off in attempt %d", claim.importId(), claim.attempt());
    }
  }

  private void giveUp(Claim claim) {
    tryToEnd(
        claim,
        job ->
            job.fail(
                ("The import broke off %d times in a row; the counts say what it recorded until then. Send"
                        + " the file again later: what is recorded is not recorded twice.")
                    .formatted(ATTEMPTS),
                steps.now()));
  }

  /// Ends the job; where that fails, a later attempt does.
  private void tryToEnd(Claim claim, Consumer<CustomerImport> outcome) {
    try {
      end(claim, outcome);
    } catch (LeaseLost e) {
      LOG.infof("Import %s was stopped, or goes on elsewhere", claim.importId());
    } catch (RuntimeException e) {
      LOG.errorf(e, "Import %s could not be ended", claim.importId());
    }
  }

  /// Reads the rows after the last committed one, and works on them a chunk at a time: the next
  /// chunk is read while the one before is recorded.
  private void each(Claim claim, Job job) throws IOException, CsvFault, InterruptedException {
    StoredFile file = new StoredFile(ordinal -> piece(claim, ordinal));
    try (FileRows rows = open(file, job);
        ChunkReader chunks =
            new ChunkReader(
                rows, file, job.doneThrough(), CHUNK, CHUNK_CHARACTERS, () -> keep(claim))) {
      for (var chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        List<FileRow> read = new ArrayList<>(chunk.rows());
        long bytes = chunk.bytes();
        inTenant(
            claim,
            () -> {
              steps.work(claim, job, read, bytes);
              return true;
            });
      }
    }
    if (file.position() != job.bytes()) {
      throw new CsvFault(
          "A part of the file was erased while the import was at work: send the file again without"
              + " those who asked for it.");
    }
  }

  private FileRows open(InputStream file, Job job) throws IOException, CsvFault {
    return switch (job.format()) {
      case CSV -> new CsvRows(file, job.mapping());
      case NDJSON -> new NdjsonRows(file, json);
    };
  }

  private void keep(Claim claim) {
    inTenant(
        claim,
        () -> {
          steps.keep(claim);
          return true;
        });
  }

  private byte[] piece(Claim claim, int ordinal) {
    return inTenant(claim, () -> steps.piece(claim.importId(), ordinal));
  }

  private void end(Claim claim, Consumer<CustomerImport> outcome) {
    inTenant(
        claim,
        () -> {
          steps.end(claim, outcome);
          return true;
        });
  }

  private <T> T inTenant(Claim claim, Supplier<T> work) {
    return tenants.call(
        new Caller(claim.tenant(), "system:customer-import", Set.of(), null, claim.test()), work);
  }
}
