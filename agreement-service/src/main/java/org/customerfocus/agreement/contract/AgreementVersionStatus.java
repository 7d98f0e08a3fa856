package org.customerfocus.agreement.contract;

import org.customerfocus.conventions.wire.WireEnum;

/// How far one wording of an agreement has come.
public enum AgreementVersionStatus implements WireEnum {
  /// Still being written.
  DRAFT,
  /// Offered to both sides for signature; it no longer changes.
  PROPOSED,
  /// Binding on both sides, from its effectiveFrom to its effectiveTo.
  AGREED,
  /// Taken back before both sides had signed.
  WITHDRAWN
}
