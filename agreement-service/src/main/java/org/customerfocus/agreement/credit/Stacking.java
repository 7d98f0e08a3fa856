package org.customerfocus.agreement.credit;

import org.customerfocus.conventions.wire.WireEnum;

/// What is due when several commitments of one agreement fall into a tier in one period.
public enum Stacking implements WireEnum {
  /// Each of them: they add up.
  ADD,
  /// Only the highest.
  HIGHEST
}
