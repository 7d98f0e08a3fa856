package org.customerfocus.agreement.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.customerfocus.agreement.attainment.StateTimeline.Change;
import org.customerfocus.agreement.attainment.StateTimeline.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateTimelineTest {

  private static final Span WINDOW = span(1000, 2000);

  static Stream<JsonNode> cases() {
    return Vectors.rows("/availability_states/cases");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reproducesThePublishedAvailability(JsonNode row) {
    assertAttained(row, "percent", ExclusionEffect.EXCUSE);
    if (row.has("removePercent")) {
      assertAttained(row, "removePercent", ExclusionEffect.REMOVE);
    }
  }

  private static void assertAttained(JsonNode row, String expected, ExclusionEffect effect) {
    List<Change> changes = new ArrayList<>();
    if (row.has("before")) {
      changes.add(new Change(at(0), state(row.get("before"))));
    }
    row.get("events")
        .forEach(event -> changes.add(new Change(at(event.get(0).asLong()), state(event.get(1)))));
    List<Span> exclusions = new ArrayList<>();
    row.path("exclusions")
        .forEach(span -> exclusions.add(span(span.get(0).asLong(), span.get(1).asLong())));
    UnknownAs unknownAs =
        UnknownAs.valueOf(row.path("unknownAs").asText("leave").toUpperCase(Locale.ROOT));

    Tally tally = new StateTimeline(changes).tally(WINDOW, exclusions, effect);
    Attainment attainment = Attainment.of(tally, effect, unknownAs);

    assertThat(tally.total()).isEqualTo(WINDOW.length().toMillis() * 1000);
    if (row.has(expected)) {
      BigDecimal percent = new BigDecimal(row.get(expected).asText());
      assertThat(attainment.value().orElseThrow().movePointRight(2))
          .satisfies(
              value ->
                  assertThat(value.setScale(percent.scale(), RoundingMode.HALF_EVEN))
                      .isEqualByComparingTo(percent));
    } else {
      assertThat(attainment.status(new Bound(Comparator.AT_LEAST, BigDecimal.ONE)))
          .isEqualTo(AttainmentStatus.valueOf(row.get("status").asText().toUpperCase(Locale.ROOT)));
    }
  }

  private static State state(JsonNode name) {
    return switch (name.asText()) {
      case "ok" -> State.GOOD;
      case "critical" -> State.BAD;
      case "unknown" -> State.UNKNOWN;
      default -> throw new IllegalArgumentException(name.asText());
    };
  }

  @Test
  void hundredThousandThingsAreCountedTogether() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Span year = new Span(start, start.plus(Duration.ofDays(365)));
    Tally one =
        new StateTimeline(List.of(new Change(start, State.GOOD)))
            .tally(year, List.of(), ExclusionEffect.EXCUSE);
    Tally all = Tally.NONE;
    for (int i = 0; i < 100_000; i++) {
      all = all.plus(one);
    }
    assertThat(all.total()).isEqualTo(100_000L * 365 * 86_400 * 1_000_000);
  }

  @Property
  void theOrderOfArrivalDecidesNothing(
      @ForAll("changes") @Size(max = 30) List<Change> changes,
      @ForAll("spans") @Size(max = 8) List<Span> exclusions,
      @ForAll ExclusionEffect effect,
      @ForAll java.util.Random random) {
    Tally inOrder = new StateTimeline(changes).tally(WINDOW, exclusions, effect);

    List<Change> shuffled = new ArrayList<>(changes);
    List<Span> shuffledExclusions = new ArrayList<>(exclusions);
    java.util.Collections.shuffle(shuffled, random);
    java.util.Collections.shuffle(shuffledExclusions, random);

    assertThat(new StateTimeline(shuffled).tally(WINDOW, shuffledExclusions, effect))
        .isEqualTo(inOrder);
  }

  /// The sweep agrees with looking at every single tick of the window.
  @Property
  void everyTickHasOneClassAndTheySumToTheWindow(
      @ForAll("changes") @Size(max = 12) List<Change> changes,
      @ForAll("spans") @Size(max = 5) List<Span> exclusions,
      @ForAll ExclusionEffect effect) {
    StateTimeline timeline = new StateTimeline(changes);
    Tally swept = timeline.tally(WINDOW, exclusions, effect);

    Tally ticked = Tally.NONE;
    for (long tick = 1000; tick < 2000; tick++) {
      Instant instant = at(tick);
      boolean covered = exclusions.stream().anyMatch(span -> span.contains(instant));
      ticked = ticked.plus(StateTimeline.classify(timeline.at(instant), covered, effect), 1_000);
    }

    assertThat(swept).isEqualTo(ticked);
    assertThat(swept.good() + swept.bad() + swept.excluded() + swept.unknown())
        .isEqualTo(WINDOW.length().toMillis() * 1000);
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.longs().between(500, 2500).map(StateTimelineTest::at),
            Arbitraries.of(State.class))
        .as(Change::new)
        .list();
  }

  @Provide
  Arbitrary<List<Span>> spans() {
    return Combinators.combine(
            Arbitraries.longs().between(500, 2400), Arbitraries.longs().between(1, 600))
        .as((start, length) -> span(start, start + length))
        .list();
  }

  private static Instant at(long milli) {
    return Instant.ofEpochMilli(milli);
  }

  private static Span span(long start, long end) {
    return new Span(at(start), at(end));
  }
}
