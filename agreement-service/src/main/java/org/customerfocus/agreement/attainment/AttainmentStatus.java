package org.customerfocus.agreement.attainment;

import org.customerfocus.conventions.wire.WireEnum;

/// Whether a target was reached in a period.
public enum AttainmentStatus implements WireEnum {
  MET,
  /// Missed by no more than was agreed to tolerate: no breach.
  TOLERATED,
  BREACHED,
  /// A score whose interval reaches to both sides of the target.
  INCONCLUSIVE,
  /// Nothing in the period counts, or too little, so nothing can be said.
  INSUFFICIENT
}
