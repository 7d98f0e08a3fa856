package org.customerfocus.agreement.performance;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.performance.PeriodDueRepository.Progress;
import org.customerfocus.agreement.performance.Promise.Part;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.job.Hands;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Decides periods when they end, again when their grace time is over, and anew when terms have
/// changed. Some periods are one transaction; a worker that dies leaves the rest to the next one.
@ApplicationScoped
class PeriodWorker {

  private static final Logger LOG = Logger.getLogger(PeriodWorker.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int AT_ONCE = 2;

  /// Then others come first: years of days take their turn again and again.
  private static final int STEPS = 10;

  private static final int PERIODS = 24;

  /// For what waits for another worker.
  private static final Duration SOON = Duration.ofSeconds(1);

  /// For what is over; other terms may make it due again.
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final DueWorkRepository work;
  private final PeriodDueRepository due;
  private final AgreementRepository agreements;
  private final Promises promises;
  private final PeriodRecounter recounter;
  private final PeriodReview review;
  private final LateAnswers late;
  private final TenantWork tenants;
  private final InstantSource clock;
  private final Hands<Lease> hands = new Hands<>("periods", AT_ONCE);

  PeriodWorker(
      DueWorkRepository work,
      PeriodDueRepository due,
      AgreementRepository agreements,
      Promises promises,
      PeriodRecounter recounter,
      PeriodReview review,
      LateAnswers late,
      TenantWork tenants,
      InstantSource clock) {
    this.work = work;
    this.due = due;
    this.agreements = agreements;
    this.promises = promises;
    this.recounter = recounter;
    this.review = review;
    this.late = late;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    hands.work(() -> work.next(PeriodDueRepository.DUE, clock.instant(), LEASE), this::run);
  }

  private void run(Lease lease) {
    Caller as = Caller.system("periods", lease.tenant(), lease.test());
    try {
      boolean more = true;
      for (int steps = 1; more; steps++) {
        boolean last = steps == STEPS;
        more = tenants.call(as, () -> step(lease, last)) && !last;
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "The periods of commitment %s wait for another attempt", lease.id());
    }
  }

  /// @param last whether others come first after this step
  /// @return whether there is more to do
  private boolean step(Lease lease, boolean last) {
    if (!work.hold(PeriodDueRepository.DUE, lease, LEASE)) {
      return false;
    }
    Instant now = clock.instant();
    Instant next = promise(lease.id()).map(promise -> decide(promise, now)).orElse(NEVER);
    boolean more = !next.isAfter(now);
    if (last || !more) {
      work.park(PeriodDueRepository.DUE, lease, next);
    }
    return more;
  }

  private Optional<Promise> promise(UUID commitment) {
    AgreementView agreement = agreements.viewOfCommitment(commitment);
    return promises.of(agreement, null).stream()
        .filter(each -> each.id().equals(commitment))
        .findFirst();
  }

  /// @return when there is something to do next, not after now where it is at once
  private Instant decide(Promise promise, Instant now) {
    Progress progress = due.progress(promise.id());
    if (progress.review() != null) {
      review.some(promise, progress.review(), now);
      return now;
    }
    Instant settled = finish(promise, progress.done(), now);
    if (!settled.isAfter(now.plus(SOON))) {
      return settled;
    }
    Instant done = due.progress(promise.id()).done();
    Instant over = draft(promise, Promise.later(progress.drafted(), done), now);
    Instant begins =
        promise.inForce().stream()
            .map(Span::start)
            .filter(start -> start.isAfter(now))
            .findFirst()
            .orElse(NEVER);
    Instant asked = late.look(promise, now, NEVER);
    return Stream.of(settled, over, begins, asked).min(Instant::compareTo).orElseThrow();
  }

  /// Has some periods become final whose grace time is over.
  ///
  /// @return when the next one does
  private Instant finish(Promise promise, Instant done, Instant now) {
    Instant agreed = Objects.requireNonNull(promise.agreedAt());
    List<Part> some = new ArrayList<>();
    Instant next = NEVER;
    for (Iterator<Part> parts = promise.each(done, now); parts.hasNext(); ) {
      Part part = parts.next();
      Instant settled = promise.finalAt(part.period(), agreed);
      if (settled.isAfter(now) || some.size() == PERIODS) {
        next = settled;
        break;
      }
      some.add(part);
    }
    if (some.isEmpty()) {
      return next;
    }
    // What another wording gave for the same time is taken back before this one gives it.
    if (due.othersInReview(promise.commitment().lineageId(), promise.id())) {
      return now.plus(SOON);
    }
    some.forEach(part -> recounter.finish(promise, part, now));
    due.done(promise.id(), some.getLast().period().span().end());
    return next;
  }

  /// Counts some periods that are over, as drafts.
  ///
  /// @return when the next one is over
  private Instant draft(Promise promise, Instant drafted, Instant now) {
    List<Part> over = new ArrayList<>();
    Instant next = NEVER;
    for (Iterator<Part> parts = promise.each(drafted, now); parts.hasNext(); ) {
      Part part = parts.next();
      Instant end = part.period().span().end();
      if (end.isAfter(now) || over.size() == PERIODS) {
        next = end;
        break;
      }
      over.add(part);
    }
    if (!over.isEmpty()) {
      recounter.recount(promise, over, now);
      due.drafted(promise.id(), over.getLast().period().span().end());
    }
    return next;
  }
}
