package org.customerfocus.agreement.attainment;

import org.customerfocus.conventions.wire.WireEnum;

/// How long a calendar period is.
public enum WindowUnit implements WireEnum {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  WindowUnit(int months) {
    this.months = months;
  }

  public int months() {
    return months;
  }
}
