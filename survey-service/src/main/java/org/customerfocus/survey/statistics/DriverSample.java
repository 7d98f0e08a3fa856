package org.customerfocus.survey.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The complete answers to some items and an outcome, reduced as they come to at most
/// [#MOST_GROUPS] random groups of respondents: enough to draw samples from again, and little
/// enough to hold, however many respond.
public final class DriverSample {

  /// Up to so many respondents each is a group of its own.
  static final int MOST_GROUPS = 1000;

  // The same answers have the same intervals, whoever asks and however often.
  private static final long SEED = 20000726;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<CrossProducts> groups = new ArrayList<>();
  private final int variables;
  private long n;

  /// @param items how many
  public DriverSample(int items) {
    variables = items + 1;
  }

  /// Adds one respondent's answers to the items, then that to the outcome.
  public void add(double... answers) {
    n++;
    if (groups.size() < MOST_GROUPS) {
      groups.add(new CrossProducts(variables));
      groups.getLast().add(answers);
    } else {
      groups.get(random.nextInt(MOST_GROUPS)).add(answers);
    }
  }

  /// How many respondents.
  public long n() {
    return n;
  }

  int items() {
    return variables - 1;
  }

  double @Nullable [][] correlations() {
    CrossProducts all = new CrossProducts(variables);
    groups.forEach(group -> all.add(group, 1));
    return all.correlations();
  }

  /// Correlations of the groups drawn again with replacement, or null where an answer does not vary
  /// in them.
  double @Nullable [][] resampled(SplittableRandom draws) {
    CrossProducts drawn = new CrossProducts(variables);
    int[] times = new int[groups.size()];
    for (int i = 0; i < times.length; i++) {
      times[draws.nextInt(times.length)]++;
    }
    for (int i = 0; i < times.length; i++) {
      if (times[i] > 0) {
        drawn.add(groups.get(i), times[i]);
      }
    }
    return drawn.correlations();
  }
}
