package org.customerfocus.agreement.attainment;

/// Whether a score that was asked of some decides about all. The bounds of its interval come from
/// statistics and are binary numbers; they are compared as they are.
public final class ScoreDecision {

  private ScoreDecision() {}

  /// | | |
  /// | --- | --- |
  /// | n below the minimum | insufficient |
  /// | the whole interval on the good side | met |
  /// | the whole interval on the bad side | breached |
  /// | otherwise | inconclusive |
  ///
  /// @param n how many valid answers there are
  /// @param lower of the interval, in the unit of the target
  public static AttainmentStatus byInterval(
      Bound target, long n, long minimum, double lower, double upper) {
    if (n < minimum) {
      return AttainmentStatus.INSUFFICIENT;
    }
    boolean low = accepts(target, lower);
    boolean high = accepts(target, upper);
    if (low && high) {
      return AttainmentStatus.MET;
    }
    return low || high ? AttainmentStatus.INCONCLUSIVE : AttainmentStatus.BREACHED;
  }

  /// By the score as it was observed.
  public static AttainmentStatus byPoint(Bound target, long n, long minimum, double value) {
    if (n < minimum) {
      return AttainmentStatus.INSUFFICIENT;
    }
    return accepts(target, value) ? AttainmentStatus.MET : AttainmentStatus.BREACHED;
  }

  private static boolean accepts(Bound target, double value) {
    return target.accepts(java.math.BigDecimal.valueOf(value));
  }
}
