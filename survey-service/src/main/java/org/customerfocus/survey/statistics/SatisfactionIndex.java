package org.customerfocus.survey.statistics;

import java.util.List;

/// An index of several scale questions in the manner of the American Customer Satisfaction Index: Σ
/// wᵢ (x̄ᵢ − min) / (max − min) · 100.
///
/// @param value 0…100
/// @param standardError by the delta method; not a number when n ≤ 1
/// @param n how many answered the question that the fewest answered
public record SatisfactionIndex(double value, double standardError, double n) {

  private static final double TOLERANCE = 1e-6;

  /// One question of an index.
  ///
  /// @param weight how much it counts; the weights of an index sum to 1
  /// @param min the lowest step of its scale
  /// @param max the highest step of its scale
  public record Component(double weight, double min, double max) {

    /// Points of the index for one step of the scale.
    private double slope() {
      return weight / (max - min) * 100;
    }
  }

  /// The value alone, from means.
  ///
  /// @throws IllegalArgumentException when the weights do not sum to 1
  public static double value(List<Component> components, double... means) {
    double weights = components.stream().mapToDouble(Component::weight).sum();
    if (Math.abs(weights - 1) > TOLERANCE) {
      throw new IllegalArgumentException("The weights of an index sum to 1, not to " + weights);
    }
    double value = 0;
    for (int i = 0; i < means.length; i++) {
      value += components.get(i).slope() * (means[i] - components.get(i).min());
    }
    return value;
  }

  /// What two answers have to do with each other, of those who gave both.
  ///
  /// @param n by question and question: how many gave a valid answer to both; on the diagonal, to
  ///   the one
  /// @param values the sample covariances of their answers; not a number when n ≤ 1
  public record Covariances(long[][] n, double[][] values) {}

  /// The index of the means of all valid answers to each question. It is linear in the means, so
  /// that the delta method is exact: SE² = Σ aᵢ aⱼ Cov(x̄ᵢ, x̄ⱼ) with aᵢ = 100 wᵢ / (maxᵢ − minᵢ)
  /// and Cov(x̄ᵢ, x̄ⱼ) = nᵢⱼ / (nᵢ nⱼ) · sᵢⱼ, where nᵢⱼ answered both questions.
  ///
  /// @param means of the questions, in their order
  public static SatisfactionIndex of(
      List<Component> components, double[] means, Covariances answers) {
    double variance = 0;
    double fewest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < means.length; i++) {
      double ni = answers.n[i][i];
      fewest = Math.min(fewest, ni);
      for (int j = 0; j < means.length; j++) {
        double both = answers.n[i][j];
        variance +=
            both == 0
                ? 0
                : components.get(i).slope()
                    * components.get(j).slope()
                    * answers.values[i][j]
                    * (both / ni / answers.n[j][j]);
      }
    }
    return new SatisfactionIndex(value(components, means), Math.sqrt(variance), fewest);
  }

  /// value ± z · standard error, clipped to 0…100.
  public Interval interval(double level) {
    return Interval.around(value, Quantiles.z(level) * standardError, level).clipped(0, 100);
  }
}
