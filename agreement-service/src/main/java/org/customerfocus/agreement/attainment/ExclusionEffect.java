package org.customerfocus.agreement.attainment;

import org.customerfocus.conventions.wire.WireEnum;

/// What an agreed exclusion does to what it covers.
public enum ExclusionEffect implements WireEnum {
  /// Only what would have been bad is excluded, and it then counts for the provider: (good +
  /// excluded) / (total − unknown). The usual choice for time.
  EXCUSE,
  /// Everything covered is excluded, good or bad, and leaves the base: good / (total − excluded −
  /// unknown). The usual choice for events.
  REMOVE
}
