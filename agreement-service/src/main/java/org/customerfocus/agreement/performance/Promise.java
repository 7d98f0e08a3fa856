package org.customerfocus.agreement.performance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.agreement.attainment.Measuring;
import org.customerfocus.agreement.attainment.Period;
import org.customerfocus.agreement.attainment.PeriodWindow;
import org.customerfocus.agreement.attainment.ServiceTime;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.Timeslices;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.agreement.metric.MetricRepository.Measure;
import org.customerfocus.agreement.metric.MetricType;
import org.jspecify.annotations.Nullable;

/// A commitment with everything by which it is counted.
///
/// @param agreedAt since when it binds; null for a draft, which is counted to be looked at
/// @param customers whose measurements count where the selector names none
/// @param inForce when its wording held and was not suspended, in order and disjoint
/// @param exclusions the approved ones that concern it
/// @param slices how time is sliced; null where every occurrence counts
/// @param calendarVersion tells one state of its calendar from another
record Promise(
    UUID agreementId,
    UUID agreementVersionId,
    @Nullable Instant agreedAt,
    CommitmentView commitment,
    Measure metric,
    List<UUID> customers,
    List<Span> inForce,
    Exclusions exclusions,
    PeriodWindow window,
    Measuring measuring,
    ServiceTime serviceTime,
    @Nullable Timeslices slices,
    long calendarVersion) {

  /// A period, as far as the wording held in it.
  ///
  /// @param spans in order and disjoint, at least one
  record Part(Period period, List<Span> spans) {

    Instant start() {
      return spans.getFirst().start();
    }

    Instant end() {
      return spans.getLast().end();
    }

    Span hull() {
      return new Span(start(), end());
    }
  }

  UUID id() {
    return commitment.id();
  }

  MetricType type() {
    return metric.type();
  }

  /// Whether what counts is time, and not events.
  boolean ofTime() {
    return type() == MetricType.TIME_RATIO;
  }

  /// The part of a period in which it held, if it held in it.
  Optional<Part> in(Period period) {
    Span whole = period.span();
    List<Span> spans = inForce.stream().flatMap(span -> span.intersect(whole).stream()).toList();
    return spans.isEmpty() ? Optional.empty() : Optional.of(new Part(period, spans));
  }

  /// The parts of the periods that end after `from` and begin before `to`.
  List<Part> parts(Instant from, Instant to) {
    return stream(from, to).toList();
  }

  /// The same, one after the other: of a long time nothing is made that is not asked for.
  Iterator<Part> each(Instant from, Instant to) {
    return stream(from, to).iterator();
  }

  private Stream<Part> stream(Instant from, Instant to) {
    if (inForce.isEmpty()) {
      return Stream.empty();
    }
    Instant first = later(from, inForce.getFirst().start());
    Instant last = earlier(to, inForce.getLast().end());
    return first.isBefore(last)
        ? window.touching(first, last).flatMap(period -> in(period).stream())
        : Stream.empty();
  }

  /// The first of the parts of the periods that do not end before `from` and begin before `to`.
  List<Part> parts(Instant from, Instant to, int most) {
    if (inForce.isEmpty()) {
      return List.of();
    }
    Instant last = earlier(to, inForce.getLast().end());
    return window
        .touching(later(from, inForce.getFirst().start()), last)
        .flatMap(period -> in(period).stream())
        .limit(most)
        .toList();
  }

  boolean agreed() {
    return agreedAt != null;
  }

  /// When a period becomes final: what was over before it was agreed on has its grace time from
  /// there.
  Instant finalAt(Period period, Instant agreed) {
    return later(period.span().end(), agreed).plus(Duration.parse(commitment.graceTime()));
  }

  /// Tells what a stored result rests on besides its rows: the time in which the wording held, the
  /// exclusions and the calendar. Where it differs the result has to be counted anew.
  String basis(Period period) {
    String text =
        in(period)
            .map(
                part ->
                    "%s|%s|%d".formatted(part.spans(), exclusions.in(part.hull()), calendarVersion))
            .orElse("nothing");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
