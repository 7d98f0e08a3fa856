package org.customerfocus.agreement.attainment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.customerfocus.conventions.servicetime.Pause;
import org.jspecify.annotations.Nullable;

/// What runs from a start to a stop, and stands still in between while it is paused.
///
/// @param stop null while it runs
/// @param pauses the last of which may last
public record Timer(Instant start, @Nullable Instant stop, List<Pause> pauses) {

  /// What somebody did to a timer. Declared in the order in which several at one instant are taken.
  public enum Action {
    STOP,
    START,
    RESUME,
    PAUSE
  }

  /// An action at an instant.
  public record Act(Instant at, Action action) {}

  public Timer {
    pauses = List.copyOf(pauses);
  }

  /// The timers of one thing, from all that was done to it, in any order. What makes no sense where
  /// it stands changes nothing: a start while it runs, or a stop of what does not run. What is
  /// started and stopped at one instant took no time.
  public static List<Timer> of(List<Act> acts) {
    Dial dial = new Dial();
    acts.stream()
        .sorted(Comparator.comparing(Act::at).thenComparing(Act::action))
        .forEach(dial::take);
    return dial.timers();
  }

  /// Takes acts in their order.
  private static final class Dial {
    private final List<Timer> timers = new ArrayList<>();
    private List<Pause> pauses = new ArrayList<>();
    private @Nullable Instant start;
    private @Nullable Instant paused;

    /// When a stop came that nothing ran for: a start of the same instant was meant.
    private @Nullable Instant idle;

    void take(Act act) {
      switch (act.action()) {
        case START -> start(act.at());
        case PAUSE -> paused = start != null && paused == null ? act.at() : paused;
        case RESUME -> resume(act.at());
        case STOP -> stop(act.at());
      }
    }

    private void start(Instant at) {
      if (start != null) {
        return;
      }
      start = at;
      if (at.equals(idle)) {
        stop(at);
        idle = null;
      }
    }

    private void resume(@Nullable Instant at) {
      if (paused != null) {
        pauses.add(new Pause(paused, at));
        paused = null;
      }
    }

    private void stop(@Nullable Instant at) {
      if (start == null) {
        idle = at;
        return;
      }
      resume(at);
      timers.add(new Timer(start, at, pauses));
      start = null;
      pauses = new ArrayList<>();
    }

    List<Timer> timers() {
      if (start != null) {
        stop(null);
      }
      return timers;
    }
  }
}
