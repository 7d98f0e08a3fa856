package org.customerfocus.customer.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.customer.figures.CustomerStatisticsRepository.Series;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsCohort;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsCounts;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsFlow;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsPeriod;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsRates;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsRoleCount;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsSegmentCount;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsTotal;
import org.customerfocus.customer.figures.Tally.Happened;
import org.customerfocus.customer.statistics.Periods;
import org.customerfocus.customer.statistics.Share;
import org.jspecify.annotations.Nullable;

/// Puts the counts together, the same for JSON, table and page.
@ApplicationScoped
class CustomerStatistics {

  private final CustomerStatisticsRepository counts;
  private final InstantSource clock;

  CustomerStatistics(CustomerStatisticsRepository counts, InstantSource clock) {
    this.counts = counts;
    this.clock = clock;
  }

  @Transactional
  CustomerStatisticsView of(StatisticsQuery query) {
    Periods periods = query.periods(clock.instant());
    double level = query.confidence();
    counts.prepare();
    UUID provider = counts.provider(query.providerPartyId);
    Tally tally = new Tally(periods.size(), query.cohortBy, query.retainedBy);
    boolean byPurchase = query.cohortBy == CohortBy.FIRST_PURCHASE;
    boolean ofPurchases = query.retainedBy == RetainedBy.PURCHASE;
    tally.stretches(counts.stretches(provider, periods, byPurchase && !ofPurchases));
    tally.bought(counts.bought(provider, periods, ofPurchases && !byPurchase));
    tally.referred(counts.referred(provider, periods));
    return new CustomerStatisticsView(
        periods.starts().getFirst(),
        periods.end(),
        query.interval,
        query.zone,
        query.providerPartyId,
        query.cohortBy,
        query.retainedBy,
        new StatisticsTotal(
            rates(tally.happened(periods.size()), level),
            new Share(tally.won(), tally.made())
                .figure("referral-conversion", level, "Nobody was referred in this time.")),
        periods(provider, periods, tally, level),
        cohorts(periods, tally, level));
  }

  private List<StatisticsPeriod> periods(
      @Nullable UUID provider, Periods periods, Tally tally, double level) {
    List<Series> roles = counts.byRole(provider, periods);
    List<Series> segments = counts.bySegment(provider, periods);
    Map<UUID, String> names =
        counts.segmentNames(segments.stream().map(each -> UUID.fromString(each.key())).toList());
    List<StatisticsPeriod> told = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      int closing = i + 1;
      Happened happened = tally.happened(i);
      long opening = happened.opening();
      long lost = happened.lost();
      long current = tally.at("current", closing);
      told.add(
          new StatisticsPeriod(
              periods.starts().get(i),
              periods.endOf(i),
              periods.complete(i),
              new StatisticsCounts(
                  tally.at("potential", closing), current, tally.at("former", closing)),
              new StatisticsFlow(opening, current - opening + lost, lost, current),
              roles.stream()
                  .map(each -> new StatisticsRoleCount(each.key(), each.counts()[closing]))
                  .toList(),
              segments.stream()
                  .filter(each -> names.containsKey(UUID.fromString(each.key())))
                  .map(each -> segment(each, names, closing))
                  .toList(),
              rates(happened, level)));
    }
    return told;
  }

  private static StatisticsSegmentCount segment(
      Series series, Map<UUID, String> names, int closing) {
    UUID id = UUID.fromString(series.key());
    return new StatisticsSegmentCount(id, names.getOrDefault(id, ""), series.counts()[closing]);
  }

  private static StatisticsRates rates(Happened in, double level) {
    return new StatisticsRates(
        new Share(in.lost(), in.opening())
            .figure("churn", level, "Nobody was a current customer before this time."),
        new Share(in.repeaters(), in.buyers())
            .figure("repeat-purchase", level, "Nobody bought in this time."),
        new Share(in.referrers(), in.active())
            .figure("referral", level, "Nobody was a current customer in this time."));
  }

  private static List<StatisticsCohort> cohorts(Periods periods, Tally tally, double level) {
    List<StatisticsCohort> cohorts = new ArrayList<>();
    for (int cohort = 0; cohort < periods.size(); cohort++) {
      long size = tally.size(cohort);
      if (size > 0) {
        List<Figure> retained = new ArrayList<>();
        for (int period = cohort; period < periods.size(); period++) {
          retained.add(
              new Share(tally.retained(cohort, period), size)
                  .figure("retention", level, "Nobody began in this period."));
        }
        cohorts.add(new StatisticsCohort(periods.starts().get(cohort), size, retained));
      }
    }
    return cohorts;
  }
}
