package org.customerfocus.agreement.attainment;

import java.time.Instant;
import java.util.ArrayList;
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
  /// it stands changes nothing: a start while it runs, or a stop of what does not run.
  public static List<Timer> of(List<Act> acts) {
    List<Timer> timers = new ArrayList<>();
    @Nullable Instant start = null;
    @Nullable Instant paused = null;
    List<Pause> pauses = new ArrayList<>();
    List<Act> ordered =
        acts.stream()
            .sorted(java.util.Comparator.comparing(Act::at).thenComparing(Act::action))
            .toList();
    for (Act act : ordered) {
      switch (act.action()) {
        case START -> start = start == null ? act.at() : start;
        case PAUSE -> paused = start != null && paused == null ? act.at() : paused;
        case RESUME -> {
          if (paused != null) {
            pauses.add(new Pause(paused, act.at()));
            paused = null;
          }
        }
        case STOP -> {
          if (start != null) {
            if (paused != null) {
              pauses.add(new Pause(paused, act.at()));
            }
            timers.add(new Timer(start, act.at(), pauses));
            start = null;
            paused = null;
            pauses = new ArrayList<>();
          }
        }
      }
    }
    if (start != null) {
      if (paused != null) {
        pauses.add(new Pause(paused, null));
      }
      timers.add(new Timer(start, null, pauses));
    }
    return timers;
  }
}
