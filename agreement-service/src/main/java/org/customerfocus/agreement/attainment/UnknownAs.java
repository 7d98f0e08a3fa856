package org.customerfocus.agreement.attainment;

/// How the unknown counts towards attainment. It is shown as unknown in any case.
public enum UnknownAs {
  /// Neither good nor bad: it leaves the base.
  LEAVE,
  GOOD,
  BAD
}
