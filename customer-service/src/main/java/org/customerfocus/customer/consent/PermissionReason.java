package org.customerfocus.customer.consent;

import org.customerfocus.conventions.wire.WireEnum;

/// Why a party may or may not be contacted.
enum PermissionReason implements WireEnum {
  /// A permission holds, and nothing refuses.
  GIVEN,
  /// A basis that binds holds for the purpose, whatever the party wants.
  REQUIRED,
  DENIED,
  WITHDRAWN,
  OBJECTED,
  /// What was given is over.
  EXPIRED,
  /// Nothing was said, and silence is no consent.
  NOT_STATED,
  /// There is no such party.
  UNKNOWN_PARTY
}
