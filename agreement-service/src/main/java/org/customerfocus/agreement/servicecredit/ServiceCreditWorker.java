package org.customerfocus.agreement.servicecredit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Lets credits lapse that nobody claimed in time.
@ApplicationScoped
class ServiceCreditWorker {

  private static final Logger LOG = Logger.getLogger(ServiceCreditWorker.class);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int AT_ONCE = 50;

  private final DueWorkRepository work;
  private final ServiceCreditRepository credits;
  private final ServiceCredits service;
  private final TenantWork tenants;
  private final InstantSource clock;

  ServiceCreditWorker(
      DueWorkRepository work,
      ServiceCreditRepository credits,
      ServiceCredits service,
      TenantWork tenants,
      InstantSource clock) {
    this.work = work;
    this.credits = credits;
    this.service = service;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    List<Lease> due;
    do {
      due = work.claim(ServiceCreditRepository.DUE, clock.instant(), LEASE, AT_ONCE);
      due.forEach(this::lapse);
    } while (due.size() == AT_ONCE);
  }

  private void lapse(Lease lease) {
    try {
      tenants.call(
          Caller.system("credits", lease.tenant(), lease.test()),
          () -> {
            Instant now = clock.instant();
            if (work.hold(ServiceCreditRepository.DUE, lease, LEASE)) {
              ServiceCredit credit = credits.hold(lease.id());
              if (credit.status() == ServiceCreditStatus.PROPOSED) {
                credit.lapse(now);
                service.record(credit, "lapsed");
              }
              work.forget(ServiceCreditRepository.DUE, lease.id());
            }
            return now;
          });
    } catch (RuntimeException e) {
      LOG.errorf(e, "Credit %s waits for another attempt to lapse", lease.id());
    }
  }
}
