package org.customerfocus.agreement.exclusion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.calendar.Recurrence;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// When an excluded time comes again.
@Schema(
    description =
        "When the span comes again: it begins at the same time by the clocks of the time zone, and"
            + " lasts as long in real time.")
public record ExclusionRecurrence(
    @Schema(
            description =
                "A recurrence rule of RFC 5545; it counts from the span's start. UNTIL is in UTC, or"
                    + " without Z a time by the clocks of the time zone.",
            examples = "FREQ=MONTHLY;BYDAY=1SU")
        @NotBlank
        @Size(max = 200)
        String rule,
    @Schema(description = "An IANA time zone.", examples = "Europe/Berlin")
        @NotBlank
        @Size(max = 64)
        String timeZone) {

  /// What recurs is followed for no more times than that at once.
  private static final int MOST = 10_000;

  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    Recurrence.fault(rule).ifPresent(fault -> faults.add(FieldError.at("/recurrence/rule", fault)));
    if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
      faults.add(
          FieldError.at(
              "/recurrence/timeZone", "must be an IANA time zone, such as Europe/Berlin"));
    }
    return faults;
  }

  /// The spans that share something with a time.
  List<Span> spans(Instant start, Instant end, Span within) {
    ZoneId zone = ZoneId.of(timeZone);
    Duration length = Duration.between(start, end);
    LocalDateTime first = LocalDateTime.ofInstant(start, zone);
    // Clocks may go back by up to a day while a span lasts.
    LocalDateTime from = LocalDateTime.ofInstant(within.start().minus(length), zone).minusDays(1);
    LocalDateTime to = LocalDateTime.ofInstant(within.end(), zone).plusDays(1);
    List<Span> spans = new ArrayList<>();
    for (LocalDateTime time : new Recurrence(rule, zone).between(first, from, to, MOST)) {
      Instant begins = time.equals(first) ? start : time.atZone(zone).toInstant();
      Span span = new Span(begins, begins.plus(length));
      if (span.intersect(within).isPresent()) {
        spans.add(span);
      }
    }
    return spans;
  }
}
