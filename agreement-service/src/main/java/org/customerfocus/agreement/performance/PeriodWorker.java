package org.customerfocus.agreement.performance;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.performance.PeriodResultRepository.ResultKey;
import org.customerfocus.agreement.performance.PeriodResultRepository.Stored;
import org.customerfocus.agreement.performance.Promise.Part;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.job.Hands;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Decides periods when they end, and again when their grace time is over. Some periods are one
/// transaction; a worker that dies leaves the rest to the next one.
@ApplicationScoped
class PeriodWorker {

  private static final Logger LOG = Logger.getLogger(PeriodWorker.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int AT_ONCE = 2;
  private static final int PERIODS = 24;

  private final DueWorkRepository work;
  private final PeriodResultRepository results;
  private final AgreementRepository agreements;
  private final Promises promises;
  private final PeriodRecounter recounter;
  private final TenantWork tenants;
  private final InstantSource clock;
  private final Hands<Lease> hands = new Hands<>("periods", AT_ONCE);

  PeriodWorker(
      DueWorkRepository work,
      PeriodResultRepository results,
      AgreementRepository agreements,
      Promises promises,
      PeriodRecounter recounter,
      TenantWork tenants,
      InstantSource clock) {
    this.work = work;
    this.results = results;
    this.agreements = agreements;
    this.promises = promises;
    this.recounter = recounter;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    hands.work(() -> work.next(PeriodResultRepository.DUE, clock.instant(), LEASE), this::run);
  }

  private void run(Lease lease) {
    try {
      // Whether the tenant is a test tenant is known to the work only after its first step.
      boolean test =
          tenants.call(Caller.system("periods", lease.tenant(), lease.test()), () -> learn(lease));
      Caller as = Caller.system("periods", lease.tenant(), test);
      while (tenants.call(as, () -> step(lease))) {
        // Each step is a transaction, and there is more.
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "The periods of commitment %s wait for another attempt", lease.id());
    }
  }

  private boolean learn(Lease lease) {
    return results.learnTest(lease.id(), agreements.viewOfCommitment(lease.id()).id());
  }

  /// @return whether there is more to do
  private boolean step(Lease lease) {
    if (!work.hold(PeriodResultRepository.DUE, lease, LEASE)) {
      return false;
    }
    Instant now = clock.instant();
    Optional<Promise> promise = promise(lease.id());
    Instant next =
        promise.isEmpty() || promise.get().inForce().isEmpty() ? null : decide(promise.get(), now);
    if (next == null) {
      work.forget(PeriodResultRepository.DUE, lease.id());
      return false;
    }
    if (!next.isAfter(now)) {
      return true;
    }
    work.park(PeriodResultRepository.DUE, lease, next);
    return false;
  }

  private Optional<Promise> promise(UUID commitment) {
    AgreementView agreement = agreements.viewOfCommitment(commitment);
    return promises.of(agreement, null).stream()
        .filter(each -> each.id().equals(commitment))
        .findFirst();
  }

  /// @return when there is something to do next, not after now where it is at once; null for never
  private @Nullable Instant decide(Promise promise, Instant now) {
    Instant done = results.doneUntil(promise.id());
    List<Part> begun = promise.parts(done, now);
    Map<ResultKey, Stored> stored = results.stored(Set.of(promise.id()), done, now);
    Instant agreed = Objects.requireNonNullElse(promise.agreedAt(), Instant.EPOCH);
    @Nullable Instant next = null;
    int counted = 0;
    for (Part part : begun) {
      Instant end = part.period().span().end();
      Instant settled = promise.finalAt(part.period(), agreed);
      if (end.isAfter(now)) {
        next = earliest(next, end);
        continue;
      }
      if (counted == PERIODS) {
        return now;
      }
      if (settled.isAfter(now)) {
        counted += decideDraft(promise, part, stored, now) ? 1 : 0;
        next = earliest(next, settled);
      } else {
        recounter.finish(promise, part, now);
        counted++;
        if (next == null) {
          results.doneUntil(promise.id(), end);
        }
      }
    }
    return next == null ? upcoming(promise, now) : next;
  }

  /// Only where it was not counted since it ended.
  private boolean decideDraft(
      Promise promise, Part part, Map<ResultKey, Stored> stored, Instant now) {
    Stored before = stored.get(new ResultKey(promise.id(), part.period().key()));
    if (before != null && !before.computedAt().isBefore(part.end())) {
      return false;
    }
    recounter.recount(promise, List.of(part), now);
    return true;
  }

  private static @Nullable Instant upcoming(Promise promise, Instant now) {
    return promise.inForce().stream()
        .map(span -> span.start())
        .filter(start -> start.isAfter(now))
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static @Nullable Instant earliest(@Nullable Instant one, Instant other) {
    return one == null ? other : Promise.earlier(one, other);
  }
}
