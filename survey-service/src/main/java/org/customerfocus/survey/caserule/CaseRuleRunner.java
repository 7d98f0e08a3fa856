package org.customerfocus.survey.caserule;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.job.Hands;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.survey.complaint.CaseOpening;
import org.customerfocus.survey.complaint.Cases;
import org.customerfocus.survey.feedback.FeedbackRecording;
import org.customerfocus.survey.feedback.Heard;
import org.customerfocus.survey.response.Completed;
import org.customerfocus.survey.response.Responses;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Applies rules to what was there before them, some of it a transaction. A worker that dies leaves
/// its run to the next attempt, which goes on where it stopped.
@ApplicationScoped
class CaseRuleRunner {

  private static final Logger LOG = Logger.getLogger(CaseRuleRunner.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 1;
  private static final int PAGE = 500;

  /// Each deployment takes one, so there are some to spare.
  private static final int ATTEMPTS = 20;

  private final DueWorkRepository work;
  private final CaseRuleRepository repository;
  private final CaseRules rules;
  private final Cases cases;
  private final Responses responses;
  private final FeedbackRecording feedback;
  private final TenantWork tenants;
  private final Journal journal;
  private final InstantSource clock;
  private final Hands<Lease> hands = new Hands<>("case-rules", AT_ONCE);

  CaseRuleRunner(
      DueWorkRepository work,
      CaseRuleRepository repository,
      CaseRules rules,
      Cases cases,
      Responses responses,
      FeedbackRecording feedback,
      TenantWork tenants,
      Journal journal,
      InstantSource clock) {
    this.work = work;
    this.repository = repository;
    this.rules = rules;
    this.cases = cases;
    this.responses = responses;
    this.feedback = feedback;
    this.tenants = tenants;
    this.journal = journal;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    hands.work(() -> work.next(CaseRuleRepository.RUNS, clock.instant(), LEASE), this::run);
  }

  private void run(Lease lease) {
    Caller as = Caller.system("case-rules", lease.tenant(), lease.test());
    if (lease.attempt() > ATTEMPTS) {
      tenants.call(as, () -> giveUp(lease));
      return;
    }
    try {
      while (tenants.call(as, () -> step(lease))) {
        // Each step is a transaction, and there is more.
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "The run %s of a case rule waits for another attempt", lease.id());
    }
  }

  private boolean giveUp(Lease lease) {
    if (work.hold(CaseRuleRepository.RUNS, lease, LEASE)) {
      CaseRuleRun run = repository.run(lease.id());
      run.fail(clock.instant());
      work.forget(CaseRuleRepository.RUNS, lease.id());
      journal.record(
          Change.of("case-rule-run", "failed", run).data(Map.of("ruleId", run.ruleId())));
    }
    return false;
  }

  /// @return whether there is more to do
  private boolean step(Lease lease) {
    if (!work.hold(CaseRuleRepository.RUNS, lease, LEASE)) {
      return false;
    }
    CaseRuleRun run = repository.run(lease.id());
    CaseRule rule = repository.get(run.ruleId());
    repository.applyAlone(rule.id());
    Page page =
        rule.source() == RuleSource.FEEDBACK
            ? feedback(rule, run.doneThrough())
            : responses(rule, run.doneThrough());
    cases.openEach(page.openings());
    // What was read let go of all entities.
    CaseRuleRun moved = repository.run(lease.id());
    if (page.last() != null) {
      moved.advance(page.last(), page.looked(), page.openings().size(), clock.instant());
    }
    if (page.looked() == PAGE) {
      return true;
    }
    moved.complete(clock.instant());
    work.forget(CaseRuleRepository.RUNS, lease.id());
    journal.record(
        Change.of("case-rule-run", "completed", moved)
            .data(Map.of("ruleId", moved.ruleId(), "opened", moved.view().opened())));
    return false;
  }

  /// Some of what is there, and the cases that it lacks.
  private record Page(int looked, @Nullable UUID last, List<CaseOpening> openings) {}

  private Page feedback(CaseRule rule, @Nullable UUID after) {
    List<Heard> some = feedback.after(after, PAGE);
    List<CaseOpening> wanted = rules.ofFeedback(rule, some);
    Set<UUID> there =
        cases.openedAboutFeedback(rule.id(), wanted.stream().map(CaseOpening::feedbackId).toList());
    return new Page(
        some.size(),
        some.isEmpty() ? null : some.getLast().id(),
        wanted.stream().filter(each -> !there.contains(each.feedbackId())).toList());
  }

  private Page responses(CaseRule rule, @Nullable UUID after) {
    List<Completed> some =
        responses.wholeAfter(Objects.requireNonNull(rule.surveyId()), after, PAGE);
    return new Page(
        some.size(),
        some.isEmpty() ? null : some.getLast().id(),
        rules.unopened(rule, rules.ofResponses(rule, some)));
  }
}
