package org.customerfocus.conventions.job;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works on the jobs of a kind, a chunk of rows a transaction. A job whose process died is taken up
/// by the next worker, of any process, where its last chunk ended.
///
/// @param <J> a job
/// @param <R> a row of its file
public final class JobWorker<J extends FileWork.Pass, R extends Rows.Row> {

  private static final Logger LOG = Logger.getLogger(JobWorker.class);

  // A chunk of long rows is cut short, so that memory does not depend on them.
  private static final int CHUNK_CHARACTERS = 1_000_000;

  // In a row and without progress: a long job outlives any number of short troubles.
  private static final int TRIES = 5;

  // Each job holds a connection for most of its time, and requests come first.
  private static final int AT_ONCE = 2;

  private final JobKind kind;
  private final FileWork<J, R> work;
  private final JobQueueRepository queue;
  private final JobRepository jobs;
  private final TenantWork tenants;
  private final Hands<Claim> hands;

  JobWorker(
      JobKind kind,
      FileWork<J, R> work,
      JobQueueRepository queue,
      JobRepository jobs,
      TenantWork tenants) {
    this.kind = kind;
    this.work = work;
    this.queue = queue;
    this.jobs = jobs;
    this.tenants = tenants;
    this.hands = new Hands<>(kind.table(), AT_ONCE);
  }

  /// Starts on the jobs that wait, as far as there are hands free.
  public void tick() {
    hands.work(() -> queue.claim(kind), this::run);
  }

  /// Brings the job to its end, or leaves it to a later attempt.
  private void run(Claim claim) {
    if (claim.tries() > TRIES) {
      tryToEnd(claim, () -> work.giveUp(claim.id(), TRIES));
      return;
    }
    try {
      J pass = inTenant(claim, () -> work.load(claim.id()));
      while (pass != null) {
        each(claim, pass);
        pass = held(claim, false, () -> work.endPass(claim.id()));
      }
    } catch (CsvFault e) {
      tryToEnd(claim, () -> work.refuse(claim.id(), String.valueOf(e.getMessage())));
    } catch (LeaseLost e) {
      lost(claim);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      // The next attempt goes on, or gives up where this one was the last without progress.
      LOG.errorf(e, "%s %s broke off in attempt %d", kind.table(), claim.id(), claim.attempt());
    }
  }

  /// Ends the job; where that fails, a later attempt does.
  private void tryToEnd(Claim claim, Runnable end) {
    try {
      step(claim, false, end);
    } catch (LeaseLost e) {
      lost(claim);
    } catch (RuntimeException e) {
      LOG.errorf(e, "%s %s could not be ended", kind.table(), claim.id());
    }
  }

  private void lost(Claim claim) {
    LOG.infof("%s %s was stopped, or goes on elsewhere", kind.table(), claim.id());
  }

  /// Reads the rows after the last committed one, and works on them a chunk at a time: the next
  /// chunk is read while the one before is worked on.
  private void each(Claim claim, J pass) throws IOException, CsvFault, InterruptedException {
    StoredFile file =
        new StoredFile(ordinal -> inTenant(claim, () -> jobs.piece(kind, claim.id(), ordinal)));
    try (Rows<R> rows = work.open(file, pass);
        ChunkReader<R> chunks =
            new ChunkReader<>(
                rows,
                file,
                pass.doneThrough(),
                kind.chunk(),
                CHUNK_CHARACTERS,
                () -> step(claim, false, () -> {}))) {
      for (var chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        var next = chunk;
        step(claim, true, () -> work.work(pass, next.rows(), next.bytes()));
      }
    }
    if (file.position() != pass.bytes()) {
      throw new CsvFault(
          "A part of the file was erased while the import was at work: send the file again without"
              + " those who asked for it.");
    }
  }

  private void step(Claim claim, boolean getsOn, Runnable step) {
    held(
        claim,
        getsOn,
        () -> {
          step.run();
          return null;
        });
  }

  private <T extends @Nullable Object> T held(Claim claim, boolean getsOn, Supplier<T> step) {
    return inTenant(
        claim,
        () -> {
          // In this order, as whoever stops the job holds it before its place in the queue.
          if (!work.hold(claim.id()) || !jobs.renew(kind, claim, getsOn)) {
            throw new LeaseLost();
          }
          return step.get();
        });
  }

  private <T extends @Nullable Object> T inTenant(Claim claim, Supplier<T> step) {
    return tenants.call(
        new Caller(claim.tenant(), kind.worker(), Set.of(), null, claim.test()), step);
  }
}
