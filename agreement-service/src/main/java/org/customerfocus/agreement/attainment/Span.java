package org.customerfocus.agreement.attainment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A stretch of time from `start` (inclusive) to `end` (exclusive), never empty.
public record Span(Instant start, Instant end) {

  public Span {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("A span ends after it starts: " + start + " to " + end);
    }
  }

  /// Whether the instant lies in this span; the end does not.
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /// The part that both spans share, if they share any.
  public Optional<Span> intersect(Span other) {
    Instant latestStart = start.isAfter(other.start) ? start : other.start;
    Instant earliestEnd = end.isBefore(other.end) ? end : other.end;
    return latestStart.isBefore(earliestEnd)
        ? Optional.of(new Span(latestStart, earliestEnd))
        : Optional.empty();
  }

  /// The real time that elapses, whatever the clocks on the wall do meanwhile.
  public Duration length() {
    return Duration.between(start, end);
  }

  /// The same instants as the given spans together, as disjoint spans in order of time. Spans that
  /// touch become one, so that overlapping exclusions never count twice. The database asks whether
  /// any exclusion covers an event instead, which is tested to come to the same.
  public static List<Span> union(Collection<Span> spans) {
    List<Span> disjoint = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
      Span last = disjoint.isEmpty() ? null : disjoint.getLast();
      if (last == null || last.end.isBefore(span.start)) {
        disjoint.add(span);
      } else if (span.end.isAfter(last.end)) {
        disjoint.set(disjoint.size() - 1, new Span(last.start, span.end));
      }
    }
    return List.copyOf(disjoint);
  }
}
