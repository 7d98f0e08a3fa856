package org.customerfocus.agreement.attainment;

import org.customerfocus.conventions.wire.WireEnum;

/// Whether the periods of a promise follow the calendar or each other.
public enum WindowKind implements WireEnum {
  /// Months, quarters or years as the clocks of the agreement's time zone show them.
  CALENDAR,
  /// The last so many days, ending with each midnight of the agreement's time zone.
  ROLLING
}
