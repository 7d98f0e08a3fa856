package org.customerfocus.survey.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Weights that make a sample look like its population.
///
/// @param weights of one respondent of each cell, in their order; 0 for a cell without respondents
/// @param rounds how many times all margins were fitted
/// @param deviation the largest |reached − wanted| / wanted of any margin, before any trimming
/// @param trimmed how many respondents had their weight trimmed
/// @param effectiveN (Σw)² / Σw²
public record Raking(
    List<Double> weights, int rounds, double deviation, long trimmed, double effectiveN) {

  /// Respondents who are alike in all that is weighted by.
  ///
  /// @param categories one a margin
  /// @param respondents how many there are in the sample
  public record Cell(List<Integer> categories, long respondents) {}

  /// Which weights are too far from the mean weight to keep.
  ///
  /// @param least as a multiple of the mean weight
  /// @param most as a multiple of the mean weight
  public record Trimming(double least, double most) {}

  /// Iterative proportional fitting, from equal weights: each margin in turn is scaled to its
  /// population until none deviates by more than the tolerance.
  ///
  /// Weights beyond the trimming are then cut to it, and the others scaled so that the total stays.
  /// The margins are no longer met exactly; `trimmed` tells of how many.
  ///
  /// Source: W. E. Deming, F. F. Stephan, On a least squares adjustment of a sampled frequency
  /// table, Annals of Mathematical Statistics 11 (1940), 427–444.
  ///
  /// @param margins how many of the population are in each category, one array a margin; all of one
  ///   sum
  /// @param tolerance relative, e.g. 1e-6
  /// @throws IllegalArgumentException when the population has somebody where the sample has nobody,
  ///   or the margins cannot be met together
  public static Raking of(
      List<Cell> cells,
      List<double[]> margins,
      double tolerance,
      int mostRounds,
      @Nullable Trimming trimming) {
    double[] weights = new double[cells.size()];
    Arrays.setAll(weights, i -> cells.get(i).respondents() > 0 ? 1 : 0);
    for (int round = 1; round <= mostRounds; round++) {
      for (int margin = 0; margin < margins.size(); margin++) {
        fit(weights, cells, margin, margins.get(margin));
      }
      double deviation = deviation(weights, cells, margins);
      if (deviation <= tolerance) {
        long trimmed = trimming == null ? 0 : trim(weights, cells, trimming);
        return new Raking(
            Arrays.stream(weights).boxed().toList(),
            round,
            deviation,
            trimmed,
            effectiveN(weights, cells));
      }
    }
    throw new IllegalArgumentException(
        "The margins are not met within %d rounds: they contradict each other, or the sample lacks"
                .formatted(mostRounds)
            + " combinations of them");
  }

  /// Post-stratification: raking by one margin, which is met at once. The weight of stratum h is Nₕ
  /// / nₕ.
  ///
  /// @throws IllegalArgumentException when a stratum has a population and no respondents
  public static Raking postStratified(
      long[] respondents, double[] population, @Nullable Trimming trimming) {
    List<Cell> cells =
        IntStream.range(0, respondents.length)
            .mapToObj(stratum -> new Cell(List.of(stratum), respondents[stratum]))
            .toList();
    return of(cells, List.of(population), 1e-9, 1, trimming);
  }

  private static void fit(double[] weights, List<Cell> cells, int margin, double[] wanted) {
    double[] reached = totals(weights, cells, margin, wanted.length);
    for (int category = 0; category < wanted.length; category++) {
      if (wanted[category] > 0 && reached[category] == 0) {
        throw new IllegalArgumentException(
            "Nobody of category %d of margin %d is in the sample".formatted(category, margin));
      }
    }
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        int category = cells.get(i).categories().get(margin);
        weights[i] *= wanted[category] / reached[category];
      }
    }
  }

  private static double[] totals(double[] weights, List<Cell> cells, int margin, int categories) {
    double[] totals = new double[categories];
    for (int i = 0; i < weights.length; i++) {
      Cell cell = cells.get(i);
      totals[cell.categories().get(margin)] += weights[i] * cell.respondents();
    }
    return totals;
  }

  private static double deviation(double[] weights, List<Cell> cells, List<double[]> margins) {
    double largest = 0;
    for (int margin = 0; margin < margins.size(); margin++) {
      double[] wanted = margins.get(margin);
      double[] reached = totals(weights, cells, margin, wanted.length);
      for (int category = 0; category < wanted.length; category++) {
        double off = Math.abs(reached[category] - wanted[category]);
        largest = Math.max(largest, wanted[category] > 0 ? off / wanted[category] : off);
      }
    }
    return largest;
  }

  private static long trim(double[] weights, List<Cell> cells, Trimming trimming) {
    double total = total(weights, cells);
    double respondents = cells.stream().mapToLong(Cell::respondents).sum();
    double least = trimming.least() * total / respondents;
    double most = trimming.most() * total / respondents;
    boolean[] cut = new boolean[weights.length];
    boolean found = true;
    // Scaling the others may carry them over a bound in their turn.
    while (found) {
      found = false;
      double kept = 0;
      double fixed = 0;
      for (int i = 0; i < weights.length; i++) {
        double bounded = Math.clamp(weights[i], least, most);
        if (weights[i] > 0 && !cut[i] && bounded != weights[i]) {
          weights[i] = bounded;
          cut[i] = true;
          found = true;
        }
        double mass = weights[i] * cells.get(i).respondents();
        kept += cut[i] ? 0 : mass;
        fixed += cut[i] ? mass : 0;
      }
      if (kept > 0) {
        for (int i = 0; i < weights.length; i++) {
          weights[i] *= cut[i] ? 1 : (total - fixed) / kept;
        }
      }
    }
    long trimmed = 0;
    for (int i = 0; i < cut.length; i++) {
      trimmed += cut[i] ? cells.get(i).respondents() : 0;
    }
    return trimmed;
  }

  private static double total(double[] weights, List<Cell> cells) {
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      total += weights[i] * cells.get(i).respondents();
    }
    return total;
  }

  private static double effectiveN(double[] weights, List<Cell> cells) {
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      squares += weights[i] * weights[i] * cells.get(i).respondents();
    }
    return Distribution.effectiveSize(total(weights, cells), squares);
  }
}
