package org.customerfocus.survey.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class StatisticsPropertiesTest {

  @Property
  void wilsonHoldsItsShareWithinTheUnitInterval(
      @ForAll @LongRange(max = 5000) long x, @ForAll @LongRange(max = 5000) long rest) {
    long n = Math.max(1, x + rest);
    Proportion proportion = Proportion.of(x, n);

    Interval interval = proportion.wilson(0.95);

    assertThat(interval.lower()).isBetween(0.0, proportion.share() + 1e-12);
    assertThat(interval.upper()).isBetween(proportion.share() - 1e-12, 1.0);
  }

  @Property
  void npsTurnsItsSignWhenItsGroupsAreSwapped(
      @ForAll @LongRange(max = 5000) long promoters,
      @ForAll @LongRange(min = 1, max = 5000) long passives,
      @ForAll @LongRange(max = 5000) long detractors) {
    Interval interval = Nps.of(promoters, passives, detractors).adjustedWald(0.95);
    Interval mirrored = Nps.of(detractors, passives, promoters).adjustedWald(0.95);

    assertThat(mirrored.lower()).isCloseTo(-interval.upper(), within(1e-12));
    assertThat(mirrored.upper()).isCloseTo(-interval.lower(), within(1e-12));
    assertThat(interval.lower()).isBetween(-1.0, interval.upper());
  }

  @Property
  void equalWeightsChangeNothing(
      @ForAll @Size(min = 2, max = 200) List<@IntRange(max = 10) Integer> answers,
      @ForAll @IntRange(min = 1, max = 50) int tenths) {
    double weight = tenths / 10.0;
    Map<Integer, Long> counts = counts(answers);
    Map<Integer, Double> weights = new TreeMap<>();
    counts.forEach((value, count) -> weights.put(value, count * weight));

    Distribution counted = Distribution.ofCounts(counts);
    Distribution weighted = Distribution.ofWeights(weights, answers.size() * weight * weight);

    assertThat(weighted.size()).isCloseTo(counted.size(), within(1e-9));
    assertThat(Nps.of(weighted).value()).isCloseTo(Nps.of(counted).value(), within(1e-12));
    assertThat(weighted.mean().value()).isCloseTo(counted.mean().value(), within(1e-12));
    assertThat(weighted.mean().variance()).isCloseTo(counted.mean().variance(), within(1e-9));
  }

  @Property
  void bothWaysToAMeanAgree(
      @ForAll @Size(min = 2, max = 200) List<@IntRange(min = 1, max = 7) Integer> answers) {
    Mean fromCounts = Distribution.ofCounts(counts(answers)).mean();
    Mean fromSums =
        Mean.ofSums(
            answers.size(),
            BigDecimal.valueOf(answers.stream().mapToInt(x -> x).sum()),
            BigDecimal.valueOf(answers.stream().mapToInt(x -> x * x).sum()));

    assertThat(fromCounts.value()).isCloseTo(fromSums.value(), within(1e-12));
    assertThat(fromCounts.variance()).isCloseTo(fromSums.variance(), within(1e-9));
    assertThat(fromCounts.interval(0.99).lower())
        .isLessThanOrEqualTo(fromCounts.interval(0.95).lower());
  }

  @Property
  void aDifferenceOfNothingIsNothing(
      @ForAll @LongRange(max = 500) long x, @ForAll @LongRange(min = 1, max = 500) long rest) {
    Proportion proportion = Proportion.of(x, x + rest);

    Interval interval = Difference.newcombe(proportion, proportion, 0.95);

    assertThat(interval.lower()).isLessThanOrEqualTo(0);
    assertThat(interval.upper()).isGreaterThanOrEqualTo(0);
  }

  private static Map<Integer, Long> counts(List<Integer> answers) {
    return answers.stream()
        .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
  }
}
