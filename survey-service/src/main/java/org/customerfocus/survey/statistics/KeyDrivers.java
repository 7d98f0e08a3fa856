package org.customerfocus.survey.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// How much of the variance of an outcome each item explains, in a linear model of all of them.
///
/// @param n respondents who answered all of it
/// @param rSquared the share of the outcome's variance that all items explain together
/// @param drivers the shares of each item, in the order of the items; both kinds sum to `rSquared`
/// @param resamples how often the respondents were drawn again for the intervals of R² and of the
///   relative weights
/// @param lmgResamples the same for the intervals of LMG's shares: 0 where they would take too
///   long, and there are none
public record KeyDrivers(
    long n, Estimate rSquared, List<Driver> drivers, int resamples, int lmgResamples) {

  private static final int RESAMPLES = 500;
  private static final int FEWEST_RESAMPLES = 100;
  private static final long SEED = 19800526;

  /// How many additions LMG's bootstrap may take: about half a second.
  private static final long LMG_BUDGET = 200_000_000;

  /// A share with its bootstrap interval, from the percentiles.
  public record Estimate(double value, @Nullable Interval interval) {}

  /// One item.
  public record Driver(Estimate lmg, Estimate relativeWeight) {}

  /// @param level of the intervals
  /// @return null where the answers cannot tell: some never vary, or there are fewer respondents
  ///   than a model of so many items needs
  /// @throws IllegalArgumentException when there are more than 20 items
  public static @Nullable KeyDrivers of(DriverSample sample, double level) {
    int items = sample.items();
    if (items > Lmg.MOST_ITEMS) {
      throw new IllegalArgumentException("At most %d items".formatted(Lmg.MOST_ITEMS));
    }
    double[][] correlations = sample.n() > items + 1 ? sample.correlations() : null;
    if (correlations == null) {
      return null;
    }
    Lmg lmg = new Lmg(items);
    double[] shares = lmg.shares(correlations);
    double[] weights = RelativeWeights.of(correlations);
    int lmgResamples = lmgResamples(items);
    List<double[]> resampledShares = new ArrayList<>();
    List<double[]> resampledWeights = new ArrayList<>();
    SplittableRandom draws = new SplittableRandom(SEED);
    for (int i = 0; i < RESAMPLES; i++) {
      double[][] drawn = sample.resampled(draws);
      if (drawn != null) {
        resampledWeights.add(RelativeWeights.of(drawn));
        if (resampledShares.size() < lmgResamples) {
          resampledShares.add(lmg.shares(drawn));
        }
      }
    }
    List<Driver> drivers = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      int item = i;
      drivers.add(
          new Driver(
              new Estimate(
                  shares[i],
                  percentiles(
                      resampledShares.stream().mapToDouble(each -> each[item]).toArray(), level)),
              new Estimate(
                  weights[i],
                  percentiles(
                      resampledWeights.stream().mapToDouble(each -> each[item]).toArray(),
                      level))));
    }
    Interval whole =
        percentiles(
            resampledWeights.stream().mapToDouble(each -> Arrays.stream(each).sum()).toArray(),
            level);
    return new KeyDrivers(
        sample.n(),
        new Estimate(Arrays.stream(shares).sum(), whole),
        drivers,
        resampledWeights.size(),
        resampledShares.size());
  }

  /// As many as the budget allows, none when that is too few to tell an interval.
  private static int lmgResamples(int items) {
    long each = (long) Math.max(items, 1) << items;
    int affordable = (int) Math.min(RESAMPLES, LMG_BUDGET / each);
    return affordable < FEWEST_RESAMPLES ? 0 : affordable;
  }

  /// The middle of the values that holds the level's share of them; null when they are too few.
  private static @Nullable Interval percentiles(double[] values, double level) {
    if (values.length < FEWEST_RESAMPLES) {
      return null;
    }
    Arrays.sort(values);
    return new Interval(
        level, quantile(values, (1 - level) / 2), quantile(values, 1 - (1 - level) / 2));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
