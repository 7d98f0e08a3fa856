package org.customerfocus.survey.report;

import java.util.ArrayList;
import java.util.List;

/// Where values lie between two ends of a plot.
///
/// @param min the value at `from`
/// @param max the value at `to`
/// @param step between two marks
record Axis(double min, double max, double step, double from, double to) {

  private static final double SOME = 4;

  /// Round ends around the values, with about four round steps between them.
  static Axis around(double least, double most, double from, double to) {
    double width = most > least ? most - least : Math.max(Math.abs(most), 1) / 5;
    double rough = width / SOME;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double factor : new double[] {5, 2, 1}) {
      if (factor * power >= rough - 1e-12) {
        step = factor * power;
      }
    }
    return new Axis(
        Math.floor(least / step + 1e-9) * step,
        Math.ceil((most > least ? most : least + width) / step - 1e-9) * step,
        step,
        from,
        to);
  }

  double at(double value) {
    return from + (Math.clamp(value, min, max) - min) / (max - min) * (to - from);
  }

  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    for (int i = 0; min + i * step <= max + step / 1e6; i++) {
      marks.add(min + i * step);
    }
    return marks;
  }
}
