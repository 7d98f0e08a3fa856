package org.customerfocus.survey.campaign;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.customerfocus.survey.campaign.CampaignQueueRepository.Claim;
import org.jboss.logging.Logger;

/// Works on campaigns that are due, a few at a time. A worker that dies, or that customer-service
/// does not answer, leaves its campaign to the next attempt, which goes on where it stopped.
@ApplicationScoped
class CampaignWorker {

  private static final Logger LOG = Logger.getLogger(CampaignWorker.class);
  private static final int AT_ONCE = 4;

  private final CampaignQueueRepository queue;
  private final CampaignSteps steps;
  private final InstantSource clock;
  private final Semaphore free = new Semaphore(AT_ONCE);

  CampaignWorker(CampaignQueueRepository queue, CampaignSteps steps, InstantSource clock) {
    this.queue = queue;
    this.steps = steps;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() throws Exception {
    while (free.tryAcquire()) {
      Claim claim = null;
      try {
        claim = queue.claim(clock.instant());
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
        .name("campaign-" + claim.id())
        .start(
            () -> {
              try {
                run(claim);
              } finally {
                free.release();
              }
            });
  }

  private void run(Claim claim) {
    try {
      while (steps.step(claim)) {
        // Each step is a transaction, and there is more.
      }
      steps.park(claim);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warnf("Campaign %s waits: %s", claim.id(), e);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Campaign %s waits for another attempt", claim.id());
    }
  }
}
