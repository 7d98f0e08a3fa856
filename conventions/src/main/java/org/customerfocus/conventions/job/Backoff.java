package org.customerfocus.conventions.job;

import java.time.Duration;

/// How long is waited before something that failed is tried again.
public final class Backoff {

  private static final Duration LONGEST = Duration.ofHours(6);

  private Backoff() {}

  /// Four times as long after each attempt, at most six hours.
  ///
  /// @param first the pause after the first attempt
  /// @param attempts how many there were, from 1
  public static Duration quadrupled(Duration first, int attempts) {
    Duration pause = first.multipliedBy(1L << (2 * Math.min(attempts - 1, 10)));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
