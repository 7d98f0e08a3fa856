package org.customerfocus.agreement.supportchain;

import org.customerfocus.conventions.wire.WireEnum;

/// Whether a promise rests on what was promised upstream.
public enum Verdict implements WireEnum {
  /// The composed upstream promise is at least as strong.
  SUPPORTED,
  /// It is weaker.
  NOT_SUPPORTED,
  /// It cannot be said; the reason tells why.
  UNKNOWN
}
