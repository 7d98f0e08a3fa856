package org.customerfocus.survey.statistics;

import java.util.List;

/// An index of several scale questions in the manner of the American Customer Satisfaction Index: Σ
/// wᵢ (x̄ᵢ − min) / (max − min) · 100.
///
/// @param value 0…100
/// @param standardError by the delta method; not a number when n ≤ 1
/// @param n respondents who answered all the questions
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

  /// The index of respondents who answered all its questions. It is linear in the means, so that
  /// the delta method is exact: SE² = a′Sa / n with aᵢ = 100 wᵢ / (maxᵢ − minᵢ) and S the sample
  /// covariances.
  public static SatisfactionIndex of(List<Component> components, CrossProducts answers) {
    int count = components.size();
    double[] means = new double[count];
    double variance = 0;
    for (int i = 0; i < count; i++) {
      means[i] = answers.mean(i);
      for (int j = 0; j < count; j++) {
        variance +=
            components.get(i).slope() * components.get(j).slope() * answers.covariance(i, j);
      }
    }
    return new SatisfactionIndex(
        value(components, means), Math.sqrt(variance / answers.n()), answers.n());
  }

  /// value ± z · standard error, clipped to 0…100.
  public Interval interval(double level) {
    return Interval.around(value, Quantiles.z(level) * standardError, level).clipped(0, 100);
  }
}
