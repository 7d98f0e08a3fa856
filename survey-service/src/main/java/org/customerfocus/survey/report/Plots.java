package org.customerfocus.survey.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.report.Plot.Anchor;
import org.customerfocus.survey.report.Plot.Bar;
import org.customerfocus.survey.report.Plot.Dot;
import org.customerfocus.survey.report.Plot.Ink;
import org.customerfocus.survey.report.Plot.Line;
import org.customerfocus.survey.report.Plot.Mark;
import org.customerfocus.survey.report.Plot.Words;
import org.jspecify.annotations.Nullable;

/// The kinds of plots.
final class Plots {

  private static final double EDGE = 8;
  private static final double END = Plot.WIDTH - EDGE;
  private static final double BARS_END = 270;
  private static final double ROW = 42;
  private static final int LONGEST = 56;
  private static final int MOST_LABELS = 5;

  private Plots() {}

  /// A value with its name.
  record Named(String name, @Nullable Figure figure) {}

  /// A bar a value, with its interval as a whisker; names stand above their bars, so that long ones
  /// have room.
  static @Nullable Plot bars(String id, String title, List<Named> values, double min, double max) {
    List<Named> told = values.stream().filter(each -> value(each.figure()) != null).toList();
    if (told.isEmpty()) {
      return null;
    }
    Axis axis = new Axis(min, max, max - min, EDGE, BARS_END);
    List<Mark> marks = new ArrayList<>();
    double origin = axis.at(0);
    marks.add(new Line(origin, 0, origin, told.size() * ROW, Ink.GRID));
    for (int i = 0; i < told.size(); i++) {
      Figure figure = told.get(i).figure();
      Double value = value(figure);
      if (figure != null && value != null) {
        double top = i * ROW;
        double middle = top + 28;
        double x = axis.at(value);
        marks.add(new Words(EDGE, top + 15, shortened(told.get(i).name()), Anchor.START, false));
        marks.add(new Bar(Math.min(origin, x), middle - 6, Math.abs(x - origin), 12));
        marks.add(new Words(END, middle + 5, label(figure), Anchor.END, false));
        if (figure.interval() != null) {
          whisker(marks, axis, figure.interval(), middle);
        }
      }
    }
    return new Plot(id, title, told.size() * ROW + 4, marks);
  }

  private static void whisker(
      List<Mark> marks, Axis axis, Figure.Interval interval, double middle) {
    double lower = axis.at(interval.lower());
    double upper = axis.at(interval.upper());
    marks.add(new Line(lower, middle, upper, middle, Ink.STRONG));
    marks.add(new Line(lower, middle - 4, lower, middle + 4, Ink.STRONG));
    marks.add(new Line(upper, middle - 4, upper, middle + 4, Ink.STRONG));
  }

  private static String label(Figure figure) {
    return figure.interval() == null
        ? Numbers.of(figure)
        : "%s (%s)".formatted(Numbers.of(figure), Numbers.interval(figure));
  }

  /// Values over time, with their intervals; interrupted where there is none.
  static @Nullable Plot trend(String id, String title, List<Named> values) {
    List<Figure> told =
        values.stream()
            .map(Named::figure)
            .flatMap(Stream::ofNullable)
            .filter(figure -> figure.value() != null)
            .toList();
    if (told.isEmpty()) {
      return null;
    }
    double height = 220;
    Axis up =
        Axis.around(
            told.stream().mapToDouble(Plots::lower).min().orElseThrow(),
            told.stream().mapToDouble(Plots::upper).max().orElseThrow(),
            height - 28,
            14);
    Axis along = new Axis(0, Math.max(1, values.size() - 1), 1, 64, END - 24);
    List<Mark> marks = new ArrayList<>();
    for (double mark : up.marks()) {
      marks.add(new Line(58, up.at(mark), END, up.at(mark), Ink.GRID));
      marks.add(
          new Words(
              52, up.at(mark) + 4, Numbers.of(mark, told.getFirst().unit()), Anchor.END, true));
    }
    int each = (values.size() + MOST_LABELS - 1) / MOST_LABELS;
    Dot last = null;
    for (int i = 0; i < values.size(); i++) {
      double x = along.at(i);
      if (i % each == 0) {
        marks.add(new Words(x, height - 8, values.get(i).name(), Anchor.MIDDLE, true));
      }
      Figure figure = values.get(i).figure();
      Double value = value(figure);
      if (figure == null || value == null) {
        last = null;
        continue;
      }
      Dot dot = new Dot(x, up.at(value));
      if (last != null) {
        marks.add(new Line(last.x(), last.y(), dot.x(), dot.y(), Ink.SERIES));
      }
      if (figure.interval() != null) {
        marks.add(new Line(x, up.at(lower(figure)), x, up.at(upper(figure)), Ink.STRONG));
      }
      marks.add(dot);
      last = dot;
    }
    return new Plot(id, title, height, marks);
  }

  /// A point in the plane of performance and importance.
  record Placed(String name, double performance, double importance) {}

  /// Points by performance and importance, with lines at the means that split them into quadrants.
  /// Names are numbers, which the table explains, and stand beside each other.
  static Plot quadrants(
      String id, String title, List<Placed> points, double performanceMean, double importanceMean) {
    double height = 330;
    Axis along =
        Axis.around(
            points.stream().mapToDouble(Placed::performance).min().orElse(0),
            points.stream().mapToDouble(Placed::performance).max().orElse(100),
            64,
            END - 12);
    Axis up =
        Axis.around(
            0, points.stream().mapToDouble(Placed::importance).max().orElse(1), height - 60, 40);
    List<Mark> marks = new ArrayList<>();
    frame(marks, along, up, height);
    double x = along.at(performanceMean);
    double y = up.at(importanceMean);
    marks.add(new Line(x, 34, x, height - 54, Ink.STRONG));
    marks.add(new Line(58, y, END, y, Ink.STRONG));
    marks.add(new Words(62, 26, "Concentrate here", Anchor.START, true));
    marks.add(new Words(END, 26, "Keep up", Anchor.END, true));
    marks.add(new Words(62, height - 22, "Low priority", Anchor.START, true));
    marks.add(new Words(END, height - 22, "Possible overkill", Anchor.END, true));
    marks.add(new Words(8, 12, "Importance (share of what is explained)", Anchor.START, true));
    marks.add(new Words(END, height - 4, "Performance (0–100)", Anchor.END, true));
    List<Dot> dots =
        points.stream()
            .map(each -> new Dot(along.at(each.performance()), up.at(each.importance())))
            .toList();
    marks.addAll(dots);
    marks.addAll(Labels.beside(dots, points.stream().map(Placed::name).toList()));
    return new Plot(id, title, height, marks);
  }

  private static void frame(List<Mark> marks, Axis along, Axis up, double height) {
    DoubleFunction<String> whole = value -> Numbers.of(value, "points").replaceFirst("\\.0$", "");
    for (double mark : up.marks()) {
      marks.add(new Line(58, up.at(mark), END, up.at(mark), Ink.GRID));
      marks.add(new Words(52, up.at(mark) + 4, whole.apply(mark * 100) + " %", Anchor.END, true));
    }
    for (double mark : along.marks()) {
      marks.add(new Words(along.at(mark), height - 40, whole.apply(mark), Anchor.MIDDLE, true));
    }
  }

  private static @Nullable Double value(@Nullable Figure figure) {
    return figure == null ? null : figure.value();
  }

  private static double lower(Figure figure) {
    Double value = figure.value();
    return figure.interval() != null ? figure.interval().lower() : value == null ? 0 : value;
  }

  private static double upper(Figure figure) {
    Double value = figure.value();
    return figure.interval() != null ? figure.interval().upper() : value == null ? 0 : value;
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
  }
}
