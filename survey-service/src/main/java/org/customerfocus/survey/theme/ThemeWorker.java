package org.customerfocus.survey.theme;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.job.Hands;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Computes the themes of analyses that are queued, one at a time.
@ApplicationScoped
class ThemeWorker {

  private static final Logger LOG = Logger.getLogger(ThemeWorker.class);
  private static final String JOB = "themes";
  private static final int ATTEMPTS = 3;

  private final DueWorkRepository work;
  private final ThemeSteps steps;
  private final ThemeTextsRepository texts;
  private final TenantWork tenants;
  private final InstantSource clock;
  private final Hands<Lease> hands = new Hands<>(JOB, 1);

  ThemeWorker(
      DueWorkRepository work,
      ThemeSteps steps,
      ThemeTextsRepository texts,
      TenantWork tenants,
      InstantSource clock) {
    this.work = work;
    this.steps = steps;
    this.texts = texts;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    hands.work(() -> work.next(ThemeRepository.WORK, clock.instant(), ThemeSteps.LEASE), this::run);
  }

  private void run(Lease lease) {
    try {
      ThemeSteps.Job job = in(lease, () -> steps.begin(lease));
      if (job == null) {
        return;
      }
      tenants.as(
          caller(lease),
          () -> {
            texts.read(job.wanted(), job.run());
            return true;
          });
      in(
          lease,
          () -> {
            steps.settle(lease, job);
            return true;
          });
    } catch (RuntimeException e) {
      LOG.errorf(e, "The themes of %s could not be computed", lease.id());
      if (lease.attempt() >= ATTEMPTS) {
        in(
            lease,
            () -> {
              steps.fail(lease);
              return true;
            });
      } else {
        work.release(ThemeRepository.WORK, List.of(lease));
      }
    }
  }

  private <T extends @Nullable Object> T in(Lease lease, Supplier<T> step) {
    return tenants.call(caller(lease), step);
  }

  private static Caller caller(Lease lease) {
    return Caller.system(JOB, lease.tenant(), lease.test());
  }
}
