package org.customerfocus.agreement.breach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.customerfocus.agreement.attainment.AttainmentStatus;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.performance.PeriodDecided;
import org.customerfocus.agreement.performance.PeriodState;
import org.customerfocus.agreement.underpinning.Chain.Link;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;

/// Tells results of periods as the worker that counts them does, inside a transaction of its own.
@ApplicationScoped
public class Decisions {

  private final Event<PeriodDecided> results;
  private final TenantWork tenants;

  Decisions(Event<PeriodDecided> results, TenantWork tenants) {
    this.results = results;
    this.tenants = tenants;
  }

  /// Of the month of a day, in UTC.
  ///
  /// @param revision 0 for a draft
  /// @param good of a thousand
  public void tell(
      String tenant,
      Link link,
      LocalDate month,
      int revision,
      AttainmentStatus status,
      long good,
      Instant at) {
    LocalDate first = month.withDayOfMonth(1);
    tell(
        tenant,
        link,
        first.toString().substring(0, 7),
        first,
        first.plusMonths(1),
        revision,
        status,
        good,
        at);
  }

  /// Of a period from a day to another one, exclusive.
  public void tell(
      String tenant,
      Link link,
      String period,
      LocalDate first,
      LocalDate end,
      int revision,
      AttainmentStatus status,
      long good,
      Instant at) {
    PeriodDecided decided =
        new PeriodDecided(
            UUID.fromString(link.agreement()),
            UUID.fromString(link.version()),
            UUID.fromString(link.commitment()),
            UUID.fromString(link.commitment()),
            period,
            first.atStartOfDay(ZoneOffset.UTC).toInstant(),
            end.atStartOfDay(ZoneOffset.UTC).toInstant(),
            revision == 0 ? PeriodState.DRAFT : PeriodState.FINAL,
            revision,
            status,
            BigDecimal.valueOf(good),
            BigDecimal.valueOf(1000),
            new Tally(good, 1000 - good, 0, 0),
            at);
    tenants.call(
        Caller.system("attainment", tenant, false),
        () -> {
          results.fire(decided);
          return decided;
        });
  }
}
