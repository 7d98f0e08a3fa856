package org.customerfocus.survey.statistics;

/// Shares of R² by Lindeman, Merenda and Gold, which are Shapley values: what an item adds to R²,
/// averaged over all orders in which the items can enter the model.
///
///     shareⱼ = Σ over S without j: |S|! (p − |S| − 1)! / p! · (R²(S ∪ j) − R²(S))
///
/// Exact: R² of all 2ᵖ subsets is found by walking them as a tree, where a subset is its parent with
/// one later item swept in (one step of Cholesky's decomposition). What is swept is only what can
/// still follow, so that the walk costs about 3 · 2ᵖ steps, and not p³ · 2ᵖ.
///
/// Source: R. H. Lindeman, P. F. Merenda, R. Z. Gold, Introduction to Bivariate and Multivariate
/// Analysis (1980); U. Grömping, Relative importance for linear regression in R, Journal of
/// Statistical Software 17 (2006).
final class Lmg {

  /// More would take more memory than one answer may.
  static final int MOST_ITEMS = 20;

  /// What is left of an item's variance when the others tell it as well.
  private static final double COLLINEAR = 1e-10;

  private final int items;
  private final double[] r2;
  private final double[][] residuals;

  /// @param items how many, at most [#MOST_ITEMS]
  Lmg(int items) {
    this.items = items;
    r2 = new double[1 << items];
    residuals = new double[items + 1][(items + 1) * (items + 1)];
  }

  /// @param correlations of the items, the outcome last
  /// @return the share of each item; they sum to R²
  double[] shares(double[][] correlations) {
    int width = items + 1;
    for (int i = 0; i < width; i++) {
      System.arraycopy(correlations[i], 0, residuals[0], i * width, width);
    }
    walk(0, 0, 0);
    double[] weights = weights();
    double[] shares = new double[items];
    for (int set = 0; set < r2.length; set++) {
      double weight = weights[Integer.bitCount(set)];
      double without = r2[set];
      for (int rest = (r2.length - 1) & ~set; rest != 0; rest &= rest - 1) {
        int item = rest & -rest;
        shares[Integer.numberOfTrailingZeros(item)] += weight * (r2[set | item] - without);
      }
    }
    return shares;
  }

  /// @param depth how many items are in the set; what they leave is in `residuals[depth]`
  /// @param first the first item that may still be added
  private void walk(int depth, int first, int set) {
    int width = items + 1;
    double[] before = residuals[depth];
    r2[set] = 1 - before[width * width - 1];
    for (int item = first; item < items; item++) {
      double[] after = residuals[depth + 1];
      double pivot = before[item * width + item];
      boolean adds = pivot > COLLINEAR;
      for (int i = item + 1; i < width; i++) {
        double factor = adds ? before[item * width + i] / pivot : 0;
        for (int j = i; j < width; j++) {
          after[i * width + j] = before[i * width + j] - factor * before[item * width + j];
        }
      }
      walk(depth + 1, item + 1, set | 1 << item);
    }
  }

  /// |S|! (p − |S| − 1)! / p! by |S|.
  private double[] weights() {
    double[] weights = new double[items + 1];
    weights[0] = 1.0 / items;
    for (int size = 1; size < items; size++) {
      weights[size] = weights[size - 1] * size / (items - size);
    }
    return weights;
  }
}
