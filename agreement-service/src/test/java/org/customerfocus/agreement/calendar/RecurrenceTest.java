package org.customerfocus.agreement.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }

  @Test
  void comesAgainByTheClockOnTheWall() {
    Recurrence lastFridays = new Recurrence("FREQ=MONTHLY;BYDAY=-1FR", BERLIN);
    assertThat(
            lastFridays.between(
                at("2026-01-30T22:00"), at("2026-02-01T00:00"), at("2026-05-01T00:00"), 10))
        .containsExactly(at("2026-02-27T22:00"), at("2026-03-27T22:00"), at("2026-04-24T22:00"));
  }

  /// As the standard has it: the start is the first time even where the rule would not say so.
  @Test
  void beginsWithItsStart() {
    assertThat(
            new Recurrence("FREQ=WEEKLY;BYDAY=SU;COUNT=3", BERLIN)
                .between(at("2026-01-05T01:00"), at("2026-01-01T00:00"), at("2027-01-01T00:00"), 9))
        .first()
        .isEqualTo(at("2026-01-05T01:00"));
  }

  /// Looking at a later stretch finds what following from the start would.
  @Test
  void aLaterStretchIsTheSame() {
    for (String rule :
        List.of(
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;BYDAY=MO,TH",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")) {
      Recurrence recurrence = new Recurrence(rule, BERLIN);
      LocalDateTime first = at("2024-02-29T03:30");
      List<LocalDateTime> all = recurrence.between(first, first, at("2030-01-01T00:00"), 10_000);
      LocalDateTime from = at("2027-06-15T00:00");
      assertThat(recurrence.between(first, from, at("2030-01-01T00:00"), 10_000))
          .as(rule)
          .isEqualTo(all.stream().filter(each -> !each.isBefore(from)).toList());
    }
  }

  /// Until and with that time, whether it is of UTC or of the clocks.
  @ParameterizedTest
  @CsvSource({
    "20261026T010000Z, 3",
    "20261026T005959Z, 2",
    "20261026T020000, 3",
    "20261026T015959, 2",
    "20200101T000000Z, 1"
  })
  void endsAtAnInstantOrByTheClocks(String until, int times) {
    Recurrence daily = new Recurrence("FREQ=DAILY;UNTIL=" + until, BERLIN);
    assertThat(Recurrence.fault(daily.rule())).isEmpty();
    LocalDateTime first = at("2026-10-24T02:00");
    assertThat(daily.between(first, first, at("2027-01-01T00:00"), 9)).hasSize(times);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FREQ=SECONDLY", "FREQ=HOURLY", "every week", "FREQ=DAILY;UNTIL=tomorrow"})
  void otherRulesAreRefused(String rule) {
    assertThat(Recurrence.fault(rule)).isPresent();
  }

  @Test
  void soundRulesAreNot() {
    assertThat(Recurrence.fault("FREQ=DAILY;UNTIL=20260301T000000")).isEmpty();
    assertThat(Recurrence.fault("FREQ=WEEKLY;BYDAY=SU")).isEmpty();
  }
}
