package org.customerfocus.survey.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EdgesTest {

  @Test
  void aFiniteCorrectionWidensN() {
    assertThat(FinitePopulation.size(50, 100)).isEqualTo(100);
    assertThat(FinitePopulation.size(50, 50)).isInfinite();
    assertThatThrownBy(() -> FinitePopulation.size(51, 50))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCensusHasNoUncertainty() {
    double n = FinitePopulation.size(50, 50);

    assertThat(new Proportion(0.4, n).wilson(0.95)).isEqualTo(new Interval(0.95, 0.4, 0.4));
    assertThat(new Nps(0.5, 0.25, n).adjustedWald(0.95)).isEqualTo(new Interval(0.95, 0.25, 0.25));
  }

  @Test
  void largeNumbersThatLieCloseTogetherKeepTheirVariance() {
    List<BigDecimal> numbers =
        List.of(
            new BigDecimal("999999999999998"),
            new BigDecimal("999999999999999"),
            new BigDecimal("999999999999998.5"));
    BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal squares =
        numbers.stream().map(x -> x.multiply(x)).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal two = BigDecimal.TWO;
    BigDecimal three = BigDecimal.valueOf(3);

    Mean plain = Mean.ofSums(3, sum, squares);
    Mean weighted =
        Mean.ofWeightedSums(
            three.multiply(two),
            three.multiply(two).multiply(two),
            sum.multiply(two),
            squares.multiply(two));

    assertThat(plain.variance()).isCloseTo(0.25, within(1e-15));
    assertThat(weighted.variance()).isCloseTo(0.25, within(1e-15));
    assertThat(weighted.value()).isEqualTo(plain.value());
    assertThat(Mean.ofSums(1, three, BigDecimal.valueOf(9)).hasInterval()).isFalse();
  }

  @Test
  void noneOrAllEndsExactlyAtTheEnd() {
    for (long n : new long[] {1, 7, 20, 2776}) {
      assertThat(Proportion.of(0, n).wilson(0.95).lower()).isZero();
      assertThat(Proportion.of(n, n).wilson(0.95).upper()).isEqualTo(1);
    }
  }

  @Test
  void aUnanimousScoreStaysWithinItsScale() {
    Interval interval = Nps.of(10, 0, 0).adjustedWald(0.95);

    assertThat(interval.upper()).isEqualTo(1);
    assertThat(interval.lower()).isLessThan(1);
    assertThat(Nps.of(10, 0, 0).wald(0.95)).isEqualTo(new Interval(0.95, 1, 1));
  }

  @Test
  void oneAnswerHasAMeanWithoutInterval() {
    Mean mean = Distribution.ofCounts(Map.of(4, 1)).mean();

    assertThat(mean.value()).isEqualTo(4);
    assertThat(mean.hasInterval()).isFalse();
    assertThatThrownBy(() -> mean.interval(0.95)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void effortIsItsMeanAndTheShareThatFoundItEasy() {
    Distribution answers = Distribution.ofCounts(Map.of(7, 3, 5, 3, 4, 2, 1, 2));

    assertThat(answers.mean().value()).isCloseTo(4.6, within(1e-12));
    assertThat(Ces.easy(answers)).isEqualTo(Proportion.of(6, 10));
  }

  @Test
  void noAnswersAreEmpty() {
    assertThat(Distribution.ofCounts(Map.of()).isEmpty()).isTrue();
    assertThat(Distribution.ofWeights(Map.of(), 0).size()).isZero();
    assertThat(Csat.topBoxes(Distribution.ofCounts(Map.of(3, 2)), Set.of(4, 5)).share()).isZero();
  }

  @Test
  void twoWavesDiffer() {
    Difference difference = Difference.of(Nps.of(60, 20, 20), Nps.of(40, 30, 30));

    // Variances 0.64 and 0.69 over 100 answers each.
    assertThat(difference.value()).isCloseTo(0.3, within(1e-12));
    assertThat(difference.standardError()).isCloseTo(Math.sqrt(0.0064 + 0.0069), within(1e-12));
    assertThat(difference.z()).isCloseTo(2.6013, within(5e-5));
    assertThat(difference.pValue()).isCloseTo(0.0093, within(5e-5));
    assertThat(difference.interval(0.95).lower()).isCloseTo(0.0740, within(5e-5));
  }
}
