package org.customerfocus.customer.competition;

import org.customerfocus.conventions.wire.WireEnum;

/// Where we stand beside a competitor.
enum Standing implements WireEnum {
  /// Ours is the better.
  AHEAD,
  /// Theirs is the better.
  BEHIND,
  /// Both are the same, as far as points without intervals can tell.
  LEVEL,
  /// The interval of the difference holds zero: the scores do not tell who is better.
  UNDECIDED
}
