package org.customerfocus.agreement.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

  private static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }

  @Test
  void comesAgainByTheClockOnTheWall() {
    Recurrence lastFridays = new Recurrence("FREQ=MONTHLY;BYDAY=-1FR");
    assertThat(
            lastFridays.between(
                at("2026-01-30T22:00"), at("2026-02-01T00:00"), at("2026-05-01T00:00"), 10))
        .containsExactly(at("2026-02-27T22:00"), at("2026-03-27T22:00"), at("2026-04-24T22:00"));
  }

  /// As the standard has it: the start is the first time even where the rule would not say so.
  @Test
  void beginsWithItsStart() {
    assertThat(
            new Recurrence("FREQ=WEEKLY;BYDAY=SU;COUNT=3")
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
      Recurrence recurrence = new Recurrence(rule);
      LocalDateTime first = at("2024-02-29T03:30");
      List<LocalDateTime> all = recurrence.between(first, first, at("2030-01-01T00:00"), 10_000);
      LocalDateTime from = at("2027-06-15T00:00");
      assertThat(recurrence.between(first, from, at("2030-01-01T00:00"), 10_000))
          .as(rule)
          .isEqualTo(all.stream().filter(each -> !each.isBefore(from)).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FREQ=SECONDLY", "FREQ=HOURLY", "every week", "FREQ=DAILY;UNTIL=20260101T000000Z"})
  void otherRulesAreRefused(String rule) {
    assertThat(new Recurrence(rule).fault()).isPresent();
  }

  @Test
  void soundRulesAreNot() {
    assertThat(new Recurrence("FREQ=DAILY;UNTIL=20260301T000000").fault()).isEmpty();
    assertThat(new Recurrence("FREQ=WEEKLY;BYDAY=SU").fault()).isEmpty();
  }
}
