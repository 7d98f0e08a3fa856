package org.customerfocus.agreement.attainment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// The share of a promise that was kept, as an exact fraction `part / base` of whole numbers.
///
/// | effect | part | base |
/// | --- | --- | --- |
/// | excuse | good + excluded | total − unknown |
/// | remove | good | total − excluded − unknown |
///
/// Unknown that counts as good joins both part and base; unknown that counts as bad joins the base.
public record Attainment(long part, long base) {

  public Attainment {
    if (part < 0 || part > base) {
      throw new IllegalArgumentException("Not a share: " + part + " of " + base);
    }
  }

  /// The attainment of a tally under the rules that an agreement version has fixed.
  public static Attainment of(Tally tally, ExclusionEffect effect, UnknownAs unknownAs) {
    long part =
        switch (effect) {
          case EXCUSE -> Math.addExact(tally.good(), tally.excluded());
          case REMOVE -> tally.good();
        };
    long base = Math.addExact(part, tally.bad());
    return switch (unknownAs) {
      case LEAVE -> new Attainment(part, base);
      case GOOD ->
          new Attainment(
              Math.addExact(part, tally.unknown()), Math.addExact(base, tally.unknown()));
      case BAD -> new Attainment(part, Math.addExact(base, tally.unknown()));
    };
  }

  /// The fraction as a decimal between 0 and 1 without trailing zeros: exact wherever it ends
  /// within 34 significant digits, else rounded half-even there. Absent where the base is empty.
  ///
  /// For showing only: [#status] compares the fraction itself.
  public Optional<BigDecimal> value() {
    if (base == 0) {
      return Optional.empty();
    }
    BigDecimal quotient =
        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(base), MathContext.DECIMAL128);
    return Optional.of(part == 0 ? BigDecimal.ZERO : quotient.stripTrailingZeros());
  }

  /// Whether the target was met, decided on the unrounded fraction; an empty base is insufficient.
  public AttainmentStatus status(Bound target) {
    if (base == 0) {
      return AttainmentStatus.INSUFFICIENT;
    }
    return target.accepts(part, base) ? AttainmentStatus.MET : AttainmentStatus.BREACHED;
  }
}
