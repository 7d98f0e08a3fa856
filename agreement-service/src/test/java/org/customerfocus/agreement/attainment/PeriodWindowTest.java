package org.customerfocus.agreement.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodWindowTest {

  private static final Instant YEAR_ONE = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant YEAR_9998 = Instant.parse("9998-01-01T00:00:00Z");

  private final PeriodWindow days = PeriodWindow.rolling(7, ZoneId.of("Europe/Berlin"));

  @Test
  void ofAgesOfDaysOnlyThoseAreMadeThatAreAskedFor() {
    assertThat(days.touching(YEAR_ONE, YEAR_9998).limit(3).map(Period::key))
        .containsExactly("0001-01-02", "0001-01-03", "0001-01-04");
  }

  @Test
  void everyWindowThatTouchesATimeIsNamedInOrder() {
    Instant noon = Instant.parse("2026-03-29T10:00:00Z");
    assertThat(days.touching(noon, noon.plusSeconds(1)).map(Period::key))
        .containsExactly(
            "2026-03-29",
            "2026-03-30",
            "2026-03-31",
            "2026-04-01",
            "2026-04-02",
            "2026-04-03",
            "2026-04-04");
    assertThat(
            PeriodWindow.calendar(WindowUnit.QUARTER, ZoneId.of("UTC"))
                .touching(noon, Instant.parse("2026-10-01T00:00:00Z"))
                .map(Period::key))
        .containsExactly("2026-Q1", "2026-Q2", "2026-Q3");
  }
}
