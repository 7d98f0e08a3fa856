package org.customerfocus.agreement.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.customerfocus.agreement.attainment.StateTimeline.Change;
import org.customerfocus.agreement.attainment.StateTimeline.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Budgets, burn rates and windows, by the published numbers.
class BudgetVectorsTest {

  static Stream<JsonNode> factors() {
    return Vectors.rows("/burn_rate_factors");
  }

  @ParameterizedTest
  @MethodSource("factors")
  void reproducesThePublishedBurnRateFactors(JsonNode row) {
    Duration period =
        Duration.ofDays(
            LocalDate.EPOCH.until(
                LocalDate.EPOCH.plus(java.time.Period.parse(row.get("window").asText())),
                java.time.temporal.ChronoUnit.DAYS));
    for (int i = 0; i < BurnRate.ALERTS.size(); i++) {
      BigDecimal published = new BigDecimal(row.get("factors").get(i).asText());
      assertThat(
              BurnRate.ALERTS.get(i).factor(period).round(new MathContext(published.precision())))
          .isEqualByComparingTo(published);
    }
  }

  static Stream<JsonNode> slices() {
    return Vectors.rows("/budgeting");
  }

  /// As many bad slices as the published budget has are just still within the target.
  @ParameterizedTest
  @MethodSource("slices")
  void reproducesThePublishedTimeslices(JsonNode row) {
    Duration slice = Duration.parse(row.get("slice").asText());
    BigDecimal target = new BigDecimal(row.get("target").asText());
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Span window = new Span(start, start.plus(Duration.ofDays(14)));
    long allowed = Duration.parse(row.get("allowedBad").asText()).dividedBy(slice);
    Timeslices slices =
        new Timeslices(slice, BigDecimal.ONE, ExclusionEffect.EXCUSE, UnknownAs.LEAVE);
    HourCount hours = new HourCount(CountedHours.ELAPSED, ZoneId.of("UTC"));
    Bound bound = new Bound(Comparator.AT_LEAST, target);
    for (long bad : List.of(allowed, allowed + 1)) {
      List<Change> changes = new ArrayList<>();
      changes.add(new Change(start, State.GOOD));
      for (long i = 0; i < bad; i++) {
        // Every second slice is down for a moment, and bad by that.
        Instant down = start.plus(slice.multipliedBy(2 * i)).plusSeconds(1);
        changes.add(new Change(down, State.BAD));
        changes.add(new Change(down.plusNanos(1000), State.GOOD));
      }
      Tally tally = slices.tally(new StateTimeline(changes), List.of(window), List.of(), hours);
      assertThat(tally.total()).isEqualTo(window.length().dividedBy(slice));
      assertThat(tally.bad()).isEqualTo(bad);
      assertThat(Attainment.of(tally, ExclusionEffect.REMOVE, UnknownAs.LEAVE).status(bound))
          .isEqualTo(bad == allowed ? AttainmentStatus.MET : AttainmentStatus.BREACHED);
    }
  }

  static Stream<JsonNode> months() {
    return Vectors.rows("/calendar_months");
  }

  @ParameterizedTest
  @MethodSource("months")
  void aMonthIsAsLongAsItsClocksSay(JsonNode row) {
    PeriodWindow window =
        PeriodWindow.calendar(WindowUnit.MONTH, ZoneId.of(row.get("zone").asText()));
    YearMonth month = YearMonth.parse(row.get("month").asText());
    Period period = window.named(month.toString()).orElseThrow();

    assertThat(period.span().length()).isEqualTo(Duration.ofMinutes(row.get("minutes").asLong()));
    assertThat(
            ErrorBudget.ofTime(new BigDecimal("0.999"), period.span().length(), Duration.ZERO)
                .allowed())
        .isEqualByComparingTo(row.get("budgetSecondsAt999").asText());
  }

  @Test
  void anAlertNeedsBothWindowsAndEnoughEvents() {
    BurnRate.Alert fast = BurnRate.ALERTS.getFirst();
    BigDecimal target = new BigDecimal("0.99");
    Duration period = Duration.ofDays(30);
    // 14.4 times the allowed one per cent is 14.4 %: not exceeded by exactly that.
    Attainment at = new Attainment(856, 1000);
    Attainment over = new Attainment(855, 1000);
    assertThat(BurnRate.alerts(over, over, target, fast, period, 0)).isTrue();
    assertThat(BurnRate.alerts(at, over, target, fast, period, 0)).isFalse();
    assertThat(BurnRate.alerts(over, at, target, fast, period, 0)).isFalse();
    assertThat(BurnRate.alerts(over, over, target, fast, period, 1001)).isFalse();
    assertThat(BurnRate.of(at, target))
        .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("14.4"));
  }

  @Test
  void periodsOfEachUnitAreNamedAndFound() {
    ZoneId zone = ZoneId.of("Australia/Lord_Howe");
    Instant instant = Instant.parse("2026-03-31T13:30:00Z");
    assertThat(PeriodWindow.calendar(WindowUnit.MONTH, zone).containing(instant).key())
        .isEqualTo("2026-04");
    assertThat(PeriodWindow.calendar(WindowUnit.QUARTER, zone).containing(instant).key())
        .isEqualTo("2026-Q2");
    assertThat(PeriodWindow.calendar(WindowUnit.YEAR, zone).containing(instant).key())
        .isEqualTo("2026");
    PeriodWindow rolling = PeriodWindow.rolling(30, zone);
    Period period = rolling.containing(instant);
    assertThat(period.key()).isEqualTo("2026-04-01");
    assertThat(period.first()).isEqualTo(LocalDate.parse("2026-03-03"));
    assertThat(rolling.named("2026-04-01")).contains(period);
    assertThat(rolling.named("2026-04")).isEmpty();
    assertThat(PeriodWindow.calendar(WindowUnit.QUARTER, zone).named("2026-Q5")).isEmpty();
    assertThat(rolling.after(period).key()).isEqualTo("2026-04-02");
  }
}
