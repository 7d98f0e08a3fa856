package org.customerfocus.survey.contactperformance;

import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Proportion;

/// How often something promised came in time.
///
/// @param inTime it happened in time
/// @param late it happened late, or has not happened although it is overdue
/// @param open it is not due yet, or the clock stands still
record Kept(long inTime, long late, long open) {

  static final Kept NONE = new Kept(0, 0, 0);

  Kept plus(Kept more) {
    return new Kept(inTime + more.inTime, late + more.late, open + more.open);
  }

  /// The share that came in time of what is decided, with its Wilson score interval; the base
  /// counts what is open as well.
  Figure figure(double level) {
    long decided = inTime + late;
    String method = "share/wilson";
    if (decided == 0) {
      return Figure.insufficient(
          "ratio", 0, open, method, "Nothing has been due in this period yet.");
    }
    Interval interval = Proportion.of(inTime, decided).wilson(level);
    return Figure.of(
        (double) inTime / decided,
        "ratio",
        decided,
        decided + open,
        method,
        new Figure.Interval(level, interval.lower(), interval.upper()));
  }
}
