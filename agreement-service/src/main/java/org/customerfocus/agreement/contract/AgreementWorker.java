package org.customerfocus.agreement.contract;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Has agreements and amendments take effect, end and be renewed at their time.
@ApplicationScoped
class AgreementWorker {

  private static final Logger LOG = Logger.getLogger(AgreementWorker.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 100;

  private final DueWorkRepository work;
  private final AgreementRepository agreements;
  private final AgreementService service;
  private final TenantWork tenants;
  private final InstantSource clock;

  AgreementWorker(
      DueWorkRepository work,
      AgreementRepository agreements,
      AgreementService service,
      TenantWork tenants,
      InstantSource clock) {
    this.work = work;
    this.agreements = agreements;
    this.service = service;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    List<Lease> due;
    do {
      due = work.claim(AgreementRepository.DUE, clock.instant(), LEASE, AT_ONCE);
      due.forEach(this::settle);
    } while (due.size() == AT_ONCE);
  }

  /// What fails is looked at again once its lease is over.
  private void settle(Lease lease) {
    try {
      tenants.call(
          Caller.system("agreements", lease.tenant(), lease.test()),
          () -> {
            // The agreement first, as whoever changes it does.
            Agreement agreement = agreements.hold(lease.id());
            if (work.hold(AgreementRepository.DUE, lease, LEASE)) {
              service.settle(agreement, clock.instant());
              work.park(AgreementRepository.DUE, lease, agreement.nextDue());
            }
            return lease;
          });
    } catch (RuntimeException e) {
      LOG.errorf(e, "What is due of agreement %s waits", lease.id());
    }
  }
}
