package org.customerfocus.agreement.attainment;

import org.customerfocus.conventions.wire.WireEnum;

/// What an hour is where the clocks change.
public enum CountedHours implements WireEnum {
  /// Real elapsed time: the day on which the clocks go forward has 23 hours.
  ELAPSED,
  /// What the clocks on the wall show: each day has 24 hours.
  NOMINAL
}
