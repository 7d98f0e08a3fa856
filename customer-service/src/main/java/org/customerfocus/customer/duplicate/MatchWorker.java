package org.customerfocus.customer.duplicate;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.customer.duplicate.MatchQueueRepository.Claim;
import org.customerfocus.customer.matching.Model;
import org.customerfocus.customer.matching.Training;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works on scans, some parties or blocks a transaction, and compares what has changed. A scan
/// whose process died is taken up by the next worker, of any process, where its last transaction
/// ended; only the learning, which takes seconds, begins again.
@ApplicationScoped
class MatchWorker {

  private static final Logger LOG = Logger.getLogger(MatchWorker.class);
  private static final int ATTEMPTS = 5;
  // Enough pairs to learn from; of more, a part of the blocks is shown.
  private static final double LEARNT_FROM = 500_000;
  private static final int ROUNDS = 20;

  // One at a time: a scan keeps a core busy, and requests come first.
  private final Semaphore free = new Semaphore(1);

  private final MatchQueueRepository queue;
  private final TenantWork tenants;
  private final Comparing comparing;

  MatchWorker(MatchQueueRepository queue, TenantWork tenants, Comparing comparing) {
    this.queue = queue;
    this.tenants = tenants;
    this.comparing = comparing;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() throws Exception {
    if (!free.tryAcquire()) {
      return;
    }
    Claim claim = null;
    try {
      claim = queue.claim();
    } finally {
      if (claim == null) {
        free.release();
      }
    }
    if (claim != null) {
      Claim taken = claim;
      // A platform thread: comparing computes, and would keep a carrier from requests.
      Thread.ofPlatform()
          .daemon()
          .name("duplicate-scan-" + taken.scan())
          .start(
              () -> {
                try {
                  run(taken);
                } finally {
                  free.release();
                }
              });
    }
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void followChanges() throws Exception {
    for (String tenant : queue.changed()) {
      try {
        int round = 0;
        while (round < ROUNDS && in(tenant, false, comparing::checkChanged)) {
          round++;
        }
      } catch (RuntimeException e) {
        LOG.error("Changed parties could not be compared; they will be again", e);
      }
    }
  }

  private void run(Claim claim) {
    UUID scan = claim.scan();
    try {
      if (claim.attempt() > ATTEMPTS) {
        done(claim, () -> comparing.fail(scan));
        return;
      }
      ScanStatus status = in(claim, () -> comparing.begin(scan));
      if (status == ScanStatus.PROFILING) {
        while (in(claim, () -> comparing.profile(scan))) {
          // until all are
        }
        status = ScanStatus.LEARNING;
      }
      if (status == ScanStatus.LEARNING) {
        learn(claim);
        status = ScanStatus.COMPARING;
      }
      if (status == ScanStatus.COMPARING) {
        Model model = in(claim, comparing::model);
        Set<Long> large = in(claim, comparing::large);
        while (in(claim, () -> comparing.compare(scan, model, large))) {
          // until all are
        }
        done(claim, () -> comparing.complete(scan));
      }
    } catch (LeaseLost e) {
      LOG.infof("Scan %s goes on elsewhere", scan);
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "Scan %s broke off in attempt %d", scan, claim.attempt());
    }
  }

  private void learn(Claim claim) {
    Training training = new Training();
    UUID party = null;
    do {
      UUID after = party;
      party = in(claim, () -> comparing.show(training, after));
    } while (party != null);
    double share = Math.min(1, LEARNT_FROM / Math.max(1, in(claim, comparing::pairs)));
    Set<Long> large = in(claim, comparing::large);
    Long key = null;
    do {
      Long after = key;
      key = in(claim, () -> comparing.show(training, after, share, large));
    } while (key != null);
    Model model = training.model(share);
    done(claim, () -> comparing.learnt(claim.scan(), model));
  }

  private void done(Claim claim, Runnable work) {
    in(
        claim,
        () -> {
          work.run();
          return true;
        });
  }

  /// Works in the claim's tenant, as long as the claim holds.
  private <T extends @Nullable Object> T in(Claim claim, Supplier<T> work) {
    return in(
        claim.tenant(),
        claim.test(),
        () -> {
          if (!comparing.renew(claim.scan(), claim.attempt())) {
            throw new LeaseLost();
          }
          return work.get();
        });
  }

  private <T extends @Nullable Object> T in(String tenant, boolean test, Supplier<T> work) {
    return tenants.call(new Caller(tenant, "system:duplicate-scan", Set.of(), null, test), work);
  }

  private static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
