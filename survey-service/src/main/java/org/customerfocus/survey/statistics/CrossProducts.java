package org.customerfocus.survey.statistics;

import org.jspecify.annotations.Nullable;

/// What the answers of respondents to several questions reduce to: how many there are, their sums
/// and the sums of the products of each two. Means, covariances and correlations follow, and the
/// answers themselves are not needed any more. Sums of whole numbers stay exact up to 2⁵³.
public final class CrossProducts {

  private final int variables;
  private long n;
  private final double[] sums;
  private final double[] products;

  /// @param variables how many questions
  public CrossProducts(int variables) {
    this.variables = variables;
    sums = new double[variables];
    products = new double[variables * variables];
  }

  /// Adds one respondent's answers, in the order of the questions.
  public void add(double... answers) {
    n++;
    for (int i = 0; i < variables; i++) {
      sums[i] += answers[i];
      for (int j = i; j < variables; j++) {
        products[i * variables + j] += answers[i] * answers[j];
      }
    }
  }

  /// Adds what others have reduced to, as often as said.
  void add(CrossProducts other, int times) {
    n += other.n * times;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += times * other.sums[i];
    }
    for (int i = 0; i < products.length; i++) {
      products[i] += times * other.products[i];
    }
  }

  int variables() {
    return variables;
  }

  /// How many respondents.
  public long n() {
    return n;
  }

  double mean(int variable) {
    return sums[variable] / n;
  }

  /// The sample covariance, over n − 1.
  double covariance(int one, int other) {
    int i = Math.min(one, other);
    int j = Math.max(one, other);
    return (products[i * variables + j] - sums[i] * sums[j] / n) / (n - 1);
  }

  /// The correlations of each two, or null where an answer never varies.
  double @Nullable [][] correlations() {
    double[] deviations = new double[variables];
    for (int i = 0; i < variables; i++) {
      deviations[i] = Math.sqrt(covariance(i, i));
      if (!(deviations[i] > 1e-9 * Math.abs(mean(i)))) {
        return null;
      }
    }
    double[][] correlations = new double[variables][variables];
    for (int i = 0; i < variables; i++) {
      for (int j = 0; j < variables; j++) {
        correlations[i][j] = i == j ? 1 : covariance(i, j) / (deviations[i] * deviations[j]);
      }
    }
    return correlations;
  }
}
