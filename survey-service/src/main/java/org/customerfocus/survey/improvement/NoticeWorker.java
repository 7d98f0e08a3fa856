package org.customerfocus.survey.improvement;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.job.Hands;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.survey.delivery.Notices;
import org.customerfocus.survey.delivery.Notices.Became;
import org.customerfocus.survey.delivery.Notices.Notice;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Tells those whose words led to an improvement that it is done, by e-mail. A worker that dies
/// leaves the e-mail to the next one: it may then be sent twice, under one Message-ID, and is never
/// lost.
@ApplicationScoped
class NoticeWorker {

  private static final Logger LOG = Logger.getLogger(NoticeWorker.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final int ATTEMPTS = 8;

  private final DueWorkRepository work;
  private final NoticeSteps steps;
  private final Notices notices;
  private final TenantWork tenants;
  private final InstantSource clock;
  private final Hands<Lease> hands = new Hands<>("improvement-notices", 1);

  NoticeWorker(
      DueWorkRepository work,
      NoticeSteps steps,
      Notices notices,
      TenantWork tenants,
      InstantSource clock) {
    this.work = work;
    this.steps = steps;
    this.notices = notices;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    hands.work(() -> work.next(ImprovementRepository.NOTICES, clock.instant(), LEASE), this::run);
  }

  private void run(Lease lease) {
    try {
      Caller caller = Caller.system("improvement-notices", lease.tenant(), lease.test());
      Notice notice = in(caller, () -> steps.begin(lease, LEASE));
      if (notice != null) {
        Became became = notices.send(notice, caller);
        if (became instanceof Became.Later(String why) && lease.attempt() >= ATTEMPTS) {
          became = new Became.Withheld("Given up after %d attempts. %s".formatted(ATTEMPTS, why));
        }
        Became outcome = became;
        in(
            caller,
            () -> {
              steps.settle(lease, LEASE, outcome);
              return true;
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.errorf(e, "The notice %s waits for another attempt", lease.id());
    }
  }

  private <T extends @Nullable Object> T in(Caller caller, Supplier<T> step) {
    return tenants.call(caller, step);
  }
}
