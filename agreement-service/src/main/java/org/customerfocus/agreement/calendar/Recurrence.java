package org.customerfocus.agreement.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/// When something comes again, by a recurrence rule of RFC 5545 over the clocks on the wall. Its
/// first time is always one of them, as in that standard.
///
/// @param rule such as `FREQ=MONTHLY;BYDAY=-1FR`; its UNTIL is a time in UTC, as that standard has
///   it where a zone is known, or one of the clocks
/// @param zone of the clocks
public record Recurrence(String rule, ZoneId zone) {

  private static final Set<Freq> FREQUENCIES =
      Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

  /// What is wrong with a rule, if anything is, in whatever zone.
  public static Optional<String> fault(String rule) {
    Recurrence recurrence = new Recurrence(rule, ZoneOffset.UTC);
    try {
      RecurrenceRule read = recurrence.read();
      if (!FREQUENCIES.contains(read.getFreq())) {
        return Optional.of("must recur daily, weekly, monthly or yearly");
      }
      recurrence.between(
          LocalDateTime.parse("2026-01-01T00:00"),
          LocalDateTime.parse("2026-01-01T00:00"),
          LocalDateTime.parse("2027-01-01T00:00"),
          1);
      return Optional.empty();
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      return Optional.of("is no recurrence rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=SU");
    }
  }

  private RecurrenceRule read() throws InvalidRecurrenceRuleException {
    RecurrenceRule read = new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
    DateTime until = read.getUntil();
    if (until != null && !until.isFloating()) {
      Instant end = Instant.ofEpochMilli(until.getTimestamp());
      read.setUntil(dateTime(LocalDateTime.ofInstant(end, zone)));
    }
    return read;
  }

  /// The times from `from` (inclusive) to `to` (exclusive), in order.
  ///
  /// @param first when it comes for the first time
  /// @param most how many are told at most
  public List<LocalDateTime> between(
      LocalDateTime first, LocalDateTime from, LocalDateTime to, int most) {
    List<LocalDateTime> times = new ArrayList<>();
    if (!first.isBefore(from) && first.isBefore(to)) {
      times.add(first);
    }
    try {
      RecurrenceRuleIterator next = read().iterator(dateTime(first));
      if (from.isAfter(first)) {
        next.fastForward(dateTime(from));
      }
      while (next.hasNext() && times.size() < most) {
        LocalDateTime time = local(next.nextDateTime());
        if (!time.isBefore(to)) {
          break;
        }
        if (!time.isBefore(from) && time.isAfter(first)) {
          times.add(time);
        }
      }
      return times;
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalStateException("A stored rule was checked when it was written", e);
    }
  }

  private static DateTime dateTime(LocalDateTime time) {
    // Months are counted from 0 there.
    return new DateTime(
        time.getYear(),
        time.getMonthValue() - 1,
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond());
  }

  private static LocalDateTime local(DateTime time) {
    return LocalDateTime.of(
        time.getYear(),
        time.getMonth() + 1,
        time.getDayOfMonth(),
        time.getHours(),
        time.getMinutes(),
        time.getSeconds());
  }
}
