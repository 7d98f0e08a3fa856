package org.customerfocus.agreement.performance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.customerfocus.agreement.performance.EventCountRepository.Cut;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// At which instant a request asks to be counted.
final class Cuts {

  private Cuts() {}

  /// @throws ProblemException 400 where the instant has not come yet
  static Cut at(@Nullable Instant asOf, Instant now) {
    if (asOf == null) {
      return Cut.now(now);
    }
    Instant at = asOf.truncatedTo(ChronoUnit.MICROS);
    if (at.isAfter(now)) {
      throw ProblemException.parameter("asOf", "must not lie in the future");
    }
    return new Cut(at, at);
  }
}
