package org.customerfocus.survey.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;

/// Gaps between what was perceived and what was expected.
///
/// A gap is perception − expectation: above 0 expectations were exceeded. A respondent's gap of a
/// dimension is the mean over its complete pairs, and all dimensions together are weighted by the
/// 100 points that the respondent spread over them: Σ pointsᵢ · gapᵢ / Σ pointsᵢ. So each figure is
/// the mean of one number a respondent, and its interval and its test are those of paired answers
/// ([Mean#interval], [Mean#pValue]).
///
/// Source: A. Parasuraman, V. A. Zeithaml, L. L. Berry, SERVQUAL, Journal of Retailing 64 (1988),
/// 12–40: 22 pairs on 7 points in 5 dimensions, and 100 points that each respondent spreads over
/// them.
public final class Servqual {

  private Servqual() {}

  /// Respondents with equally many complete pairs in a dimension.
  ///
  /// @param pairs how many are complete, 1 and more
  /// @param respondents how many there are
  /// @param sum Σ s, where s is the sum of a respondent's gaps
  /// @param squares Σ s²
  public record Counted(int pairs, long respondents, BigDecimal sum, BigDecimal squares) {}

  /// The mean gap of one dimension, over the respondents with a complete pair in it: each of them
  /// counts s / pairs.
  public static Mean gap(Collection<Counted> counted) {
    long n = 0;
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (Counted each : counted) {
      BigDecimal pairs = BigDecimal.valueOf(each.pairs());
      n += each.respondents();
      sum = sum.add(each.sum().divide(pairs, MathContext.DECIMAL128));
      squares = squares.add(each.squares().divide(pairs.multiply(pairs), MathContext.DECIMAL128));
    }
    return Mean.ofSums(n, sum, squares);
  }
}
