package org.customerfocus.survey.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.customerfocus.survey.statistics.ImportancePerformance.Quadrant;
import org.customerfocus.survey.statistics.RoleComposite.RoleScore;
import org.customerfocus.survey.statistics.SatisfactionIndex.Component;
import org.junit.jupiter.api.Test;

class ModelsTest {

  @Property
  void sharesSumToTheWholeAndFollowTheDefinition(
      @ForAll @IntRange(min = 1, max = 5) int items, @ForAll long seed) {
    DriverSample sample = random(items, 60, seed);
    double[][] correlations = Objects.requireNonNull(sample.correlations());

    double[] shares = new Lmg(items).shares(correlations);
    double[] weights = RelativeWeights.of(correlations);

    double[] expected = new double[items];
    permute(new int[items], 0, 0, correlations, expected);
    double orders = 1;
    for (int i = 2; i <= items; i++) {
      orders *= i;
    }
    double whole = rSquared(correlations, (1 << items) - 1);
    for (int i = 0; i < items; i++) {
      assertThat(shares[i]).isCloseTo(expected[i] / orders, within(1e-9));
      assertThat(weights[i]).isGreaterThanOrEqualTo(-1e-12);
    }
    assertThat(Arrays.stream(shares).sum()).isCloseTo(whole, within(1e-9));
    assertThat(Arrays.stream(weights).sum()).isCloseTo(whole, within(1e-9));
  }

  @Test
  void itemsThatSayTheSameShareWhatTheyExplain() {
    DriverSample sample = new DriverSample(3);
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      double cause = random.nextInt(5);
      sample.add(cause, cause, random.nextInt(5), cause + random.nextInt(3));
    }

    KeyDrivers drivers = Objects.requireNonNull(KeyDrivers.of(sample, 0.95));

    double first = drivers.drivers().get(0).lmg().value();
    assertThat(drivers.drivers().get(1).lmg().value()).isCloseTo(first, within(1e-9));
    assertThat(drivers.drivers().get(1).relativeWeight().value()).isCloseTo(first, within(0.01));
    assertThat(drivers.drivers().get(2).lmg().value()).isLessThan(0.05);
    assertThat(2 * first).isBetween(0.6, 0.9);
  }

  @Test
  void theBootstrapHoldsTheValuesAndRepeatsItself() {
    DriverSample sample = random(4, 5000, 42);

    KeyDrivers drivers = Objects.requireNonNull(KeyDrivers.of(sample, 0.95));

    for (KeyDrivers.Driver driver : drivers.drivers()) {
      Interval lmg = Objects.requireNonNull(driver.lmg().interval());
      Interval weight = Objects.requireNonNull(driver.relativeWeight().interval());
      assertThat(driver.lmg().value()).isBetween(lmg.lower(), lmg.upper());
      assertThat(driver.relativeWeight().value()).isBetween(weight.lower(), weight.upper());
      assertThat(lmg.upper() - lmg.lower()).isBetween(0.001, 0.1);
    }
    assertThat(drivers.resamples()).isEqualTo(500);
    assertThat(drivers.lmgResamples()).isEqualTo(500);
    assertThat(KeyDrivers.of(sample, 0.95)).isEqualTo(drivers);
  }

  /// One item alone: R² is r², whose standard error is known: 2r(1 − r²) / √n.
  @Test
  void theBootstrapIsAsWideAsTheory() {
    DriverSample sample = new DriverSample(1);
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      double cause = random.nextGaussian();
      sample.add(cause, cause + random.nextGaussian());
    }

    KeyDrivers drivers = Objects.requireNonNull(KeyDrivers.of(sample, 0.95));

    Interval interval = Objects.requireNonNull(drivers.rSquared().interval());
    double r = Math.sqrt(drivers.rSquared().value());
    double theory = 2 * 1.96 * 2 * r * (1 - r * r) / Math.sqrt(20_000);
    assertThat((interval.upper() - interval.lower()) / theory).isBetween(0.85, 1.15);
  }

  @Test
  void twentyItemsAreExactAndSayThatTheirIntervalsAreNotMade() {
    DriverSample sample = random(20, 2000, 11);

    KeyDrivers drivers = Objects.requireNonNull(KeyDrivers.of(sample, 0.95));

    assertThat(drivers.lmgResamples()).isZero();
    assertThat(drivers.drivers()).allMatch(driver -> driver.lmg().interval() == null);
    assertThat(drivers.drivers()).allMatch(driver -> driver.relativeWeight().interval() != null);
    assertThat(drivers.drivers().stream().mapToDouble(driver -> driver.lmg().value()).sum())
        .isCloseTo(
            drivers.drivers().stream().mapToDouble(each -> each.relativeWeight().value()).sum(),
            within(1e-9));
    assertThatThrownBy(() -> KeyDrivers.of(new DriverSample(21), 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsToldWhereAnswersNeverVary() {
    DriverSample constant = new DriverSample(2);
    DriverSample few = new DriverSample(2);
    for (int i = 0; i < 20; i++) {
      constant.add(i % 5, 3, i % 3);
    }
    few.add(1, 2, 3);
    few.add(2, 1, 3);

    assertThat(KeyDrivers.of(constant, 0.95)).isNull();
    assertThat(KeyDrivers.of(few, 0.95)).isNull();
  }

  @Test
  void quadrantsAreSplitAtTheGrandMeans() {
    var found =
        ImportancePerformance.of(new double[] {0.4, 0.3, 0.05, 0.05}, new double[] {3, 5, 3, 5});

    assertThat(found.importanceMean()).isCloseTo(0.2, within(1e-12));
    assertThat(found.performanceMean()).isEqualTo(4);
    assertThat(found.quadrants())
        .containsExactly(
            Quadrant.CONCENTRATE_HERE,
            Quadrant.KEEP_UP,
            Quadrant.LOW_PRIORITY,
            Quadrant.POSSIBLE_OVERKILL);
  }

  @Test
  void holmsCorrection() {
    assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
        .containsExactly(0.03, 0.06, 0.06, 0.02);
    assertThat(Holm.adjust(0.9, Double.NaN, 0.8)[1]).isNaN();
    assertThat(Holm.adjust(0.9, Double.NaN, 0.8)[0]).isEqualTo(1);
  }

  @Property
  void holmNeverLowersAndKeepsTheOrder(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] given = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] adjusted = Holm.adjust(given);

    for (int i = 0; i < given.length; i++) {
      assertThat(adjusted[i]).isBetween(given[i], 1.0);
      for (int j = 0; j < given.length; j++) {
        assertThat(given[i] < given[j] && adjusted[i] > adjusted[j]).isFalse();
      }
    }
  }

  /// Pearson's own worked example of a fourfold table is too old; this one is of the handbook
  /// formula n(ad − bc)² / ((a+b)(c+d)(a+c)(b+d)).
  @Property
  void fourfoldTables(
      @ForAll @LongRange(min = 1, max = 500) long a,
      @ForAll @LongRange(min = 1, max = 500) long b,
      @ForAll @LongRange(min = 1, max = 500) long c,
      @ForAll @LongRange(min = 1, max = 500) long d) {
    CrossTable table = Objects.requireNonNull(CrossTable.of(new long[][] {{a, b}, {c, d}, {0, 0}}));

    double n = a + b + c + d;
    double cross = (double) a * d - (double) b * c;
    double expected = n * cross * cross / ((double) (a + b) * (c + d) * (a + c) * (b + d));
    assertThat(table.chiSquare()).isCloseTo(expected, within(1e-7 * Math.max(1, expected)));
    assertThat(table.degreesOfFreedom()).isEqualTo(1);
    assertThat(table.cramersV()).isCloseTo(Math.sqrt(expected / n), within(1e-9));
    assertThat(table.pValue()).isBetween(0.0, 1.0);
  }

  @Test
  void theCriticalValueOfChiSquare() {
    // 3.841 is the critical value of one degree of freedom.
    CrossTable table = Objects.requireNonNull(CrossTable.of(new long[][] {{30, 20}, {20, 30}}));

    assertThat(table.chiSquare()).isCloseTo(4, within(1e-12));
    assertThat(table.pValue()).isCloseTo(0.0455, within(5e-5));
    assertThat(table.fewExpected()).isZero();
    assertThat(CrossTable.of(new long[][] {{3, 4}, {0, 0}})).isNull();
  }

  @Property
  void rakingMeetsItsMargins(
      @ForAll @Size(6) List<@LongRange(min = 1, max = 200) Long> counts,
      @ForAll @DoubleRange(min = 0.2, max = 0.8) double share,
      @ForAll @DoubleRange(min = 0.2, max = 0.4) double third) {
    List<Raking.Cell> cells =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(i -> new Raking.Cell(List.of(i / 3, i % 3), counts.get(i)))
            .toList();
    double[] rows = {1000 * share, 1000 * (1 - share)};
    double[] columns = {1000 * third, 1000 * third, 1000 * (1 - 2 * third)};

    Raking raked = Raking.of(cells, List.of(rows, columns), 1e-8, 1000, null);

    double[] reached = new double[3];
    double total = 0;
    for (int i = 0; i < 6; i++) {
      reached[i % 3] += raked.weights().get(i) * counts.get(i);
      total += raked.weights().get(i) * counts.get(i);
    }
    assertThat(total).isCloseTo(1000, within(1e-4));
    assertThat(reached[2]).isCloseTo(columns[2], within(1e-4));
    assertThat(raked.effectiveN())
        .isLessThanOrEqualTo(counts.stream().mapToLong(Long::longValue).sum() + 1e-6);
  }

  @Test
  void trimmingKeepsTheTotal() {
    Raking raked =
        Raking.postStratified(
            new long[] {90, 10}, new double[] {500, 500}, new Raking.Trimming(0.3, 3));

    // Nh / nh would be 5.6 and 50 with a mean of 10: 50 is cut to 30, and 90 share the rest.
    assertThat(raked.trimmed()).isEqualTo(10);
    assertThat(raked.weights().get(1)).isCloseTo(30, within(1e-9));
    assertThat(raked.weights().get(0)).isCloseTo(700 / 90.0, within(1e-9));
    assertThatThrownBy(() -> Raking.postStratified(new long[] {5, 0}, new double[] {10, 10}, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                Raking.of(
                    List.of(new Raking.Cell(List.of(0, 0), 10), new Raking.Cell(List.of(1, 1), 10)),
                    List.of(new double[] {30, 70}, new double[] {70, 30}),
                    1e-6,
                    20,
                    null))
        .hasMessageContaining("not met");
  }

  @Test
  void endUsersBeforeAllOthers() {
    assertThat(RoleComposite.endUsersFirst(List.of("payer", "end-user", "agent")))
        .containsExactly(
            Map.entry("payer", 0.25), Map.entry("end-user", 0.5), Map.entry("agent", 0.25));
    assertThat(RoleComposite.endUsersFirst(List.of("end-user"))).containsEntry("end-user", 1.0);
    assertThat(RoleComposite.endUsersFirst(List.of("payer", "agent"))).containsEntry("payer", 0.5);
    assertThat(RoleComposite.highest(List.of("payer", "end-user"), List.of("end-user", "payer")))
        .isEqualTo("end-user");

    RoleComposite composite =
        RoleComposite.of(
            Map.of("end-user", new RoleScore(40, 3, 100), "payer", new RoleScore(20, 4, 50)),
            RoleComposite.endUsersFirst(List.of("end-user", "payer", "agent")));

    // A role without score leaves its weight to the others: ½ and ¼ become ⅔ and ⅓.
    assertThat(composite.value()).isCloseTo(100 / 3.0, within(1e-12));
    assertThat(composite.standardError()).isCloseTo(Math.sqrt(4 + 16 / 9.0), within(1e-12));
    assertThat(composite.n()).isEqualTo(150);
    assertThat(composite.interval(0.95).upper()).isGreaterThan(composite.value());
  }

  /// Three respondents with the gaps 0 and −3, 0 and 0, and 0 alone.
  @Test
  void gapsAreOfCompletePairs() {
    Mean dimension =
        Servqual.gap(
            List.of(
                new Servqual.Counted(2, 2, BigDecimal.valueOf(-3), BigDecimal.valueOf(9)),
                new Servqual.Counted(1, 1, BigDecimal.ZERO, BigDecimal.ZERO)));

    assertThat(dimension.n()).isEqualTo(3);
    assertThat(dimension.value()).isCloseTo(-0.5, within(1e-12));
    assertThat(dimension.variance()).isCloseTo(0.75, within(1e-12));
  }

  /// Student's own example of paired differences (1908): the additional hours of sleep of ten
  /// patients, with t = 4.06 and p = 0.0028.
  @Test
  void pairedDifferencesOfStudent() {
    Mean sleep = Mean.of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);

    assertThat(sleep.value()).isCloseTo(1.58, within(1e-12));
    assertThat(sleep.t()).isCloseTo(4.0621, within(5e-5));
    assertThat(sleep.pValue()).isCloseTo(0.002833, within(5e-7));
    assertThat(sleep.interval(0.95).lower()).isCloseTo(0.7001142, within(5e-7));
  }

  @Property
  void anIndexOfOneQuestionIsItsMean(
      @ForAll @Size(min = 2, max = 60) List<@IntRange(min = 1, max = 10) Integer> answers) {
    Mean mean = Mean.of(answers.stream().mapToDouble(Integer::doubleValue).toArray());

    SatisfactionIndex index =
        SatisfactionIndex.of(
            List.of(new Component(1, 1, 10)),
            new double[] {mean.value()},
            new SatisfactionIndex.Covariances(
                new long[][] {{answers.size()}}, new double[][] {{mean.variance()}}));

    assertThat(index.value()).isCloseTo((mean.value() - 1) / 9 * 100, within(1e-9));
    assertThat(index.standardError()).isCloseTo(mean.standardError() / 9 * 100, within(1e-5));
    assertThat(index.interval(0.95).upper()).isLessThanOrEqualTo(100);
    assertThatThrownBy(() -> SatisfactionIndex.value(List.of(new Component(0.9, 1, 10)), 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ratesAndLevels() {
    assertThat(new ResponseRate(110, 10, 40).proportion()).isEqualTo(Proportion.of(40, 100));
    assertThat(new ResponseRate(3, 3, 0).exists()).isFalse();
    List<Boolean> held = List.of(true, true);
    assertThat(Maturity.level(List.of(held, held, List.of(true, false)))).isEqualTo(2);
    assertThat(Maturity.level(List.of(List.of(false), List.of()))).isZero();
  }

  private static DriverSample random(int items, int respondents, long seed) {
    Random random = new Random(seed);
    DriverSample sample = new DriverSample(items);
    for (int i = 0; i < respondents; i++) {
      double[] answers = new double[items + 1];
      double mood = random.nextGaussian();
      for (int j = 0; j < items; j++) {
        answers[j] = Math.clamp(Math.round(3 + mood + random.nextGaussian()), 1, 5);
        answers[items] += answers[j] * (j + 1) / items;
      }
      answers[items] += random.nextGaussian() * 2;
      sample.add(answers);
    }
    return sample;
  }

  /// What each item adds to R² in each order in which they can enter.
  private static void permute(
      int[] order, int depth, int used, double[][] correlations, double[] added) {
    for (int item = 0; item < order.length; item++) {
      int with = used | 1 << item;
      if (with != used) {
        int rest = order.length - depth - 1;
        double times = 1;
        for (int i = 2; i <= rest; i++) {
          times *= i;
        }
        added[item] += times * (rSquared(correlations, with) - rSquared(correlations, used));
        permute(order, depth + 1, with, correlations, added);
      }
    }
  }

  /// R² of a set of items, by Gauss's elimination of the normal equations.
  private static double rSquared(double[][] correlations, int set) {
    int outcome = correlations.length - 1;
    double[][] left = Arrays.stream(correlations).map(double[]::clone).toArray(double[][]::new);
    for (int k = 0; k < outcome; k++) {
      if ((set & 1 << k) != 0) {
        double[] pivot = left[k].clone();
        for (int i = 0; i <= outcome; i++) {
          double factor = left[i][k] / pivot[k];
          for (int j = 0; i != k && j <= outcome; j++) {
            left[i][j] -= factor * pivot[j];
          }
        }
      }
    }
    return 1 - left[outcome][outcome];
  }
}
