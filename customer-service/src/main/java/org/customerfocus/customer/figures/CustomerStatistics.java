package org.customerfocus.customer.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.customer.figures.CustomerStatisticsRepository.Happened;
import org.customerfocus.customer.figures.CustomerStatisticsRepository.Series;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsCohort;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsCounts;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsFlow;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsPeriod;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsRates;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsRoleCount;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsSegmentCount;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsTotal;
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

  CustomerStatisticsView of(StatisticsQuery query) {
    Periods periods = query.periods(clock.instant());
    double level = query.confidence();
    UUID provider = query.providerPartyId;
    long[] referrals = counts.referrals(provider, periods);
    return new CustomerStatisticsView(
        periods.starts().getFirst(),
        periods.end(),
        query.interval,
        query.zone,
        provider,
        query.cohortBy,
        query.retainedBy,
        new StatisticsTotal(
            wholeRates(provider, periods, level),
            new Share(referrals[1], referrals[0])
                .figure("referral-conversion", level, "Nobody was referred in this time.")),
        periods(query, periods, level),
        cohorts(query, periods, level));
  }

  private List<StatisticsPeriod> periods(StatisticsQuery query, Periods periods, double level) {
    Happened happened = counts.happened(query.providerPartyId, periods);
    List<Series> lifecycles = counts.byLifecycle(query.providerPartyId, periods);
    List<Series> roles = counts.byRole(query.providerPartyId, periods);
    List<Series> segments = counts.bySegment(query.providerPartyId, periods);
    Map<UUID, String> names =
        counts.segmentNames(segments.stream().map(each -> UUID.fromString(each.key())).toList());
    List<StatisticsPeriod> told = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      int closing = i + 1;
      long opening = at(lifecycles, "current", i);
      long current = at(lifecycles, "current", closing);
      long lost = happened.lost()[i];
      told.add(
          new StatisticsPeriod(
              periods.starts().get(i),
              periods.endOf(i),
              periods.complete(i),
              new StatisticsCounts(
                  at(lifecycles, "potential", closing), current, at(lifecycles, "former", closing)),
              new StatisticsFlow(opening, current - opening + lost, lost, current),
              roles.stream()
                  .map(each -> new StatisticsRoleCount(each.key(), each.counts()[closing]))
                  .toList(),
              segments.stream()
                  .filter(each -> names.containsKey(UUID.fromString(each.key())))
                  .map(each -> segment(each, names, closing))
                  .toList(),
              rates(opening, happened, i, level)));
    }
    return told;
  }

  private static StatisticsSegmentCount segment(
      Series series, Map<UUID, String> names, int closing) {
    UUID id = UUID.fromString(series.key());
    return new StatisticsSegmentCount(id, names.getOrDefault(id, ""), series.counts()[closing]);
  }

  private static long at(List<Series> all, String key, int place) {
    return all.stream()
        .filter(series -> series.key().equals(key))
        .mapToLong(series -> series.counts()[place])
        .sum();
  }

  private StatisticsRates wholeRates(@Nullable UUID provider, Periods periods, double level) {
    Periods whole = periods.whole();
    long opening = at(counts.byLifecycle(provider, whole), "current", 0);
    return rates(opening, counts.happened(provider, whole), 0, level);
  }

  private static StatisticsRates rates(long opening, Happened in, int period, double level) {
    return new StatisticsRates(
        new Share(in.lost()[period], opening)
            .figure("churn", level, "Nobody was a current customer before this time."),
        new Share(in.repeaters()[period], in.buyers()[period])
            .figure("repeat-purchase", level, "Nobody bought in this time."),
        new Share(in.referrers()[period], in.active()[period])
            .figure("referral", level, "Nobody was a current customer in this time."));
  }

  private List<StatisticsCohort> cohorts(StatisticsQuery query, Periods periods, double level) {
    Map<Integer, long[]> found =
        counts.cohorts(query.providerPartyId, periods, query.cohortBy, query.retainedBy);
    List<StatisticsCohort> cohorts = new ArrayList<>();
    found.forEach(
        (place, cohort) -> {
          List<Figure> retained = new ArrayList<>();
          for (int period = place; period < periods.size(); period++) {
            retained.add(
                new Share(cohort[period + 1], cohort[0])
                    .figure("retention", level, "Nobody began in this period."));
          }
          cohorts.add(new StatisticsCohort(periods.starts().get(place), cohort[0], retained));
        });
    return cohorts;
  }
}
