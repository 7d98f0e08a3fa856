package org.customerfocus.agreement.attainment;

import org.customerfocus.conventions.wire.WireEnum;

/// Whether a target was reached in a period.
public enum AttainmentStatus implements WireEnum {
  MET,
  BREACHED,
  /// Nothing in the period counts, so nothing can be said.
  INSUFFICIENT
}
