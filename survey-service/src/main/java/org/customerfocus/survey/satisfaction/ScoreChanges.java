package org.customerfocus.survey.satisfaction;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.survey.statistics.Holm;
import org.jboss.logging.Logger;

/// Finds scores that have changed significantly from one period of 30 days to the next, and tells
/// of each once in 30 days by an event. All scores of a tenant are compared at once, so that the
/// chance of any false alarm in a run is 5 %.
@ApplicationScoped
class ScoreChanges {

  private static final Logger LOG = Logger.getLogger(ScoreChanges.class);
  private static final Duration PERIOD = Duration.ofDays(30);
  private static final double SIGNIFICANT = 0.05;
  // Below, the normal approximation of a difference is too rough.
  private static final long FEWEST = 30;

  private final ScoringTenantRepository scoring;
  private final ScoreChangeRepository changes;
  private final TenantWork tenants;
  private final Journal journal;
  private final InstantSource clock;

  ScoreChanges(
      ScoringTenantRepository scoring,
      ScoreChangeRepository changes,
      TenantWork tenants,
      Journal journal,
      InstantSource clock) {
    this.scoring = scoring;
    this.changes = changes;
    this.tenants = tenants;
    this.journal = journal;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() throws Exception {
    for (String tenant : scoring.all()) {
      try {
        tenants.call(Caller.system("score-changes", tenant, false), () -> find(clock.instant()));
      } catch (RuntimeException e) {
        // The next run looks again.
        LOG.errorf(e, "The scores of the tenant %s could not be compared", tenant);
      }
    }
  }

  /// @return how many were found
  int find(Instant now) {
    if (!changes.begin()) {
      return 0;
    }
    Instant middle = now.minus(PERIOD);
    List<ScoreComparison> compared =
        changes.comparisons(middle.minus(PERIOD), middle, now).stream()
            .filter(each -> each.hasAtLeast(FEWEST))
            .toList();
    double[] adjusted =
        Holm.adjust(compared.stream().mapToDouble(ScoreComparison::pValue).toArray());
    int found = 0;
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] < SIGNIFICANT) {
        tell(new ScoreChange(compared.get(i), adjusted[i], middle, now));
        found++;
      }
    }
    return found;
  }

  private void tell(ScoreChange change) {
    changes.add(change);
    ScoreChangeView view = change.view();
    journal.record(
        Change.of("score", "changed", view.id())
            .data(
                Map.of(
                    "surveyId", view.surveyId(),
                    "linkId", view.linkId(),
                    "score", view.score().wire(),
                    "before", view.before(),
                    "after", view.after(),
                    "pValue", view.pValue())));
  }
}
