package org.customerfocus.survey.driver;

import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.statistics.ImportancePerformance;

/// What to do about an item.
public enum Quadrant implements WireEnum {
  /// Important, and done less well than the others.
  CONCENTRATE_HERE,
  /// Important and done well.
  KEEP_UP,
  /// Neither important nor done well.
  LOW_PRIORITY,
  /// Done well without being important.
  POSSIBLE_OVERKILL;

  static Quadrant of(ImportancePerformance.Quadrant quadrant) {
    return valueOf(quadrant.name());
  }
}
