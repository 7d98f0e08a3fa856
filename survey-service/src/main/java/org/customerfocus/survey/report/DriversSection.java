package org.customerfocus.survey.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.driver.Quadrant;
import org.customerfocus.survey.driver.SurveyDriversView;
import org.customerfocus.survey.driver.SurveyDriversView.KeyDriver;
import org.customerfocus.survey.report.Plots.Named;
import org.customerfocus.survey.report.Plots.Placed;
import org.customerfocus.survey.report.Report.Exhibit;
import org.customerfocus.survey.report.Report.Row;
import org.customerfocus.survey.report.Report.Section;
import org.customerfocus.survey.report.Report.Table;
import org.jspecify.annotations.Nullable;

/// Key drivers as bars, and as points in the plane of importance and performance.
final class DriversSection {

  private DriversSection() {}

  static Section of(SurveyDriversView found) {
    String heading = "What drives: " + found.outcomeText();
    List<KeyDriver> drivers = found.drivers();
    if (drivers == null) {
      return new Section(
          "drivers",
          heading,
          found.rSquared().reason() == null ? "" : found.rSquared().reason(),
          List.of());
    }
    List<String> names =
        IntStream.range(0, drivers.size())
            .mapToObj(i -> "%d. %s".formatted(i + 1, drivers.get(i).text()))
            .toList();
    List<Integer> order =
        IntStream.range(0, drivers.size())
            .boxed()
            .sorted(
                (a, b) -> Double.compare(drivers.get(b).importance(), drivers.get(a).importance()))
            .toList();
    Plot bars =
        bars(
            "lmg",
            "Share of the variance that each item explains",
            order.stream().map(i -> new Named(names.get(i), drivers.get(i).lmg())).toList(),
            found.rSquared());
    Table shares =
        new Table(
            "Share of the variance of the outcome that each item explains",
            List.of("Item", "LMG", "Interval", "Relative weight", "Interval"),
            order.stream()
                .map(
                    i ->
                        new Row(
                            names.get(i),
                            List.of(
                                Numbers.of(drivers.get(i).lmg()),
                                Numbers.interval(drivers.get(i).lmg()),
                                Numbers.of(drivers.get(i).relativeWeight()),
                                Numbers.interval(drivers.get(i).relativeWeight()))))
                .toList());
    return new Section(
        "drivers",
        heading,
        "All items together explain %s (%s) of its variance · %s answered all of them%s"
            .formatted(
                Numbers.of(found.rSquared()),
                Numbers.interval(found.rSquared()),
                Numbers.count(found.rSquared().n()),
                Integer.valueOf(0).equals(found.lmgResamples())
                    ? " · LMG has no intervals with so many items"
                    : ""),
        List.of(new Exhibit(bars, shares), quadrants(found, drivers, names)));
  }

  private static @Nullable Plot bars(String id, String title, List<Named> shares, Figure rSquared) {
    double most =
        shares.stream()
            .map(Named::figure)
            .flatMap(Stream::ofNullable)
            .mapToDouble(
                figure ->
                    figure.interval() == null
                        ? figure.value() == null ? 0 : figure.value()
                        : figure.interval().upper())
            .max()
            .orElse(rSquared.value() == null ? 1 : rSquared.value());
    return Plots.bars(id, title, shares, 0, Math.max(most, 1e-6));
  }

  private static String quadrant(KeyDriver driver) {
    Quadrant quadrant = driver.quadrant();
    return quadrant == null ? "–" : Reporting.words(quadrant.wire());
  }

  private static Exhibit quadrants(
      SurveyDriversView found, List<KeyDriver> drivers, List<String> names) {
    Plot plot = null;
    if (found.importanceMean() != null && found.performanceMean() != null) {
      plot =
          Plots.quadrants(
              "quadrants",
              "Importance and performance of each item",
              IntStream.range(0, drivers.size())
                  .mapToObj(
                      i -> {
                        Double performance = drivers.get(i).performance().value();
                        return new Placed(
                            Integer.toString(i + 1),
                            performance == null ? 0 : performance,
                            drivers.get(i).importance());
                      })
                  .toList(),
              found.performanceMean(),
              found.importanceMean());
    }
    return new Exhibit(
        plot,
        new Table(
            "Importance and performance, split at their means",
            List.of("Item", "Importance", "Performance (0–100)", "Interval", "Quadrant"),
            IntStream.range(0, drivers.size())
                .mapToObj(
                    i ->
                        new Row(
                            names.get(i),
                            List.of(
                                Numbers.of(drivers.get(i).importance(), "ratio"),
                                Numbers.of(drivers.get(i).performance()),
                                Numbers.interval(drivers.get(i).performance()),
                                quadrant(drivers.get(i)))))
                .toList()));
  }
}
