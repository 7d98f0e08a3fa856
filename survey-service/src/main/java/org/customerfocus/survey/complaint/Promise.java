package org.customerfocus.survey.complaint;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customerfocus.conventions.servicetime.Pause;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.jspecify.annotations.Nullable;

/// That something happens to a case within some service time, and what became of it.
@Embeddable
class Promise {

  /// In seconds of service time; null where nothing was promised.
  private @Nullable Long within;

  private @Nullable Instant dueAt;
  private @Nullable Boolean inTime;

  protected Promise() {}

  Promise(@Nullable Long within) {
    this.within = within;
  }

  /// Counts anew; while the clock stands still, nothing is due.
  void count(ServiceCalendar calendar, Instant from, List<Pause> pauses) {
    dueAt = within == null ? null : calendar.due(from, Duration.ofSeconds(within), pauses);
  }

  /// It happened.
  void happen(ServiceCalendar calendar, Instant from, Instant at, List<Pause> pauses) {
    if (within != null && inTime == null) {
      inTime = calendar.elapsed(from, at, pauses).compareTo(Duration.ofSeconds(within)) <= 0;
    }
  }

  /// Those say so who know.
  void tell(@Nullable Boolean told) {
    inTime = told;
  }

  /// It happened, and nobody knows when: it is neither due nor in time nor late.
  void forget() {
    within = null;
  }

  /// It is to happen once more.
  void reopen() {
    inTime = null;
  }

  @Nullable Instant dueAt() {
    return dueAt;
  }

  @Nullable Boolean inTime() {
    return inTime;
  }
}
