package org.customerfocus.customer.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A line plot as the numbers that a template puts into SVG. Lines differ by dash and by a label at
/// their end besides their colour, so that they can be told apart in black and white.
///
/// @param id of the plot in its page
/// @param title what it shows
/// @param ticks of the vertical axis
/// @param labels of the horizontal axis
/// @param lines one a series
public record LinePlot(
    String id, String title, List<Tick> ticks, List<Tick> labels, List<Line> lines) {

  static final int WIDTH = 720;
  static final int HEIGHT = 260;
  private static final int LEFT = 56;
  private static final int RIGHT = 150;
  private static final int TOP = 14;
  private static final int BOTTOM = 30;
  private static final int MOST_LABELS = 8;
  private static final double LABEL_HEIGHT = 15;

  /// A mark on an axis.
  public record Tick(String at, String label) {}

  /// One series.
  ///
  /// @param number by which its looks are chosen
  /// @param path the d of an SVG path; interrupted where there is no value
  /// @param band the d of the area between the bounds; empty without such
  /// @param dots where values are
  /// @param labelAt the height of its label, apart from those of the others
  public record Line(
      String name, int number, String path, String band, List<Dot> dots, String labelAt) {}

  /// A value.
  public record Dot(String x, String y, String text) {}

  /// What a line shows.
  ///
  /// @param values one a label, null where there is none
  /// @param bounds lower and upper of each value; empty for none
  record Data(String name, List<@Nullable Double> values, List<double @Nullable []> bounds) {

    static Data of(String name, List<Long> counts) {
      return new Data(
          name, counts.stream().<@Nullable Double>map(Long::doubleValue).toList(), List.of());
    }
  }

  /// How values are written.
  @FunctionalInterface
  interface Format {
    String of(double value);
  }

  static LinePlot of(
      String id, String title, List<String> names, List<Data> data, double top, Format format) {
    double step = step(top);
    double max = Math.ceil(top / step - 1e-9) * step;
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i * step <= max + 1e-9; i++) {
      ticks.add(new Tick(text(y(i * step, max)), format.of(i * step)));
    }
    int each = Math.max(1, (names.size() + MOST_LABELS - 1) / MOST_LABELS);
    List<Tick> labels =
        IntStream.range(0, names.size())
            .filter(i -> i % each == 0)
            .mapToObj(i -> new Tick(text(x(i, names.size())), names.get(i)))
            .toList();
    double[] labelHeights = labelHeights(data, max);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      lines.add(line(data.get(i), i, names, max, format, labelHeights[i]));
    }
    return new LinePlot(id, title, ticks, labels, lines);
  }

  private static Line line(
      Data data, int number, List<String> names, double max, Format format, double labelAt) {
    StringBuilder path = new StringBuilder();
    List<Dot> dots = new ArrayList<>();
    boolean drawing = false;
    for (int i = 0; i < data.values().size(); i++) {
      Double value = data.values().get(i);
      if (value != null) {
        String x = text(x(i, data.values().size()));
        String y = text(y(value, max));
        path.append(drawing ? 'L' : 'M').append(x).append(' ').append(y);
        dots.add(
            new Dot(x, y, "%s, %s: %s".formatted(data.name(), names.get(i), format.of(value))));
      }
      drawing = value != null;
    }
    return new Line(
        data.name(), number % 6, path.toString(), band(data.bounds(), max), dots, text(labelAt));
  }

  /// One closed area a run of bounds: up along the upper ones, back along the lower.
  private static String band(List<double @Nullable []> bounds, double max) {
    StringBuilder band = new StringBuilder();
    int from = 0;
    while (from < bounds.size()) {
      int to = from;
      while (to < bounds.size() && bounds.get(to) != null) {
        to++;
      }
      for (int i = from; i < to; i++) {
        append(band, i == from ? 'M' : 'L', i, bounds, 1, max);
      }
      for (int i = to - 1; i >= from; i--) {
        append(band, 'L', i, bounds, 0, max);
      }
      band.append(to > from ? "Z" : "");
      from = to + 1;
    }
    return band.toString();
  }

  private static void append(
      StringBuilder band,
      char command,
      int i,
      List<double @Nullable []> bounds,
      int bound,
      double max) {
    double[] both = bounds.get(i);
    if (both != null) {
      band.append(command)
          .append(text(x(i, bounds.size())))
          .append(' ')
          .append(text(y(both[bound], max)));
    }
  }

  /// The heights of the labels: beside the last value of each, pushed apart where they would touch.
  private static double[] labelHeights(List<Data> data, double max) {
    double[] heights = new double[data.size()];
    for (int i = 0; i < heights.length; i++) {
      heights[i] =
          data.get(i).values().stream()
              .filter(value -> value != null)
              .reduce((first, last) -> last)
              .map(value -> y(value == null ? 0 : value, max))
              .orElse((double) HEIGHT - BOTTOM);
    }
    List<Integer> order =
        IntStream.range(0, heights.length)
            .boxed()
            .sorted((a, b) -> Double.compare(heights[b], heights[a]))
            .toList();
    double below = HEIGHT - BOTTOM + LABEL_HEIGHT;
    for (int i : order) {
      heights[i] = Math.min(heights[i], below - LABEL_HEIGHT);
      below = heights[i];
    }
    return heights;
  }

  /// A round step that makes about four of the highest value: 1, 2 or 5 times a power of ten.
  private static double step(double top) {
    double rough = Math.max(top, 1e-9) / 4;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= rough - 1e-12) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static double x(int i, int size) {
    double width = (double) WIDTH - LEFT - RIGHT;
    return LEFT + (size == 1 ? width / 2 : width * i / (size - 1));
  }

  private static double y(double value, double max) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / max);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
