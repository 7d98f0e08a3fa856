package org.customerfocus.agreement.credit;

import org.customerfocus.conventions.wire.WireEnum;

/// Who owes whom.
public enum CreditKind implements WireEnum {
  /// The provider owes the customer: the target was missed.
  CREDIT,
  /// The customer owes the provider: the target was exceeded.
  REWARD
}
