package org.customerfocus.customer.matching;

import static org.customerfocus.customer.matching.Level.CLOSE;
import static org.customerfocus.customer.matching.Level.DIFFERENT;
import static org.customerfocus.customer.matching.Level.EXACT;
import static org.customerfocus.customer.matching.Level.SIMILAR;
import static org.customerfocus.customer.matching.Level.SWAPPED;

import java.util.EnumMap;
import java.util.Map;

/// What is compared, with what is believed of each level before any data is seen: m, how often two
/// records of one party are at that level, and u, how often two records of two parties are. The
/// beliefs carry a register too small to learn from and fade as it grows.
// The collections are never written to once the constants are made.
@SuppressWarnings("ImmutableEnumChecker")
public enum MatchField {
  GIVEN_NAME(
      true,
      belief(EXACT, 0.80, 0.01, SWAPPED, 0.02, 0.0001, CLOSE, 0.07, 0.003, SIMILAR, 0.06, 0.03)),
  FAMILY_NAME(
      true,
      belief(EXACT, 0.82, 0.003, SWAPPED, 0.02, 0.0001, CLOSE, 0.07, 0.002, SIMILAR, 0.03, 0.02)),
  ORGANIZATION_NAME(true, belief(EXACT, 0.70, 0.0005, CLOSE, 0.12, 0.0005, SIMILAR, 0.12, 0.01)),
  BIRTH_DATE(false, belief(EXACT, 0.90, 0.0001, CLOSE, 0.05, 0.001, SIMILAR, 0.02, 0.01)),
  HOUSE_NUMBER(false, belief(EXACT, 0.85, 0.02, CLOSE, 0.05, 0.10)),
  STREET(
      true,
      belief(EXACT, 0.72, 0.002, SWAPPED, 0.02, 0.0001, CLOSE, 0.12, 0.001, SIMILAR, 0.06, 0.02)),
  ADDRESS_ADDITION(
      true,
      belief(EXACT, 0.72, 0.002, SWAPPED, 0.02, 0.0001, CLOSE, 0.10, 0.001, SIMILAR, 0.06, 0.02)),
  LOCALITY(true, belief(EXACT, 0.82, 0.02, CLOSE, 0.08, 0.002, SIMILAR, 0.04, 0.02)),
  POSTAL_CODE(true, belief(EXACT, 0.82, 0.005, CLOSE, 0.08, 0.01)),
  REGION(true, belief(EXACT, 0.92, 0.20, CLOSE, 0.03, 0.05)),
  EMAIL(true, belief(EXACT, 0.70, 0.00001, CLOSE, 0.05, 0.00005)),
  PHONE(true, belief(EXACT, 0.70, 0.00001, CLOSE, 0.02, 0.0001)),
  IDENTIFIER(false, belief(EXACT, 0.90, 0.000001, CLOSE, 0.04, 0.0001));

  static final int COUNT = values().length;

  private final boolean byTerm;
  private final Map<Level, double[]> beliefs;

  MatchField(boolean byTerm, Map<Level, double[]> beliefs) {
    this.byTerm = byTerm;
    this.beliefs = beliefs;
  }

  /// Its place in an array, and in a pattern of levels; nothing that is kept depends on it.
  @SuppressWarnings("EnumOrdinal")
  int place() {
    return ordinal();
  }

  /// Whether agreeing on a rare value says more than agreeing on a common one.
  boolean byTerm() {
    return byTerm;
  }

  /// Before any data: the probability of the level among pairs of one party.
  double believedM(Level level) {
    return believed(level, 0);
  }

  /// Before any data: the probability of the level among pairs of two parties.
  double believedU(Level level) {
    return believed(level, 1);
  }

  private double believed(Level level, int which) {
    double[] held = beliefs.get(level);
    return held == null ? 0 : held[which];
  }

  /// Levels with m and u each; what is left of either is the probability of [Level#DIFFERENT].
  private static Map<Level, double[]> belief(Object... triples) {
    Map<Level, double[]> beliefs = new EnumMap<>(Level.class);
    double m = 0;
    double u = 0;
    for (int i = 0; i < triples.length; i += 3) {
      double[] pair = {(double) triples[i + 1], (double) triples[i + 2]};
      beliefs.put((Level) triples[i], pair);
      m += pair[0];
      u += pair[1];
    }
    beliefs.put(DIFFERENT, new double[] {1 - m, 1 - u});
    return beliefs;
  }
}
