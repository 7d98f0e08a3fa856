package org.customerfocus.customer.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsPeriod;
import org.customerfocus.customer.figures.CustomerStatisticsView.StatisticsRates;
import org.customerfocus.customer.figures.LinePlot.Data;
import org.customerfocus.customer.statistics.PeriodUnit;
import org.jspecify.annotations.Nullable;

/// The same numbers as a page: each plot with the table of its values.
final class CustomerStatisticsPage {

  private static final int MOST_LINES = 8;
  private static final int SHADES = 10;

  private final CustomerStatisticsView statistics;
  private final List<String> names;

  private CustomerStatisticsPage(CustomerStatisticsView statistics) {
    this.statistics = statistics;
    this.names =
        statistics.periods().stream()
            .map(period -> name(statistics.interval(), period.start()))
            .toList();
  }

  /// A plot and its table.
  ///
  /// @param note what the reader should know
  public record Section(
      LinePlot plot, String heading, String note, List<String> columns, List<Row> rows) {}

  /// A row of a table.
  public record Row(String name, List<String> cells) {}

  /// One of the figures of all periods as one.
  public record Total(String name, String value, String basis) {}

  /// One line of the retention table.
  public record CohortRow(String name, String size, List<Cell> cells) {}

  /// A retention, shaded by how high it is.
  public record Cell(String text, String interval, int shade) {}

  static Map<String, Object> of(CustomerStatisticsView statistics) {
    CustomerStatisticsPage page = new CustomerStatisticsPage(statistics);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", statistics.from());
    data.put("last", statistics.to().minusDays(1));
    data.put("interval", statistics.interval().wire());
    data.put("zone", statistics.zone());
    data.put("running", !statistics.periods().getLast().complete());
    data.put("totals", page.totals());
    data.put("sections", page.sections());
    data.put("cohorts", page.cohorts());
    data.put(
        "offsets", IntStream.range(0, statistics.periods().size()).mapToObj(i -> "+" + i).toList());
    data.put(
        "cohortBy",
        switch (statistics.cohortBy()) {
          case BECAME_CURRENT -> "who became current customers";
          case FIRST_PURCHASE -> "who bought for the first time";
        });
    data.put(
        "retainedBy",
        switch (statistics.retainedBy()) {
          case LIFECYCLE -> "were still current on the last day of each period";
          case PURCHASE -> "bought in each period";
        });
    return data;
  }

  private List<Total> totals() {
    StatisticsRates rates = statistics.total().rates();
    return List.of(
        total("Churn", rates.churnRate(), "of those who were current at the beginning left"),
        total(
            "Repeat purchase",
            rates.repeatPurchaseRate(),
            "of those who bought had by then bought at least twice"),
        total("Referral", rates.referralRate(), "of the current customers referred somebody"),
        total(
            "Referrals that worked",
            statistics.total().referralConversion(),
            "of those referred became customers"));
  }

  private static Total total(String name, Figure figure, String meaning) {
    return new Total(
        name,
        percent(figure),
        figure.interval() == null
            ? String.valueOf(figure.reason())
            : "%s, of %d (%s)".formatted(meaning, figure.n(), interval(figure)));
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        counts(
            "lifecycle",
            "Customers by life cycle",
            "How many were potential, current and former customers at the end of each period.",
            lines(
                Map.of(),
                List.of("potential", "current", "former"),
                period ->
                    Map.of(
                        "potential", period.customers().potential(),
                        "current", period.customers().current(),
                        "former", period.customers().former()))));
    addIfAny(
        sections,
        "role",
        "Current customers by role",
        "One customer may have several roles.",
        period -> {
          Map<String, Long> counts = new LinkedHashMap<>();
          period.roles().forEach(role -> counts.put(role.role(), role.count()));
          return counts;
        },
        Map.of());
    Map<String, String> segments = new LinkedHashMap<>();
    statistics
        .periods()
        .getLast()
        .segments()
        .forEach(segment -> segments.put(segment.segmentId().toString(), segment.name()));
    addIfAny(
        sections,
        "segment",
        "Customers by segment",
        "One customer may be in several segments.",
        period -> {
          Map<String, Long> counts = new LinkedHashMap<>();
          period.segments().forEach(each -> counts.put(each.segmentId().toString(), each.count()));
          return counts;
        },
        segments);
    sections.add(
        rate(
            "churn",
            "Churn",
            "The share of those current on the eve of a period who were not on its last day.",
            StatisticsRates::churnRate));
    sections.add(
        rate(
            "repeat",
            "Repeat purchase",
            "The share of those who bought in a period who had then bought at least twice.",
            StatisticsRates::repeatPurchaseRate));
    sections.add(
        rate(
            "referral",
            "Referral",
            "The share of the current customers of a period who referred somebody in it.",
            StatisticsRates::referralRate));
    return sections;
  }

  private void addIfAny(
      List<Section> sections,
      String id,
      String heading,
      String note,
      Function<StatisticsPeriod, Map<String, Long>> counts,
      Map<String, String> labels) {
    List<String> keys = List.copyOf(counts.apply(statistics.periods().getLast()).keySet());
    if (!keys.isEmpty()) {
      sections.add(counts(id, heading, note, lines(labels, keys, counts)));
    }
  }

  private List<Data> lines(
      Map<String, String> labels,
      List<String> keys,
      Function<StatisticsPeriod, Map<String, Long>> counts) {
    return keys.stream()
        .map(
            key ->
                Data.of(
                    labels.getOrDefault(key, key),
                    statistics.periods().stream()
                        .map(period -> counts.apply(period).getOrDefault(key, 0L))
                        .toList()))
        .toList();
  }

  private Section counts(String id, String heading, String note, List<Data> data) {
    // The largest are drawn; the table has them all.
    List<Data> drawn =
        data.stream().sorted((a, b) -> Double.compare(last(b), last(a))).limit(MOST_LINES).toList();
    double top =
        drawn.stream()
            .flatMap(each -> each.values().stream())
            .mapToDouble(value -> value == null ? 0 : value)
            .max()
            .orElse(0);
    LinePlot plot =
        LinePlot.of(id, heading, names, drawn, Math.max(4, top), CustomerStatisticsPage::whole);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int period = i;
      rows.add(
          new Row(
              names.get(i),
              data.stream()
                  .map(each -> each.values().get(period))
                  .map(value -> value == null ? "" : whole(value))
                  .toList()));
    }
    return new Section(plot, heading, note, data.stream().map(Data::name).toList(), rows);
  }

  private static double last(Data data) {
    Double last = data.values().getLast();
    return last == null ? 0 : last;
  }

  private Section rate(
      String id, String heading, String note, Function<StatisticsRates, Figure> rate) {
    List<Figure> figures =
        statistics.periods().stream().map(period -> rate.apply(period.rates())).toList();
    List<@Nullable Double> values = new ArrayList<>();
    List<double @Nullable []> bounds = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Figure figure = figures.get(i);
      Figure.Interval interval = figure.interval();
      values.add(figure.value());
      bounds.add(interval == null ? null : new double[] {interval.lower(), interval.upper()});
      rows.add(
          new Row(
              names.get(i),
              List.of(percent(figure), interval(figure), String.valueOf(figure.n()))));
    }
    LinePlot plot =
        LinePlot.of(
            id,
            heading + " by " + statistics.interval().wire(),
            names,
            List.of(new Data(heading, values, bounds)),
            1,
            value -> "%d %%".formatted(Math.round(value * 100)));
    return new Section(plot, heading, note, List.of("share", "confidence interval", "of"), rows);
  }

  private List<CohortRow> cohorts() {
    return statistics.cohorts().stream()
        .map(
            cohort ->
                new CohortRow(
                    name(statistics.interval(), cohort.start()),
                    cohort.size().toString(),
                    cohort.retained().stream()
                        .map(figure -> new Cell(percent(figure), interval(figure), shade(figure)))
                        .toList()))
        .toList();
  }

  private static int shade(Figure figure) {
    return figure.value() == null ? 0 : (int) Math.round(figure.value() * SHADES);
  }

  private static String percent(Figure figure) {
    return figure.value() == null
        ? "–"
        : String.format(Locale.ROOT, "%.1f %%", figure.value() * 100);
  }

  private static String interval(Figure figure) {
    Figure.Interval interval = figure.interval();
    return interval == null
        ? "–"
        : String.format(
            Locale.ROOT, "%.1f–%.1f %%", interval.lower() * 100, interval.upper() * 100);
  }

  private static String whole(double value) {
    return Long.toString(Math.round(value));
  }

  private static String name(PeriodUnit unit, LocalDate start) {
    return switch (unit) {
      case DAY, WEEK -> start.toString();
      case MONTH -> start.toString().substring(0, 7);
      case QUARTER -> "%d Q%d".formatted(start.getYear(), (start.getMonthValue() + 2) / 3);
    };
  }
}
