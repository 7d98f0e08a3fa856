package org.customerfocus.agreement.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.attainment.AttainmentStatus.BREACHED;
import static org.customerfocus.agreement.attainment.AttainmentStatus.INSUFFICIENT;
import static org.customerfocus.agreement.attainment.AttainmentStatus.MET;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.customerfocus.agreement.attainment.Measuring.Figure;
import org.customerfocus.agreement.attainment.Timer.Act;
import org.customerfocus.agreement.attainment.Timer.Action;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuringTest {

  private static Measuring measuring(
      Figure figure,
      Comparator comparator,
      String target,
      @Nullable String percentile,
      @Nullable String warning,
      @Nullable String tolerance,
      int minimum) {
    return new Measuring(
        figure,
        new Bound(comparator, new BigDecimal(target)),
        percentile == null ? null : new BigDecimal(percentile),
        warning == null ? null : new BigDecimal(warning),
        tolerance == null ? null : new BigDecimal(tolerance),
        ExclusionEffect.REMOVE,
        UnknownAs.LEAVE,
        minimum);
  }

  private static Counts counts(long good, long bad, String sum) {
    return new Counts(new Tally(good, bad, 0, 0), 0, new BigDecimal(sum), 0, 0, null);
  }

  @ParameterizedTest
  @CsvSource({
    "97, 3, MET, false",
    "96, 4, MET, true",
    "95, 5, MET, true",
    "94, 6, TOLERATED, false",
    "93, 7, BREACHED, false",
    "4, 0, INSUFFICIENT, false"
  })
  void aShareIsMetWarnedToleratedOrBreached(
      long good, long bad, AttainmentStatus status, boolean warned) {
    Measuring measuring =
        measuring(Figure.SHARE, Comparator.AT_LEAST, "0.95", null, "0.97", "0.01", 5);

    Measuring.Judgement judgement = measuring.judge(counts(good, bad, "0"));

    assertThat(judgement.status()).isEqualTo(status);
    assertThat(judgement.warned()).isEqualTo(warned);
  }

  @Test
  void aMeanIsDecidedWithoutDividing() {
    Measuring third =
        measuring(Figure.MEAN, Comparator.AT_MOST, "0.333333333", null, null, null, 0);
    assertThat(third.judge(counts(3, 0, "1")).status()).isEqualTo(BREACHED);
    assertThat(third.judge(counts(3, 0, "0.999999999")).status()).isEqualTo(MET);
    assertThat(third.judge(counts(0, 2, "0")).status()).isEqualTo(INSUFFICIENT);
  }

  @Test
  void nothingAtAllSumsToNothingAndIsNone() {
    Measuring sum = measuring(Figure.SUM, Comparator.AT_MOST, "10", null, null, null, 0);
    Measuring count = measuring(Figure.COUNT, Comparator.AT_LEAST, "1", null, null, null, 0);
    assertThat(sum.judge(Counts.NOTHING).status()).isEqualTo(MET);
    assertThat(sum.judge(counts(2, 0, "10.5")).status()).isEqualTo(BREACHED);
    assertThat(count.judge(Counts.NOTHING).status()).isEqualTo(BREACHED);
    assertThat(count.judge(counts(1, 5, "0")).status()).isEqualTo(MET);
  }

  /// The share decides just as sorting the values and looking at the one at the percentile would.
  @Property
  void aPercentileIsDecidedByTheShareOfValuesWithinIt(
      @ForAll List<@IntRange(max = 50) Integer> values,
      @ForAll @IntRange(max = 50) int limit,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    long good = values.stream().filter(value -> value <= limit).count();
    Measuring measuring =
        measuring(
            Figure.QUANTILE,
            Comparator.AT_MOST,
            String.valueOf(limit),
            BigDecimal.valueOf(percent, 2).toString(),
            null,
            null,
            0);

    AttainmentStatus status = measuring.judge(counts(good, values.size() - good, "0")).status();

    if (values.isEmpty()) {
      assertThat(status).isEqualTo(INSUFFICIENT);
    } else {
      List<Integer> sorted = values.stream().sorted().toList();
      int rank = Math.ceilDiv(values.size() * percent, 100);
      assertThat(status).isEqualTo(sorted.get(rank - 1) <= limit ? MET : BREACHED);
    }
  }

  @Test
  void aPercentileThatMustBeHighNeedsTheOtherShare() {
    Measuring low = measuring(Figure.QUANTILE, Comparator.AT_LEAST, "20", "0.05", null, null, 0);
    assertThat(low.neededShare()).isEqualByComparingTo("0.95");
    assertThat(low.judge(counts(95, 5, "0")).status()).isEqualTo(MET);
    assertThat(low.judge(counts(94, 6, "0")).status()).isEqualTo(BREACHED);
  }

  @ParameterizedTest
  @CsvSource({
    "40, 45, MET",
    "30, 45, MET",
    "29.9, 45, INCONCLUSIVE",
    "20, 29.9, BREACHED",
    "20, 30, INCONCLUSIVE"
  })
  void aScoreIsDecidedByItsWholeInterval(double lower, double upper, AttainmentStatus expected) {
    Bound target = new Bound(Comparator.AT_LEAST, new BigDecimal("30"));
    assertThat(ScoreDecision.byInterval(target, 100, 30, lower, upper)).isEqualTo(expected);
    assertThat(ScoreDecision.byInterval(target, 29, 30, lower, upper)).isEqualTo(INSUFFICIENT);
  }

  @Test
  void whatIsStartedAndStoppedAtOnceTookNoTime() {
    Instant first = Instant.ofEpochSecond(10);
    Instant then = Instant.ofEpochSecond(20);
    assertThat(Timer.of(List.of(new Act(first, Action.START), new Act(first, Action.STOP))))
        .containsExactly(new Timer(first, first, List.of()));
    assertThat(
            Timer.of(
                List.of(
                    new Act(first, Action.START),
                    new Act(then, Action.START),
                    new Act(then, Action.STOP))))
        .containsExactly(new Timer(first, then, List.of()), new Timer(then, null, List.of()));
    assertThat(
            Timer.of(
                List.of(
                    new Act(first, Action.STOP),
                    new Act(first, Action.STOP),
                    new Act(then, Action.START))))
        .containsExactly(new Timer(then, null, List.of()));
  }

  @Property
  void whatTimersDoIsToldInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<Act> acts = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      acts.add(
          new Act(
              Instant.ofEpochSecond(random.nextInt(20)),
              List.of(Action.values()).get(random.nextInt(Action.values().length))));
    }
    List<Timer> timers = Timer.of(acts);
    Collections.shuffle(acts, random);

    assertThat(Timer.of(acts)).isEqualTo(timers);
    for (int i = 0; i < timers.size(); i++) {
      Timer timer = timers.get(i);
      assertThat(timer.stop() != null || i == timers.size() - 1).isTrue();
      Instant last = timer.start();
      for (var pause : timer.pauses()) {
        assertThat(pause.start()).isAfterOrEqualTo(last);
        last = pause.end() == null ? pause.start() : pause.end();
      }
    }
  }

  @Property
  void aForecastLiesWithinItsIntervalAndWithinWhatIsPossible(
      @ForAll @IntRange(max = 100_000) int good,
      @ForAll @IntRange(max = 1000) int bad,
      @ForAll @IntRange(min = 1, max = 999) int thousandths) {
    double elapsed = thousandths / 1000.0;
    var expected = Forecast.share(new Attainment(good, good + bad), elapsed);
    if (good + bad == 0) {
      assertThat(expected).isEmpty();
      return;
    }
    Forecast.Expected forecast = expected.orElseThrow();
    assertThat(forecast.value()).isBetween(0.0, 1.0);
    assertThat(forecast.lower()).isGreaterThanOrEqualTo(0).isLessThanOrEqualTo(forecast.upper());
    assertThat(forecast.upper()).isLessThanOrEqualTo(1);
    assertThat(Forecast.count(good, elapsed).orElseThrow().lower()).isGreaterThanOrEqualTo(good);
  }
}
