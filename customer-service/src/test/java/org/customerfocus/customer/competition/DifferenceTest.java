package org.customerfocus.customer.competition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.customerfocus.conventions.figure.Figure;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  /// Newcombe 1998, *Interval estimation for the difference between independent proportions*, table
  /// II, method 10, case (a): 56/70 against 48/80 with their Wilson intervals.
  @Test
  void isNewcombesHybridScoreForProportions() {
    ComparedScore ours = score("0.8", 0.6919529, 0.8773297);
    ComparedScore theirs = score("0.6", 0.4904462, 0.7004196);
    Figure difference = Difference.of(ours, theirs, "ratio");
    assertThat(difference.exact()).isEqualTo("0.2");
    assertThat(difference.method()).isEqualTo("difference/mover");
    assertThat(difference.interval()).isNotNull();
    assertThat(difference.interval().lower()).isCloseTo(0.0524, within(5e-4));
    assertThat(difference.interval().upper()).isCloseTo(0.3339, within(5e-4));
    assertThat(Difference.standing(difference, ScaleDirection.HIGHER)).isEqualTo(Standing.AHEAD);
    assertThat(Difference.standing(difference, ScaleDirection.LOWER)).isEqualTo(Standing.BEHIND);
  }

  @Property
  void turnsRoundWithTheSides(
      @ForAll("scores") ComparedScore one, @ForAll("scores") ComparedScore two) {
    Figure there = Difference.of(one, two, "points");
    Figure back = Difference.of(two, one, "points");
    assertThat(back.value()).isCloseTo(-there.value(), within(1e-9));
    assertThat(back.interval().lower()).isCloseTo(-there.interval().upper(), within(1e-9));
    assertThat(there.interval().lower()).isLessThanOrEqualTo(there.value() + 1e-9);
    assertThat(there.interval().upper()).isGreaterThanOrEqualTo(there.value() - 1e-9);
    Standing turned = Difference.standing(back, ScaleDirection.HIGHER);
    assertThat(Difference.standing(there, ScaleDirection.LOWER)).isEqualTo(turned);
  }

  @Property
  void hasNoIntervalWithoutBoth(@ForAll("scores") ComparedScore one) {
    ComparedScore bare =
        new ComparedScore(one.value(), null, null, null, null, "x", LocalDate.EPOCH);
    Figure figure = Difference.of(one, bare, "points");
    assertThat(figure.interval()).isNull();
    assertThat(figure.method()).isEqualTo("difference");
    assertThat(Difference.standing(figure, ScaleDirection.HIGHER)).isEqualTo(Standing.LEVEL);
  }

  @Provide
  Arbitrary<ComparedScore> scores() {
    return Combinators.combine(
            Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-100), BigDecimal.valueOf(100))
                .ofScale(3),
            Arbitraries.doubles().between(0, 20),
            Arbitraries.doubles().between(0, 20))
        .as(
            (value, below, above) ->
                score(
                    value.toPlainString(),
                    value.doubleValue() - below,
                    value.doubleValue() + above));
  }

  private static ComparedScore score(String value, double lower, double upper) {
    return new ComparedScore(
        new BigDecimal(value),
        null,
        null,
        new Figure.Interval(0.95, lower, upper),
        null,
        "x",
        LocalDate.EPOCH);
  }
}
