package org.customerfocus.agreement.attainment;

/// Whether a target was reached in a period.
public enum AttainmentStatus {
  MET,
  BREACHED,
  /// Nothing in the period counts, so nothing can be said.
  INSUFFICIENT
}
