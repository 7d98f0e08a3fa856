package org.customerfocus.agreement.recount;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.customerfocus.agreement.performance.PeriodRecounter;
import org.customerfocus.agreement.recount.MarkRepository.Marked;
import org.customerfocus.agreement.recount.MarkRepository.Taken;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Counts the periods anew that are marked, some of one commitment in a transaction. Several
/// processes share the work; what was marked many times meanwhile is counted once. Who asks before
/// is answered from the rows.
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
    boolean more = true;
    while (more) {
      more = false;
      for (Marked each : marks.waiting(AT_ONCE)) {
        more |= work(each);
      }
    }
  }

  /// @return whether something was done
  private boolean work(Marked marked) {
    try {
      return inTenant(marked, () -> marks.hold(marked) && step(marked));
    } catch (RuntimeException e) {
      // The marks are still there: whoever asks is answered from the rows.
      LOG.errorf(
          e,
          "Metric %s, commitment %s is counted anew later",
          marked.metric(),
          marked.commitment());
      return putOff(marked);
    }
  }

  private boolean step(Marked marked) {
    Optional<Taken> taken = marks.take(marked);
    UUID commitment = marked.commitment();
    taken.ifPresent(
        times -> {
          if (commitment == null) {
            tell(marked, times);
          } else {
            recount(marked, commitment, times);
          }
        });
    return taken.isPresent();
  }

  private void tell(Marked marked, Taken taken) {
    recounter
        .reach(marked.metric(), taken.earliest(), taken.latest())
        .ifPresent(reach -> marks.tell(marked, reach.start(), reach.end(), taken.since()));
  }

  private void recount(Marked marked, UUID commitment, Taken taken) {
    Instant from = taken.resumeAt() == null ? taken.earliest() : taken.resumeAt();
    recounter
        .recount(commitment, from, taken.latest())
        .ifPresent(next -> marks.goOn(marked, taken, next));
  }

  /// @return that nothing was done
  private boolean putOff(Marked marked) {
    try {
      inTenant(
          marked,
          () -> {
            marks.putOff(marked);
            return true;
          });
    } catch (RuntimeException e) {
      LOG.errorf(e, "Metric %s could not be put off", marked.metric());
    }
    return false;
  }

  private boolean inTenant(Marked marked, Supplier<Boolean> step) {
    return tenants.call(Caller.system("recount", marked.tenant(), marked.test()), step);
  }
}
