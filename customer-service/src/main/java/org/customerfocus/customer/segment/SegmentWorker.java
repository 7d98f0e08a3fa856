package org.customerfocus.customer.segment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.customer.segment.SegmentWorkRepository.Changed;
import org.customerfocus.customer.segment.SegmentWorkRepository.Due;
import org.jboss.logging.Logger;

/// Brings segments up to date in the background. Every step is one transaction: a worker that dies
/// leaves what it had not finished to the next one, of any process.
@ApplicationScoped
class SegmentWorker {

  private static final Logger LOG = Logger.getLogger(SegmentWorker.class);
  private static final String JOB = "segments";

  private final SegmentWorkRepository work;
  private final SegmentMembers members;
  private final TenantWork tenants;
  private final InstantSource clock;

  SegmentWorker(
      SegmentWorkRepository work, SegmentMembers members, TenantWork tenants, InstantSource clock) {
    this.work = work;
    this.members = members;
    this.tenants = tenants;
    this.clock = clock;
  }

  /// Looks again at customers who have changed.
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void refresh() throws Exception {
    for (Changed tenant : work.changed()) {
      try {
        Caller caller = Caller.system(JOB, tenant.tenant(), tenant.test());
        while (tenants.call(caller, members::refresh)) {
          // One transaction takes so many changes, and there may be more.
        }
      } catch (RuntimeException e) {
        LOG.errorf(e, "Segments of tenant %s wait for another attempt", tenant.tenant());
      }
    }
  }

  /// Computes all members of new and changed segments, and of each once a day.
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void compute() throws Exception {
    for (Due due : work.due(clock.instant())) {
      try {
        Caller caller = Caller.system(JOB, due.tenant(), due.test());
        while (tenants.call(caller, () -> members.compute(due.segment()))) {
          // One transaction computes so many customers, and there are more.
        }
      } catch (RuntimeException e) {
        LOG.errorf(e, "Segment %s waits for another attempt", due.segment());
      }
    }
  }
}
