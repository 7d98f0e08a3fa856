package org.customerfocus.customer.matching;

import java.util.Map;
import java.util.Set;

/// The EM of one blocking pass: two classes of pairs, conditionally independent fields, u given.
///
/// - E: the posterior of a pattern g with levels γ: `p = λ Πm(γ) / (λ Πm(γ) + (1 − λ) Πu(γ))`, a
///   missing value counting as 1
/// - M: `m(level) ∝ Σ p` over the pairs at that level, `λ = Σ p / pairs` (Winkler 1988), with
///   beliefs as a Dirichlet prior so that a pass without matches learns nothing wrong
///
/// @param matched the expected number of matches at each level of each field
record Expectation(double[][] matched) {

  private static final int ROUNDS = 60;
  private static final double ENOUGH = 1e-6;
  private static final double BELIEF = 10;

  static Expectation maximize(BlockingPass pass, Map<Long, Integer> patterns, double[][] u) {
    Set<MatchField> used = pass.uses();
    long[] agreements = patterns.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    double[][] m = new double[MatchField.COUNT][Level.COUNT];
    for (MatchField field : MatchField.values()) {
      for (Level level : Level.values()) {
        m[field.place()][level.place()] = field.believedM(level);
      }
    }
    double share = 0.1;
    double[][] matched = new double[MatchField.COUNT][Level.COUNT];
    for (int round = 0; round < ROUNDS; round++) {
      matched = new double[MatchField.COUNT][Level.COUNT];
      double matches = 0;
      double pairs = 0;
      for (long agreement : agreements) {
        int count = patterns.getOrDefault(agreement, 0);
        double p = posterior(agreement, used, m, u, share);
        matches += p * count;
        pairs += count;
        for (MatchField field : MatchField.values()) {
          matched[field.place()][Agreement.level(agreement, field).place()] += p * count;
        }
      }
      double next = (matches + 0.1) / (pairs + 1);
      for (MatchField field : MatchField.values()) {
        normalize(field, matched[field.place()], m[field.place()]);
      }
      boolean settled = Math.abs(next - share) < ENOUGH;
      share = next;
      if (settled) {
        break;
      }
    }
    return new Expectation(matched);
  }

  private static double posterior(
      long agreement, Set<MatchField> used, double[][] m, double[][] u, double share) {
    double odds = share / (1 - share);
    for (MatchField field : MatchField.values()) {
      int level = Agreement.level(agreement, field).place();
      if (level != Level.MISSING.place() && !used.contains(field)) {
        odds *= m[field.place()][level] / u[field.place()][level];
      }
    }
    return odds / (1 + odds);
  }

  private static void normalize(MatchField field, double[] matched, double[] m) {
    double total = BELIEF;
    for (Level level : Level.values()) {
      total += level == Level.MISSING ? 0 : matched[level.place()];
    }
    for (Level level : Level.values()) {
      int i = level.place();
      m[i] =
          level == Level.MISSING
              ? 0
              : Math.max(1e-7, (matched[i] + BELIEF * field.believedM(level)) / total);
    }
  }
}
