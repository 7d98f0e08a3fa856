package org.customerfocus.agreement.performance;

import org.customerfocus.conventions.wire.WireEnum;

/// How settled the result of a period is.
public enum PeriodState implements WireEnum {
  /// The period lasts, or its grace time for what arrives late.
  DRAFT,
  /// Counted when the grace time was over; what comes later makes a further revision.
  FINAL
}
