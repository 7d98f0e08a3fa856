package org.customerfocus.survey.complaint;

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

/// Marks what is overdue about cases, and tells of it, once for each promise.
@ApplicationScoped
class CaseWorker {

  private static final Logger LOG = Logger.getLogger(CaseWorker.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 100;

  private final DueWorkRepository work;
  private final CaseRepository repository;
  private final Cases cases;
  private final TenantWork tenants;
  private final InstantSource clock;

  CaseWorker(
      DueWorkRepository work,
      CaseRepository repository,
      Cases cases,
      TenantWork tenants,
      InstantSource clock) {
    this.work = work;
    this.repository = repository;
    this.cases = cases;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    List<Lease> due;
    do {
      due = work.claim(CaseRepository.DUE, clock.instant(), LEASE, AT_ONCE);
      due.forEach(this::look);
    } while (due.size() == AT_ONCE);
  }

  /// What fails is looked at again once its lease is over.
  private void look(Lease lease) {
    try {
      tenants.call(
          Caller.system("cases", lease.tenant(), lease.test()),
          () -> {
            escalate(lease);
            return lease;
          });
    } catch (RuntimeException e) {
      LOG.errorf(e, "What is due of case %s waits", lease.id());
    }
  }

  private void escalate(Lease lease) {
    // The case first, as whoever changes it does.
    SurveyCase one = repository.hold(lease.id());
    if (!work.hold(CaseRepository.DUE, lease, LEASE)) {
      return;
    }
    Instant now = clock.instant();
    if (one.escalate(now)) {
      cases.tell("overdue", one);
    }
    Instant next = one.nextDue();
    if (next == null) {
      work.forget(CaseRepository.DUE, lease.id());
    } else {
      work.park(CaseRepository.DUE, lease, next);
    }
  }
}
