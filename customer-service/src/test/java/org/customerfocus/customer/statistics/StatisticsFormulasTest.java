package org.customerfocus.customer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.SoftAssertions;
import org.customerfocus.conventions.figure.Figure;
import org.junit.jupiter.api.Test;

class StatisticsFormulasTest {

  /// Table I of Newcombe (1998), method 3.
  @Test
  void wilsonIntervalsAreThePublishedOnes() {
    SoftAssertions published = new SoftAssertions();
    double[][] table = {
      {81, 263, 0.2553, 0.3662},
      {15, 148, 0.0624, 0.1605},
      {0, 20, 0.0000, 0.1611},
      {1, 29, 0.0061, 0.1718}
    };
    for (double[] row : table) {
      Figure figure = new Share((long) row[0], (long) row[1]).figure("churn", 0.95, "");
      Figure.Interval interval = Objects.requireNonNull(figure.interval());
      published.assertThat(interval.lower()).isCloseTo(row[2], within(0.00005));
      published.assertThat(interval.upper()).isCloseTo(row[3], within(0.00005));
    }
    published.assertAll();
  }

  @Test
  void ofNobodyThereIsNoShare() {
    Figure figure = new Share(0, 0).figure("churn", 0.95, "Nobody was there.");
    assertThat(figure.status()).isEqualTo(Figure.Status.INSUFFICIENT);
    assertThat(figure.value()).isNull();
    assertThat(figure.reason()).isEqualTo("Nobody was there.");
  }

  @Property
  void everyShareLiesInItsInterval(
      @ForAll @IntRange(min = 1, max = 100_000) int whole,
      @ForAll @IntRange(max = 100_000) int any) {
    int part = any % (whole + 1);
    Figure figure = new Share(part, whole).figure("churn", 0.95, "");
    Figure.Interval interval = Objects.requireNonNull(figure.interval());
    assertThat(figure.value()).isBetween(interval.lower(), interval.upper());
    assertThat(interval.lower()).isBetween(0.0, 1.0);
    assertThat(interval.upper()).isBetween(0.0, 1.0);
  }

  @Property
  void periodsFollowOneAnotherAndCoverWhatWasAsked(
      @ForAll PeriodUnit unit,
      @ForAll @IntRange(max = 900) int begin,
      @ForAll @IntRange(min = 1, max = 90) int days) {
    LocalDate from = LocalDate.of(2024, 1, 1).plusDays(begin);
    LocalDate to = from.plusDays(days);
    Periods periods = Periods.of(unit, ZoneOffset.UTC, from, to, to.plusDays(400));
    assertThat(periods.starts().getFirst()).isBeforeOrEqualTo(from);
    assertThat(periods.end()).isAfterOrEqualTo(to);
    assertThat(periods.starts().getLast()).isBefore(to);
    for (int i = 0; i < periods.size(); i++) {
      assertThat(unit.floor(periods.starts().get(i))).isEqualTo(periods.starts().get(i));
      assertThat(unit.floor(periods.endOf(i).minusDays(1))).isEqualTo(periods.starts().get(i));
    }
  }

  @Test
  void theRunningPeriodIsCountedAsOfToday() {
    Periods periods =
        Periods.of(
            PeriodUnit.QUARTER,
            ZoneId.of("Europe/Zurich"),
            LocalDate.of(2026, 3, 31),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2026, 5, 20));
    assertThat(periods.starts())
        .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
    assertThat(periods.closings())
        .containsExactly(
            LocalDate.of(2025, 12, 31), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 5, 20));
    assertThat(periods.instants().get(1)).hasToString("2026-03-31T22:00:00Z");
    assertThat(periods.complete(0)).isTrue();
    assertThat(periods.complete(1)).isFalse();
  }

  @Test
  void aLevelIsTheSumOfItsChanges() {
    assertThat(Level.of(new long[] {3, 0, -1, 2})).containsExactly(3, 3, 2, 4);
  }
}
