package org.customerfocus.agreement.recount;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.attainment.AttainmentClass;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.attainment.Timer;
import org.customerfocus.agreement.attainment.Timer.Act;
import org.customerfocus.agreement.attainment.Timer.Action;
import org.customerfocus.conventions.servicetime.Pause;
import org.jspecify.annotations.Nullable;

/// Timers of some things, which may run, stand still, and go over their target in another month.
final class TimerHistory extends RandomHistory {

  private final Map<String, List<Act>> things = new TreeMap<>();
  private final PeriodBy periodBy;
  private final Duration target;

  TimerHistory(Random random, Given given) {
    super(random, given, metric(given, "\"type\": \"duration\", \"unit\": \"h\""));
    periodBy = any(PeriodBy.values());
    target = Duration.ofHours(1 + random.nextInt(40 * 24));
    for (int i = random.nextInt(25); i > 0; i--) {
      String thing = "T" + random.nextInt(4);
      Act act = new Act(time(), any(Action.values()));
      things.computeIfAbsent(thing, each -> new ArrayList<>()).add(act);
      moment(i, thing, act.at(), member(act.action()), member(any(Action.values())));
    }
  }

  private static String member(Action action) {
    return "\"action\": \"%s\"".formatted(wire(action));
  }

  @Override
  String kind() {
    return "timer-event";
  }

  @Override
  String commitment(String members) {
    return Given.commitment(
            metric(),
            members + ", \"percentile\": 0.95, \"periodBy\": \"%s\"".formatted(wire(periodBy)))
        .replace(
            "{\"comparator\": \"at-least\", \"value\": 0.95}",
            "{\"comparator\": \"at-most\", \"value\": %d}".formatted(target.toHours()));
  }

  @Override
  Tally expected(Span month, Instant cut) {
    Tally tally = Tally.NONE;
    for (List<Act> acts : things.values()) {
      for (Timer timer : Timer.of(acts.stream().filter(act -> !act.at().isAfter(cut)).toList())) {
        tally = tally.plus(one(timer, month, cut));
      }
    }
    return tally;
  }

  private Tally one(Timer timer, Span month, Instant cut) {
    @Nullable Instant stop = timer.stop();
    @Nullable Instant over = over(timer);
    boolean kept = ran(timer, stop == null ? cut : stop).compareTo(target) <= 0;
    @Nullable Instant completed = stop == null ? over : stop;
    @Nullable Instant placed = periodBy == PeriodBy.COMPLETED ? completed : timer.start();
    boolean counts = placed != null && month.contains(placed) && (stop != null || !kept);
    if (!counts) {
      return Tally.NONE;
    }
    boolean covered = exclusions().stream().anyMatch(span -> span.contains(placed));
    return Tally.NONE.plus(
        covered && (!kept || effect() == ExclusionEffect.REMOVE)
            ? AttainmentClass.EXCLUDED
            : kept ? AttainmentClass.GOOD : AttainmentClass.BAD,
        1);
  }

  private static Duration ran(Timer timer, Instant end) {
    Instant from = timer.start();
    Duration ran = Duration.ZERO;
    for (Pause pause : timer.pauses()) {
      if (!pause.start().isBefore(end)) {
        break;
      }
      ran = ran.plus(Duration.between(from, pause.start()));
      if (pause.end() == null || !pause.end().isBefore(end)) {
        return ran;
      }
      from = pause.end();
    }
    return ran.plus(Duration.between(from, end));
  }

  /// When it has run for as long as its target is; null where it stands still before.
  private @Nullable Instant over(Timer timer) {
    Instant from = timer.start();
    Duration left = target;
    for (Pause pause : timer.pauses()) {
      Duration ran = Duration.between(from, pause.start());
      if (ran.compareTo(left) >= 0) {
        return from.plus(left);
      }
      left = left.minus(ran);
      if (pause.end() == null) {
        return null;
      }
      from = pause.end();
    }
    return from.plus(left);
  }
}
