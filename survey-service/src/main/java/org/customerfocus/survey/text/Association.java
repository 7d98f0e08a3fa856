package org.customerfocus.survey.text;

/// How surely two things come together.
final class Association {

  private Association() {}

  /// The log-likelihood ratio G² of the 2 × 2 table of texts that hold one, the other, both or
  /// none, 0 where they come together no more often than by chance.
  ///
  ///     G² = 2 Σ k ln(k / E), E the count expected were they independent
  ///
  /// Source: T. Dunning, Accurate methods for the statistics of surprise and coincidence,
  /// Computational Linguistics 19 (1993).
  ///
  /// @param both texts that hold both
  /// @param one texts that hold the one, with or without the other
  /// @param two texts that hold the other
  /// @param all texts
  static double ratio(double both, double one, double two, double all) {
    if (both * all <= one * two) {
      return 0;
    }
    return 2
        * (part(both, one * two / all)
            + part(one - both, one * (all - two) / all)
            + part(two - both, two * (all - one) / all)
            + part(all - one - two + both, (all - one) * (all - two) / all));
  }

  private static double part(double count, double expected) {
    return count <= 0 || expected <= 0 ? 0 : count * Math.log(count / expected);
  }
}
