package org.customerfocus.survey.invitation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Completes the anonymous invitations of the days before, all at once.
@ApplicationScoped
class CompletionBatch {

  private static final Logger LOG = Logger.getLogger(CompletionBatch.class);
  private static final int AT_ONCE = 500;

  private final CompletionQueueRepository queue;
  private final Ledger ledger;
  private final TenantWork tenants;
  private final InstantSource clock;

  CompletionBatch(
      CompletionQueueRepository queue, Ledger ledger, TenantWork tenants, InstantSource clock) {
    this.queue = queue;
    this.ledger = ledger;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() throws Exception {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    for (CompletionQueueRepository.Waiting waiting : queue.due(today)) {
      try {
        complete(Caller.system("invitations", waiting.tenant(), waiting.test()));
      } catch (RuntimeException e) {
        // The others do not wait for this one, which is tried again.
        LOG.errorf(e, "Completions of the tenant %s wait", waiting.tenant());
      }
    }
  }

  private void complete(Caller caller) {
    while (tenants.call(caller, () -> ledger.completeSome(AT_ONCE))) {
      // One transaction completes so many, and there may be more.
    }
  }
}
