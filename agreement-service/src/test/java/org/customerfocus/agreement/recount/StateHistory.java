package org.customerfocus.agreement.recount;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.attainment.CountedHours;
import org.customerfocus.agreement.attainment.HourCount;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.StateTimeline;
import org.customerfocus.agreement.attainment.StateTimeline.Change;
import org.customerfocus.agreement.attainment.StateTimeline.State;
import org.customerfocus.agreement.attainment.Tally;

/// States of some things.
final class StateHistory extends RandomHistory {

  private static final HourCount ELAPSED = new HourCount(CountedHours.ELAPSED, ZoneOffset.UTC);

  private final Map<String, List<Change>> things = new TreeMap<>();

  StateHistory(Random random, Given given) {
    super(random, given, metric(given, "\"type\": \"time-ratio\""));
    for (int i = random.nextInt(25); i > 0; i--) {
      String thing = "T" + random.nextInt(3);
      Change change = new Change(time(), any(State.values()));
      things.computeIfAbsent(thing, each -> new ArrayList<>()).add(change);
      moment(i, thing, change.at(), member(change.to()), member(any(State.values())));
    }
  }

  private static String member(State state) {
    return "\"state\": \"%s\"".formatted(wire(state));
  }

  @Override
  String kind() {
    return "state-change";
  }

  @Override
  String commitment(String members) {
    return Given.commitment(metric(), members);
  }

  /// Each thing that was heard of until the end; one of which nothing is known where there is none.
  @Override
  Tally expected(Span month, Instant cut) {
    if (!month.start().isBefore(cut)) {
      return Tally.NONE;
    }
    Span past = new Span(month.start(), month.end().isBefore(cut) ? month.end() : cut);
    List<List<Change>> known =
        things.values().stream()
            .filter(each -> each.stream().anyMatch(change -> change.at().isBefore(past.end())))
            .toList();
    return (known.isEmpty() ? List.of(List.<Change>of()) : known)
        .stream()
            .map(
                each ->
                    new StateTimeline(each)
                        .tally(List.of(past), Span.union(exclusions()), effect(), ELAPSED))
            .reduce(Tally.NONE, Tally::plus);
  }
}
