package org.customerfocus.survey.importing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.csv.CsvSource;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.survey.importing.ImportSteps.Job;
import org.customerfocus.survey.importing.ImportSteps.LeaseLost;
import org.customerfocus.survey.importing.JobQueueRepository.Claim;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works on imports, a chunk of rows a transaction. A job whose process died is taken up by the
/// next worker, of any process, where its last chunk ended.
@ApplicationScoped
class ImportWorker {

  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final int CHUNK = 500;
  private static final int ATTEMPTS = 5;

  // Each job holds a connection for most of its time, and requests come first.
  private final Semaphore free = new Semaphore(2);

  private final JobQueueRepository queue;
  private final TenantWork tenants;
  private final ImportSteps steps;

  ImportWorker(JobQueueRepository queue, TenantWork tenants, ImportSteps steps) {
    this.queue = queue;
    this.tenants = tenants;
    this.steps = steps;
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
    if (claim.attempt() > ATTEMPTS) {
      // The last attempt took its process with it, so that nobody could say so.
      giveUp(claim);
      return;
    }
    try {
      Job job = inTenant(claim, () -> steps.load(claim));
      if (job.status() == ImportStatus.CHECKING) {
        each(claim, job, job.checkedThrough(), (chunk, now) -> steps.check(claim, now, chunk));
        job = inTenant(claim, () -> steps.endCheck(claim));
      }
      if (job.status() == ImportStatus.IMPORTING) {
        each(claim, job, job.importedThrough(), (chunk, now) -> steps.record(claim, now, chunk));
        end(claim, imported -> imported.endImport(steps.now()));
      }
    } catch (CsvFault e) {
      tryToEnd(claim, job -> job.refuse(String.valueOf(e.getMessage()), steps.now()));
    } catch (LeaseLost e) {
      LOG.infof("Import %s goes on elsewhere", claim.importId());
    } catch (IOException | RuntimeException | Error e) {
      LOG.errorf(e, "Import %s broke off in attempt %d", claim.importId(), claim.attempt());
      if (claim.attempt() >= ATTEMPTS) {
        giveUp(claim);
      }
    }
  }

  private void giveUp(Claim claim) {
    tryToEnd(
        claim,
        job ->
            job.fail(
                "The import broke off %d times. Send the file again later.".formatted(ATTEMPTS),
                steps.now()));
  }

  /// Ends the job; where that fails, a later attempt does.
  private void tryToEnd(Claim claim, Consumer<SurveyImport> outcome) {
    try {
      end(claim, outcome);
    } catch (LeaseLost e) {
      LOG.infof("Import %s goes on elsewhere", claim.importId());
    } catch (RuntimeException e) {
      LOG.errorf(e, "Import %s could not be ended", claim.importId());
    }
  }

  /// Maps the rows after a row number and hands them on a chunk at a time.
  private void each(Claim claim, Job job, long after, BiConsumer<List<MappedRow>, Job> step)
      throws IOException, CsvFault {
    try (CsvSource source = new CsvSource(new StoredFile(claim), job.mapping().delimiterChar())) {
      RowMapper mapper =
          new RowMapper(job.version().questionnaire(), job.mapping(), source.header(), steps.now());
      List<MappedRow> chunk = new ArrayList<>(CHUNK);
      for (var row = source.next(); row != null; row = source.next()) {
        if (row.number() <= after) {
          continue;
        }
        chunk.add(mapper.map(row));
        if (chunk.size() == CHUNK) {
          hand(claim, job, step, chunk);
          chunk.clear();
        }
      }
      if (!chunk.isEmpty()) {
        hand(claim, job, step, chunk);
      }
    }
  }

  private void hand(
      Claim claim, Job job, BiConsumer<List<MappedRow>, Job> step, List<MappedRow> chunk) {
    inTenant(
        claim,
        () -> {
          step.accept(chunk, job);
          return true;
        });
  }

  private void end(Claim claim, Consumer<SurveyImport> outcome) {
    inTenant(
        claim,
        () -> {
          steps.end(claim, outcome);
          return true;
        });
  }

  private <T> T inTenant(Claim claim, Supplier<T> work) {
    return tenants.call(
        new Caller(claim.tenant(), "system:survey-import", Set.of(), null, claim.test()), work);
  }

  /// The stored file, a piece at a time.
  private final class StoredFile extends InputStream {
    private final Claim claim;
    private byte[] piece = new byte[0];
    private int ordinal;
    private int offset;

    StoredFile(Claim claim) {
      this.claim = claim;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte @Nullable [] target, int at, int length) {
      if (target == null) {
        throw new UncheckedIOException(new IOException("nowhere to read to"));
      }
      if (offset == piece.length) {
        piece = inTenant(claim, () -> steps.piece(claim.importId(), ordinal));
        ordinal++;
        offset = 0;
        if (piece.length == 0) {
          return -1;
        }
      }
      int read = Math.min(length, piece.length - offset);
      System.arraycopy(piece, offset, target, at, read);
      offset += read;
      return read;
    }
  }
}
