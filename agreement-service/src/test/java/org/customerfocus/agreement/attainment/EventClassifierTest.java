package org.customerfocus.agreement.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.customerfocus.agreement.attainment.Event.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventClassifierTest {

  private static final Instant CUT = Instant.parse("2026-03-10T12:00:00Z");
  private static final Span OUTAGE =
      new Span(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-03T00:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    // outcome, covered, effect, class: the first match wins
    "UNKNOWN, true,  EXCUSE, UNKNOWN",
    "UNKNOWN, true,  REMOVE, UNKNOWN",
    "BAD,     true,  EXCUSE, EXCLUDED",
    "BAD,     true,  REMOVE, EXCLUDED",
    "GOOD,    true,  EXCUSE, GOOD",
    "GOOD,    true,  REMOVE, EXCLUDED",
    "OPEN,    true,  REMOVE, EXCLUDED",
    "UNKNOWN, false, REMOVE, UNKNOWN",
    "BAD,     false, REMOVE, BAD",
    "GOOD,    false, REMOVE, GOOD",
    "OPEN,    false, REMOVE, BAD",
  })
  void theFirstMatchWins(
      Outcome outcome, boolean covered, ExclusionEffect effect, AttainmentClass expected) {
    Instant due = covered ? OUTAGE.start() : OUTAGE.end();
    var classifier = new EventClassifier(PeriodBy.DUE, effect, List.of(OUTAGE), CUT);

    assertThat(classifier.classify(new Event(due, null, null, outcome))).contains(expected);
  }

  @Test
  void openCountsOnceItIsOverdueAtTheCut() {
    assertThat(classifyOpenDue(CUT)).isEmpty();
    assertThat(classifyOpenDue(CUT.plusNanos(1000))).isEmpty();
    assertThat(classifyOpenDue(CUT.minusNanos(1000))).contains(AttainmentClass.BAD);
  }

  private static Optional<AttainmentClass> classifyOpenDue(Instant due) {
    return new EventClassifier(PeriodBy.COMPLETED, ExclusionEffect.REMOVE, List.of(), CUT)
        .classify(new Event(due, null, null, Outcome.OPEN));
  }

  @Test
  void whatLacksTheTimeThatDecidesIsNotPlaced() {
    Event untimed = new Event(CUT, null, null, Outcome.GOOD);

    assertThat(untimed.placedAt(PeriodBy.DUE)).contains(CUT);
    assertThat(untimed.placedAt(PeriodBy.STARTED)).isEmpty();
    assertThat(untimed.placedAt(PeriodBy.COMPLETED)).isEmpty();
  }

  @Test
  void onTimeIsGoodUnlessSomebodySaysOtherwise() {
    Instant later = CUT.plusNanos(1000);

    assertThat(Event.outcome(false, (Boolean) null, CUT, CUT)).isEqualTo(Outcome.GOOD);
    assertThat(Event.outcome(false, (Boolean) null, CUT, later)).isEqualTo(Outcome.BAD);
    assertThat(Event.outcome(false, true, CUT, later)).isEqualTo(Outcome.GOOD);
    assertThat(Event.outcome(false, (Boolean) null, CUT, null)).isEqualTo(Outcome.OPEN);
    assertThat(Event.outcome(false, (Boolean) null, null, CUT)).isEqualTo(Outcome.UNKNOWN);
    assertThat(Event.outcome(true, (Boolean) null, CUT, CUT)).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aValueIsGoodOnTheWantedSideOfTheThreshold() {
    Bound withinTenMinutes = new Bound(Comparator.AT_MOST, BigDecimal.TEN);

    assertThat(Event.outcome(false, new BigDecimal("10.00"), null, withinTenMinutes))
        .isEqualTo(Outcome.GOOD);
    assertThat(Event.outcome(false, new BigDecimal("10.01"), null, withinTenMinutes))
        .isEqualTo(Outcome.BAD);
    assertThat(Event.outcome(false, null, null, withinTenMinutes)).isEqualTo(Outcome.OPEN);
    assertThat(Event.outcome(false, null, CUT, withinTenMinutes)).isEqualTo(Outcome.UNKNOWN);
  }

  @Property
  void anyOrderOfArrivalGivesTheSameCounts(
      @ForAll("events") @Size(max = 60) List<Event> events,
      @ForAll PeriodBy periodBy,
      @ForAll ExclusionEffect effect,
      @ForAll Random random) {
    var classifier = new EventClassifier(periodBy, effect, List.of(OUTAGE), CUT);
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);

    for (Span month : months()) {
      assertThat(classifier.tally(month, shuffled)).isEqualTo(classifier.tally(month, events));
    }
  }

  /// What is placed in some month and counts is in the sum of the months exactly once.
  @Property
  void theClassesOfAllMonthsSumToWhatCounts(
      @ForAll("events") @Size(max = 60) List<Event> events,
      @ForAll PeriodBy periodBy,
      @ForAll ExclusionEffect effect) {
    var classifier = new EventClassifier(periodBy, effect, List.of(OUTAGE), CUT);

    Tally sum =
        months().stream()
            .map(month -> classifier.tally(month, events))
            .reduce(Tally.NONE, Tally::plus);

    long counted = events.stream().filter(e -> classifier.classify(e).isPresent()).count();
    assertThat(sum.total()).isEqualTo(counted);
    assertThat(sum.good() + sum.bad() + sum.excluded() + sum.unknown()).isEqualTo(counted);
  }

  private static List<Span> months() {
    return CalendarMonth.between(
            YearMonth.of(2026, 1), YearMonth.of(2026, 6), ZoneId.of("America/Los_Angeles"))
        .stream()
        .map(CalendarMonth::span)
        .toList();
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(0, Duration.ofDays(90).toMinutes())
            .map(minutes -> Instant.parse("2026-02-01T00:00:00Z").plus(Duration.ofMinutes(minutes)))
            .injectNull(0.2);
    return Combinators.combine(times, times, times, Arbitraries.of(Outcome.class))
        .as(Event::new)
        .list();
  }
}
