package org.customerfocus.customer.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.customer.statistics.PeriodUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How many customers there are over time, and how loyal they are.
@Schema(
    description =
        "How many customers there are over time, and how loyal they are. A customer is current on a"
            + " day when both the relationship and a current phase of its life cycle are valid then;"
            + " a beginning that is not recorded counts as always.")
record CustomerStatisticsView(
    @Schema(description = "The first day that is told about.") LocalDate from,
    @Schema(description = "The first day that is told about no more.") LocalDate to,
    PeriodUnit interval,
    @Schema(description = "The time zone in which days begin and end.") String zone,
    @Schema(description = "Absent for the tenant's own organisation.")
        @Nullable UUID providerPartyId,
    CohortBy cohortBy,
    RetainedBy retainedBy,
    @Schema(description = "All periods as one.") StatisticsTotal total,
    List<StatisticsPeriod> periods,
    @Schema(description = "One a period, the customers who began in it.")
        List<StatisticsCohort> cohorts) {

  /// Loyalty in a span of time.
  @Schema(
      description =
          "churnRate: of those current on the eve of the span, the share not current on its last day."
              + " repeatPurchaseRate: of those who bought in it, the share who had then bought at"
              + " least twice, ever. referralRate: of those current on any day of it, the share who"
              + " referred somebody in it.")
  record StatisticsRates(Figure churnRate, Figure repeatPurchaseRate, Figure referralRate) {}

  /// All periods as one.
  @Schema(description = "All periods as one.")
  record StatisticsTotal(
      StatisticsRates rates,
      @Schema(description = "Of the referrals made, the share that became customers.")
          Figure referralConversion) {}

  /// One period.
  @Schema(description = "One period. Counts are as of its last day; today where it is running.")
  record StatisticsPeriod(
      LocalDate start,
      @Schema(description = "The first day after it.") LocalDate end,
      @Schema(description = "Whether it is over.") Boolean complete,
      StatisticsCounts customers,
      StatisticsFlow flow,
      @Schema(description = "Current customers by role; one with two roles counts in both.")
          List<StatisticsRoleCount> roles,
      @Schema(description = "Members of segments; one in two segments counts in both.")
          List<StatisticsSegmentCount> segments,
      StatisticsRates rates) {}

  /// By life cycle.
  @Schema(description = "How many customers are in which phase of the life cycle.")
  record StatisticsCounts(Long potential, Long current, Long former) {}

  /// How the number of current customers came about.
  @Schema(
      description =
          "opening + joined − lost = closing. Who joined and left within the period is in neither.")
  record StatisticsFlow(
      @Schema(description = "Current on its eve.") Long opening,
      @Schema(description = "Current on its last day, but not on its eve.") Long joined,
      @Schema(description = "Current on its eve, but not on its last day.") Long lost,
      @Schema(description = "Current on its last day.") Long closing) {}

  /// How many have a role.
  @Schema(description = "How many current customers have a role.")
  record StatisticsRoleCount(String role, Long count) {}

  /// How many are in a segment.
  @Schema(description = "How many customers are in a segment.")
  record StatisticsSegmentCount(UUID segmentId, String name, Long count) {}

  /// Those who began in a period.
  @Schema(description = "Those who began in a period, and how many of them stayed.")
  record StatisticsCohort(
      @Schema(description = "The first day of the period in which they began.") LocalDate start,
      @Schema(description = "How many they are.") Long size,
      @Schema(description = "The share retained in that period, the next one, and so on.")
          List<Figure> retained) {}
}
