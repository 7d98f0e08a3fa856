package org.customerfocus.survey.attachment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.job.Hands;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Removes the objects of attachments that are gone, and of those that never came to be.
@ApplicationScoped
class RemovalWorker {

  private static final Logger LOG = Logger.getLogger(RemovalWorker.class);

  /// After it a store that did not answer is asked again.
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final DueWorkRepository work;
  private final ObjectStore objects;
  private final TenantWork tenants;
  private final InstantSource clock;
  private final Hands<Lease> hands = new Hands<>("attachment-removals", 1);

  RemovalWorker(
      DueWorkRepository work, ObjectStore objects, TenantWork tenants, InstantSource clock) {
    this.work = work;
    this.objects = objects;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    hands.work(() -> work.next(Contents.REMOVALS, clock.instant(), LEASE), this::run);
  }

  private void run(Lease lease) {
    try {
      // Removing twice does no harm, so that nothing is held while the store is waited for.
      objects.remove(lease.tenant(), lease.id());
      tenants.call(
          Caller.system("attachment-removals", lease.tenant(), lease.test()),
          () -> {
            work.forget(Contents.REMOVALS, lease.id());
            return true;
          });
    } catch (RuntimeException e) {
      LOG.warnf("The object of attachment %s waits to be removed: %s", lease.id(), e);
    }
  }
}
