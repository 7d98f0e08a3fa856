package org.customerfocus.survey.response;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.survey.response.AnonymousDayRepository.Due;
import org.customerfocus.survey.response.ResponseRepository.AnonymousDay;
import org.jboss.logging.Logger;

/// Tells how many responses each anonymous survey had in a day, once the day is over: its responses
/// send no event of their own, since its moment could be matched with who was there. They are then
/// written anew together, so that no transaction tells what was written with them.
@ApplicationScoped
class AnonymousDays {

  private static final Logger LOG = Logger.getLogger(AnonymousDays.class);

  // What began before midnight is committed by then.
  private static final Duration GRACE = Duration.ofMinutes(15);

  private final AnonymousDayRepository days;
  private final TenantWork tenants;
  private final ResponseRepository responses;
  private final Journal journal;
  private final InstantSource clock;

  AnonymousDays(
      AnonymousDayRepository days,
      TenantWork tenants,
      ResponseRepository responses,
      Journal journal,
      InstantSource clock) {
    this.days = days;
    this.tenants = tenants;
    this.responses = responses;
    this.journal = journal;
    this.clock = clock;
  }

  @Scheduled(
      every = "30m",
      delayed = "2m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tell() {
    tell(clock.instant());
  }

  /// Tells the days that were over then.
  void tell(Instant now) {
    LocalDate today = LocalDate.ofInstant(now.minus(GRACE), ZoneOffset.UTC);
    for (Due due : days.due(today)) {
      try {
        tenants.call(
            Caller.system("anonymous-days", due.tenant(), due.test()),
            () -> {
              tell(due.day());
              return true;
            });
      } catch (RuntimeException e) {
        // The next run tells it.
        LOG.errorf(e, "The responses of %s could not be told", due.day());
      }
    }
  }

  private void tell(LocalDate day) {
    if (!responses.takeDay(day)) {
      return;
    }
    responses.rewriteDay(day);
    for (AnonymousDay each : responses.ofDay(day)) {
      journal.record(
          Change.of("response-day", "recorded", Ids.next())
              .data(
                  Map.of(
                      "surveyId", each.surveyId(),
                      "surveyVersionId", each.surveyVersionId(),
                      "day", day,
                      "recorded", each.responses())));
    }
  }
}
