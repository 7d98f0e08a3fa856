package org.customerfocus.survey.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often the intervals hold the truth, by exact enumeration of every possible sample: no
/// simulation, so no luck. The minima stand in docs/statistics.md.
class CoverageTest {

  @ParameterizedTest(name = "Wilson, n = {0}")
  @CsvSource({"30, 0.9297", "50, 0.9105", "100, 0.9206", "300, 0.9410"})
  void wilson(int n, double minimum) {
    Coverage coverage = new Coverage();
    for (int percent = 1; percent <= 99; percent++) {
      double p = percent / 100.0;
      coverage.add(binomial(n, p, (x, truth) -> holds(Proportion.of(x, n).wilson(0.95), truth)));
    }
    coverage.assertHolds(minimum);
  }

  @ParameterizedTest(name = "adjusted Wald, n = {0}")
  @CsvSource({"30, 0.9300", "50, 0.9361", "100, 0.9416"})
  void adjustedWald(int n, double minimum) {
    Interval[][] intervals = new Interval[n + 1][n + 1];
    for (int promoters = 0; promoters <= n; promoters++) {
      for (int detractors = 0; promoters + detractors <= n; detractors++) {
        intervals[promoters][detractors] =
            Nps.of(promoters, n - promoters - detractors, detractors).adjustedWald(0.95);
      }
    }
    Coverage coverage = new Coverage();
    // Promoters and detractors each over 0.01–0.99, in steps of 0.02, with at least 0.01 passives.
    for (int promoters = 1; promoters <= 98; promoters += 2) {
      for (int detractors = 1; promoters + detractors <= 99; detractors += 2) {
        coverage.add(trinomial(n, promoters / 100.0, detractors / 100.0, intervals));
      }
    }
    coverage.assertHolds(minimum);
  }

  /// The difference of two proportions, whose truths run over 0.01–0.99 independently.
  @ParameterizedTest(name = "Newcombe, n = {0}")
  @CsvSource({"30, 0.9023", "50, 0.9204", "100, 0.9371"})
  void newcombe(int n, double minimum) {
    Interval[][] intervals = new Interval[n + 1][n + 1];
    for (int x = 0; x <= n; x++) {
      for (int y = 0; y <= n; y++) {
        intervals[x][y] = Difference.newcombe(Proportion.of(x, n), Proportion.of(y, n), 0.95);
      }
    }
    double[][] mass = new double[100][n + 1];
    for (int percent = 1; percent <= 99; percent++) {
      for (int x = 0; x <= n; x++) {
        int only = x;
        mass[percent][x] = binomial(n, percent / 100.0, (seen, truth) -> seen == only);
      }
    }
    Coverage coverage = new Coverage();
    for (int one = 1; one <= 99; one += 2) {
      for (int other = 1; other <= 99; other += 2) {
        double covered = 0;
        for (int x = 0; x <= n; x++) {
          for (int y = 0; y <= n; y++) {
            covered +=
                holds(intervals[x][y], (one - other) / 100.0) ? mass[one][x] * mass[other][y] : 0;
          }
        }
        coverage.add(covered);
      }
    }
    coverage.assertHolds(minimum);
  }

  private static boolean holds(Interval interval, double truth) {
    // A bound that equals the truth holds it, whatever the last bit says.
    return interval.lower() <= truth + 1e-12 && truth <= interval.upper() + 1e-12;
  }

  private static double binomial(int n, double p, BiPredicate<Integer, Double> holds) {
    double covered = 0;
    for (int x = 0; x <= n; x++) {
      if (holds.test(x, p)) {
        covered +=
            Math.exp(
                logFactorial(n)
                    - logFactorial(x)
                    - logFactorial(n - x)
                    + x * Math.log(p)
                    + (n - x) * Math.log1p(-p));
      }
    }
    return covered;
  }

  private static double trinomial(int n, double p, double d, Interval[][] intervals) {
    double[] factorials = new double[n + 1];
    for (int x = 0; x <= n; x++) {
      factorials[x] = logFactorial(x);
    }
    double logP = Math.log(p);
    double logD = Math.log(d);
    double logRest = Math.log(1 - p - d);
    double covered = 0;
    for (int x = 0; x <= n; x++) {
      for (int y = 0; x + y <= n; y++) {
        if (holds(intervals[x][y], p - d)) {
          int rest = n - x - y;
          covered +=
              Math.exp(
                  factorials[n]
                      - factorials[x]
                      - factorials[y]
                      - factorials[rest]
                      + x * logP
                      + y * logD
                      + rest * logRest);
        }
      }
    }
    return covered;
  }

  private static double logFactorial(int n) {
    double sum = 0;
    for (int factor = 2; factor <= n; factor++) {
      sum += Math.log(factor);
    }
    return sum;
  }

  private static final class Coverage {
    private double sum;
    private double minimum = 1;
    private int points;

    void add(double coverage) {
      sum += coverage;
      minimum = Math.min(minimum, coverage);
      points++;
    }

    void assertHolds(double expectedMinimum) {
      assertThat(sum / points).as("mean coverage").isBetween(0.94, 0.96);
      assertThat(Math.floor(minimum * 1e4) / 1e4).as("least coverage").isEqualTo(expectedMinimum);
    }
  }
}
