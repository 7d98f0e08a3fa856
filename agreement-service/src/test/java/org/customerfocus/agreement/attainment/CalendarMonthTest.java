package org.customerfocus.agreement.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarMonthTest {

  static Stream<JsonNode> months() {
    return Vectors.rows("/calendar_months");
  }

  @ParameterizedTest
  @MethodSource("months")
  void hasTheLengthThatElapses(JsonNode row) {
    var month =
        new CalendarMonth(
            YearMonth.parse(row.get("month").asText()), ZoneId.of(row.get("zone").asText()));

    assertThat(month.span().length()).isEqualTo(Duration.ofMinutes(row.get("minutes").asLong()));
    assertThat(
            ErrorBudget.ofTime(new BigDecimal("0.999"), month.span().length(), Duration.ZERO)
                .allowed())
        .isEqualByComparingTo(row.get("budgetSecondsAt999").asText());
  }

  @ParameterizedTest
  @MethodSource("emptyRanges")
  void rangesThatDoNotGoForwardAreEmpty(List<String> range) {
    assertThat(
            CalendarMonth.between(
                YearMonth.parse(range.get(0)), YearMonth.parse(range.get(1)), ZoneId.of("UTC")))
        .isEmpty();
  }

  static Stream<List<String>> emptyRanges() {
    return Stream.of(List.of("2026-01", "2026-01"), List.of("2026-02", "2026-01"));
  }

  /// Months leave no gap and no overlap, so no event is lost or counted in two of them.
  @Property
  void everyInstantLiesInExactlyOneMonth(
      @ForAll @LongRange(min = 0, max = 2_500_000_000L) long epochSecond,
      @ForAll("zones") ZoneId zone) {
    Instant instant = Instant.ofEpochSecond(epochSecond);
    CalendarMonth month = CalendarMonth.containing(instant, zone);
    YearMonth own = month.month();

    assertThat(CalendarMonth.between(own.minusMonths(2), own.plusMonths(3), zone))
        .filteredOn(candidate -> candidate.span().contains(instant))
        .containsExactly(month);
    assertThat(new CalendarMonth(own.plusMonths(1), zone).span().start())
        .isEqualTo(month.span().end());
    assertThat(PeriodWindow.calendar(WindowUnit.MONTH, zone).containing(instant).span())
        .isEqualTo(month.span());
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList()).map(ZoneId::of);
  }
}
