package org.customerfocus.conventions.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// A clock that a test can stop and move. A module makes it its own with
/// `@Alternative @Priority(1) @Produces @Singleton InstantSource clock()` in its tests.
public final class TestClock implements InstantSource {

  private static volatile Instant fixed;

  /// Stands still at the instant until [#run].
  public static void stop(Instant at) {
    fixed = at.truncatedTo(ChronoUnit.MICROS);
  }

  public static void advance(Duration by) {
    fixed = fixed.plus(by);
  }

  public static void run() {
    fixed = null;
  }

  @Override
  public Instant instant() {
    Instant at = fixed;
    return at == null ? InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS) : at;
  }
}
