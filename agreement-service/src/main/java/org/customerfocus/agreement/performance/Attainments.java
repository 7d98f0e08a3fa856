package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.agreement.attainment.CalendarMonth;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.contract.AgreementVersionView;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.agreement.exclusion.ExclusionRepository;
import org.customerfocus.agreement.exclusion.ExclusionRepository.Approved;
import org.customerfocus.agreement.performance.AttainmentRepository.Counted;
import org.customerfocus.agreement.performance.AttainmentView.AttainmentMonth;
import org.customerfocus.agreement.performance.AttainmentView.AttainmentResult;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Puts together what an agreement says and what was counted.
@ApplicationScoped
class Attainments {

  static final String COUNTED =
      "Counts anew from the measurements at each call, in calendar months of the agreement's time"
          + " zone and within its term. Every measurement that a commitment selects is good, bad,"
          + " excluded or unknown; what is open and overdue is bad, what is open and not yet due is"
          + " not counted.";
  static final String FROM =
      "The first month; twelve months before to unless given, but not before the term begins.";
  static final String TO =
      "The month after the last; the one after the current month unless given.";

  // No measurement is earlier. East of Greenwich the first day of year 1 begins before it, at an
  // instant that the database cannot read.
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final int MAX_MONTHS = 60;
  private static final int DEFAULT_MONTHS = 12;

  private final AttainmentRepository counts;
  private final ExclusionRepository exclusions;

  Attainments(AttainmentRepository counts, ExclusionRepository exclusions) {
    this.counts = counts;
    this.exclusions = exclusions;
  }

  /// The attainment of some commitments of one agreement.
  ///
  /// @param from the first month; otherwise up to twelve months back, within the term
  /// @param to the month after the last; otherwise the one after the cut's
  AgreementAttainmentView of(
      AgreementView agreement,
      List<CommitmentView> commitments,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      Instant cut) {
    AgreementVersionView version = agreement.version();
    ZoneId zone = ZoneId.of(version.timeZone());
    List<CalendarMonth> months = months(version, zone, from, to, cut);
    List<Approved> approved = exclusions.approved(agreement.id());
    List<AttainmentView> views = new ArrayList<>();
    for (CommitmentView commitment : commitments) {
      views.add(attainment(agreement, commitment, months, approved, cut));
    }
    return new AgreementAttainmentView(
        agreement.id(), version.id(), version.timeZone(), cut, List.copyOf(views));
  }

  private static List<CalendarMonth> months(
      AgreementVersionView version,
      ZoneId zone,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      Instant cut) {
    YearMonth end = to == null ? YearMonth.from(cut.atZone(zone)).plusMonths(1) : to;
    YearMonth start = from;
    if (start == null) {
      YearMonth first = YearMonth.from(version.term().start());
      YearMonth recent = end.minusMonths(DEFAULT_MONTHS);
      start = first.isAfter(recent) ? first : recent;
    } else if (!start.isBefore(end)) {
      throw ProblemException.parameter("to", "must be later than from: it is exclusive");
    }
    if (start.until(end, ChronoUnit.MONTHS) > MAX_MONTHS) {
      throw ProblemException.parameter(
          "from", "asks for more than %d months at once".formatted(MAX_MONTHS));
    }
    return CalendarMonth.between(start, end, zone);
  }

  private AttainmentView attainment(
      AgreementView agreement,
      CommitmentView commitment,
      List<CalendarMonth> months,
      List<Approved> approved,
      Instant cut) {
    AgreementVersionView version = agreement.version();
    List<CalendarMonth> held = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (CalendarMonth month : months) {
      inForce(month, agreement)
          .ifPresent(
              span -> {
                held.add(month);
                spans.add(span);
              });
    }
    List<UUID> customers =
        Stream.concat(Stream.of(agreement.customerId()), version.coveredUserIds().stream())
            .toList();
    List<Span> concerned =
        approved.stream()
            .filter(exclusion -> exclusion.concerns(commitment.id()))
            .map(Approved::span)
            .toList();
    List<Counted> counted =
        spans.isEmpty() ? List.of() : counts.count(commitment, spans, customers, concerned, cut);
    List<AttainmentMonth> views = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      views.add(
          new AttainmentMonth(
              held.get(i).month(),
              span.start(),
              span.end(),
              !span.end().isAfter(cut),
              AttainmentResult.of(counted.get(i), commitment)));
    }
    return new AttainmentView(
        commitment.id(),
        agreement.id(),
        version.id(),
        commitment.name(),
        commitment.customerTerm(),
        version.timeZone(),
        cut,
        commitment.target(),
        List.copyOf(views),
        AttainmentResult.of(sum(counted), commitment));
  }

  private static Counted sum(List<Counted> counted) {
    return counted.stream().reduce(Counted.NOTHING, Counted::plus);
  }

  /// The part of the month in which the agreement holds: within its term, until it was terminated.
  private static Optional<Span> inForce(CalendarMonth month, AgreementView agreement) {
    ZoneId zone = month.zone();
    LocalDate end = agreement.version().term().end();
    Instant start = agreement.version().term().start().atStartOfDay(zone).toInstant();
    Instant from = start.isBefore(EARLIEST) ? EARLIEST : start;
    Instant until = end == null ? Instant.MAX : end.atStartOfDay(zone).toInstant();
    Instant terminated = agreement.terminatedAt();
    if (terminated != null && terminated.isBefore(until)) {
      until = terminated;
    }
    return from.isBefore(until) ? month.span().intersect(new Span(from, until)) : Optional.empty();
  }
}
