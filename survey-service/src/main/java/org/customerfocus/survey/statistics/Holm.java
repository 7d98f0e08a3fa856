package org.customerfocus.survey.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Many comparisons at once: the chance of any false alarm among them is kept at the level of one.
public final class Holm {

  private Holm() {}

  /// Adjusted p values, in the order given: of the m values in ascending order, the k-th (from 0)
  /// becomes the largest of (m − i) · pᵢ over i ≤ k, at most 1. Whatever is not a number stays so
  /// and counts as no comparison.
  ///
  /// Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal
  /// of Statistics 6 (1979), 65–70.
  public static double[] adjust(double... pValues) {
    double[] adjusted = pValues.clone();
    int[] ascending =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double largest = 0;
    for (int k = 0; k < ascending.length; k++) {
      double raised = (ascending.length - k) * pValues[ascending[k]];
      largest = Math.max(largest, Math.min(1, raised));
      adjusted[ascending[k]] = largest;
    }
    return adjusted;
  }
}
