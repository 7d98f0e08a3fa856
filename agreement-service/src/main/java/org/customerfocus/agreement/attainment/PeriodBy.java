package org.customerfocus.agreement.attainment;

import org.customerfocus.conventions.wire.WireEnum;

/// Which of a measurement's times decides the period in which it counts. What is still open and
/// lacks that time counts where it was due.
public enum PeriodBy implements WireEnum {
  /// When it was promised for: the usual choice for promises.
  DUE,
  STARTED,
  /// When it was done.
  COMPLETED
}
