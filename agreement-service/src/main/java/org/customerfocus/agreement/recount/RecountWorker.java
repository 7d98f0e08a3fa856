package org.customerfocus.agreement.recount;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.customerfocus.agreement.performance.PeriodRecounter;
import org.customerfocus.agreement.recount.MarkRepository.Marked;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Counts the periods anew that are marked. Several processes share the work, a metric each; what
/// was marked many times meanwhile is counted once. Who asks before is answered from the rows.
@ApplicationScoped
class RecountWorker {

  private static final Logger LOG = Logger.getLogger(RecountWorker.class);

  private static final int AT_ONCE = 200;

  private final MarkRepository marks;
  private final PeriodRecounter recounter;
  private final TenantWork tenants;

  RecountWorker(MarkRepository marks, PeriodRecounter recounter, TenantWork tenants) {
    this.marks = marks;
    this.recounter = recounter;
    this.tenants = tenants;
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    for (Marked each : marks.waiting(AT_ONCE)) {
      try {
        Caller caller = Caller.system("recount", each.tenant(), each.test());
        tenants.call(caller, () -> recount(each));
      } catch (RuntimeException e) {
        // The marks are still there: whoever asks is answered from the rows, and the next run tries
        // again.
        LOG.errorf(e, "The periods of metric %s could not be counted anew", each.metric());
      }
    }
  }

  private boolean recount(Marked marked) {
    if (!marks.hold(marked.metric())) {
      return false;
    }
    List<Instant> touched = marks.take(marked.metric());
    if (!touched.isEmpty()) {
      recounter.recount(marked.metric(), touched.getFirst(), touched.getLast());
    }
    return true;
  }
}
