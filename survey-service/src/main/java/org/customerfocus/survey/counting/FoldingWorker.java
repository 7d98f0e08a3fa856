package org.customerfocus.survey.counting;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Folds tails that have grown long. Several processes share the work: none waits for another.
@ApplicationScoped
class FoldingWorker {

  private static final Logger LOG = Logger.getLogger(FoldingWorker.class);

  // So many are counted within milliseconds; folding fewer would cost more than it saves.
  private static final int FEWEST = 500;
  private static final int AT_ONCE = 5_000;

  private final FoldingQueueRepository queue;
  private final Folds folds;
  private final TenantWork tenants;

  FoldingWorker(FoldingQueueRepository queue, Folds folds, TenantWork tenants) {
    this.queue = queue;
    this.folds = folds;
    this.tenants = tenants;
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() throws Exception {
    for (FoldingQueueRepository.Waiting each : queue.longTails(FEWEST)) {
      try {
        Caller caller = Caller.system("folding", each.tenant(), false);
        while (tenants.call(caller, () -> folds.foldSome(each.survey(), AT_ONCE))) {
          // One transaction folds so many, and there may be more.
        }
      } catch (RuntimeException e) {
        // Results count what is not folded; the next run tries again.
        LOG.errorf(e, "The responses to %s could not be folded", each.survey());
      }
    }
  }
}
