package org.customerfocus.agreement.attainment;

/// How much fell into each class: events, or microseconds of time. No amount is negative.
///
/// Every time that is stored is a whole number of microseconds, and so each of their sums is exact.
/// It has room for 292,000 years of all things together; a count that is read as a binary floating
/// point number, as in JavaScript, for 285.
public record Tally(long good, long bad, long excluded, long unknown) {

  public static final Tally NONE = new Tally(0, 0, 0, 0);

  public Tally {
    if (good < 0 || bad < 0 || excluded < 0 || unknown < 0) {
      throw new IllegalArgumentException("An amount below 0");
    }
  }

  /// total = good + bad + excluded + unknown.
  ///
  /// @throws ArithmeticException above 2⁶³ − 1
  public long total() {
    return Math.addExact(Math.addExact(good, bad), Math.addExact(excluded, unknown));
  }

  /// This tally with that amount more in one class.
  public Tally plus(AttainmentClass to, long amount) {
    return switch (to) {
      case GOOD -> new Tally(Math.addExact(good, amount), bad, excluded, unknown);
      case BAD -> new Tally(good, Math.addExact(bad, amount), excluded, unknown);
      case EXCLUDED -> new Tally(good, bad, Math.addExact(excluded, amount), unknown);
      case UNKNOWN -> new Tally(good, bad, excluded, Math.addExact(unknown, amount));
    };
  }

  /// Both together, class by class.
  public Tally plus(Tally other) {
    return new Tally(
        Math.addExact(good, other.good),
        Math.addExact(bad, other.bad),
        Math.addExact(excluded, other.excluded),
        Math.addExact(unknown, other.unknown));
  }
}
