package org.customerfocus.customer.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.customerfocus.conventions.csv.CsvTable;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsCohort;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsPeriod;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsRates;
import org.jspecify.annotations.Nullable;

/// The same numbers as rows: one a count or figure.
final class CustomerStatisticsCsv {

  static final String EXAMPLE =
      """
      measure,key,label,start,end,status,value,unit,n,base,level,lower,upper,method
      customers,current,,2026-01-01,2026-02-01,ok,120,count,,,,,,
      churn-rate,,,2026-01-01,2026-02-01,ok,0.05,ratio,100,100,0.95,0.0215,0.1118,churn/wilson
      """;

  private final CsvTable table;

  private CustomerStatisticsCsv(CsvTable table) {
    this.table = table;
  }

  static void write(CustomerStatisticsView statistics, OutputStream out) throws IOException {
    CsvTable table =
        CsvTable.to(
            out, "measure", "key", "label", "start", "end", "status", "value", "unit", "n", "base",
            "level", "lower", "upper", "method");
    CustomerStatisticsCsv rows = new CustomerStatisticsCsv(table);
    for (StatisticsPeriod period : statistics.periods()) {
      rows.period(period);
    }
    rows.rates(statistics.total().rates(), statistics.from(), statistics.to());
    rows.figure(
        "referral-conversion",
        "",
        statistics.from(),
        statistics.to(),
        statistics.total().referralConversion());
    for (StatisticsCohort cohort : statistics.cohorts()) {
      rows.cohort(cohort, statistics);
    }
    table.end();
  }

  private void period(StatisticsPeriod period) throws IOException {
    LocalDate start = period.start();
    LocalDate end = period.end();
    count("customers", "potential", null, start, end, period.customers().potential());
    count("customers", "current", null, start, end, period.customers().current());
    count("customers", "former", null, start, end, period.customers().former());
    count("flow", "opening", null, start, end, period.flow().opening());
    count("flow", "joined", null, start, end, period.flow().joined());
    count("flow", "lost", null, start, end, period.flow().lost());
    for (var role : period.roles()) {
      count("role", role.role(), null, start, end, role.count());
    }
    for (var segment : period.segments()) {
      count("segment", segment.segmentId().toString(), segment.name(), start, end, segment.count());
    }
    rates(period.rates(), start, end);
  }

  private void rates(StatisticsRates rates, LocalDate start, LocalDate end) throws IOException {
    figure("churn-rate", "", start, end, rates.churnRate());
    figure("repeat-purchase-rate", "", start, end, rates.repeatPurchaseRate());
    figure("referral-rate", "", start, end, rates.referralRate());
  }

  /// The key of a retention is the first day of its cohort.
  private void cohort(StatisticsCohort cohort, CustomerStatisticsView statistics)
      throws IOException {
    int first = 0;
    while (!statistics.periods().get(first).start().equals(cohort.start())) {
      first++;
    }
    String key = cohort.start().toString();
    StatisticsPeriod began = statistics.periods().get(first);
    count("cohort", key, null, began.start(), began.end(), cohort.size());
    for (int i = 0; i < cohort.retained().size(); i++) {
      StatisticsPeriod period = statistics.periods().get(first + i);
      figure("retention", key, period.start(), period.end(), cohort.retained().get(i));
    }
  }

  private void count(
      String measure,
      String key,
      @Nullable String label,
      LocalDate start,
      LocalDate end,
      long count)
      throws IOException {
    table.row(
        measure, key, label, start, end, "ok", count, "count", null, null, null, null, null, null);
  }

  private void figure(String measure, String key, LocalDate start, LocalDate end, Figure figure)
      throws IOException {
    Figure.Interval interval = figure.interval();
    table.row(
        measure,
        key,
        null,
        start,
        end,
        figure.status(),
        figure.value(),
        figure.unit(),
        figure.n(),
        figure.base(),
        interval == null ? null : interval.level(),
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        figure.method());
  }
}
