package org.customerfocus.survey.statistics;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/// How the valid answers to a scale question are distributed: the one input of every score.
///
/// Unweighted, `masses` are counts and `size` is their sum. Weighted, `masses` are sums of weights
/// and `size` is the effective number of answers, which takes the place of n in every interval.
/// Non-answers are not in here, so that no score can see them.
///
/// @param masses count or sum of weights for each scale value
/// @param size n, or the effective n
public record Distribution(SortedMap<Integer, Double> masses, double size) {

  /// The distribution of plainly counted answers.
  public static Distribution ofCounts(Map<Integer, ? extends Number> counts) {
    SortedMap<Integer, Double> masses = new TreeMap<>();
    counts.forEach((value, count) -> masses.put(value, count.doubleValue()));
    return new Distribution(masses, total(masses.values()));
  }

  /// The distribution of weighted answers.
  ///
  /// @param weights sum of the weights for each scale value
  /// @param squaredWeights sum of the squared weights over all answers
  public static Distribution ofWeights(
      Map<Integer, ? extends Number> weights, double squaredWeights) {
    Distribution plain = ofCounts(weights);
    return new Distribution(plain.masses, effectiveSize(plain.size, squaredWeights));
  }

  /// Kish's effective sample size (Σw)² / Σw²; 0 where there are no weights.
  ///
  /// Source: L. Kish, Survey Sampling (1965), section 11.7.
  public static double effectiveSize(double weights, double squaredWeights) {
    return squaredWeights == 0 ? 0 : weights * weights / squaredWeights;
  }

  /// Whether there is no valid answer at all, so that no score exists.
  public boolean isEmpty() {
    return total(masses.values()) == 0;
  }

  /// The share (0…1) of the answers whose value satisfies the condition.
  public double share(IntPredicate condition) {
    double matching = 0;
    for (var entry : masses.entrySet()) {
      if (condition.test(entry.getKey())) {
        matching += entry.getValue();
      }
    }
    return matching / total(masses.values());
  }

  /// Mean and sample variance, the latter with `size − 1` in its denominator.
  public Mean mean() {
    double total = total(masses.values());
    double mean = 0;
    for (var entry : masses.entrySet()) {
      mean += entry.getKey() * entry.getValue() / total;
    }
    double spread = 0;
    for (var entry : masses.entrySet()) {
      double deviation = entry.getKey() - mean;
      spread += deviation * deviation * entry.getValue() / total;
    }
    return new Mean(mean, size > 1 ? spread * size / (size - 1) : Double.NaN, size);
  }

  private static double total(Collection<Double> masses) {
    return masses.stream().mapToDouble(Double::doubleValue).sum();
  }
}
