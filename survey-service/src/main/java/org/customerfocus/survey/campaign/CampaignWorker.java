package org.customerfocus.survey.campaign;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.job.Hands;
import org.jboss.logging.Logger;

/// Works on campaigns that are due, a few at a time. A worker that dies, or that customer-service
/// does not answer, leaves its campaign to the next attempt, which goes on where it stopped.
@ApplicationScoped
class CampaignWorker {

  private static final Logger LOG = Logger.getLogger(CampaignWorker.class);
  private static final int AT_ONCE = 4;

  private final DueWorkRepository work;
  private final CampaignSteps steps;
  private final InstantSource clock;
  private final Hands<Lease> hands = new Hands<>("campaigns", AT_ONCE);

  CampaignWorker(DueWorkRepository work, CampaignSteps steps, InstantSource clock) {
    this.work = work;
    this.steps = steps;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    hands.work(
        () -> work.next(CampaignRepository.WORK, clock.instant(), CampaignSteps.LEASE), this::run);
  }

  private void run(Lease lease) {
    try {
      while (steps.step(lease)) {
        // Each step is a transaction, and there is more.
      }
      steps.park(lease);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warnf("Campaign %s waits: %s", lease.id(), e);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Campaign %s waits for another attempt", lease.id());
    }
  }
}
