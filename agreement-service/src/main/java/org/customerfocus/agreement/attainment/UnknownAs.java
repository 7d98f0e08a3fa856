package org.customerfocus.agreement.attainment;

import org.customerfocus.conventions.wire.WireEnum;

/// How the unknown counts towards attainment. It is shown as unknown in any case.
public enum UnknownAs implements WireEnum {
  /// Neither good nor bad: it leaves the base.
  LEAVE,
  GOOD,
  BAD
}
