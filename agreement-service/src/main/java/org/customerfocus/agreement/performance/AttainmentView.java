package org.customerfocus.agreement.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Attainment;
import org.customerfocus.agreement.attainment.AttainmentStatus;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.attainment.ErrorBudget;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.agreement.contract.Target;
import org.customerfocus.agreement.performance.AttainmentRepository.Counted;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far one commitment was kept, month by month.
@Schema(
    description =
        "How far one commitment was kept in each calendar month of the agreement's time zone.")
record AttainmentView(
    UUID commitmentId,
    UUID agreementId,
    UUID agreementVersionId,
    String name,
    @Schema(description = "The customer's own word for what is counted.") String customerTerm,
    String timeZone,
    @Schema(description = "What was open and due before this instant counts as bad.") Instant cut,
    Target target,
    List<AttainmentMonth> months,
    @Schema(description = "All months together.") AttainmentResult overall) {

  /// One calendar month.
  @Schema(description = "One calendar month.")
  record AttainmentMonth(
      YearMonth month,
      @Schema(description = "The part of the month that lies in the agreement's term.")
          Instant start,
      @Schema(description = "Exclusive.") Instant end,
      @Schema(description = "Whether the month was over at the cut.") Boolean closed,
      AttainmentResult result) {}

  /// What was counted and what it says.
  @Schema(
      description =
          "What was counted: good, bad, excluded and unknown sum to total exactly. The status is"
              + " decided on the exact fraction, never on its rounding.")
  record AttainmentResult(
      Long good,
      Long bad,
      Long excluded,
      Long unknown,
      Long total,
      @Schema(description = "Open and not due before the cut: not counted.") Long notYetDue,
      Figure attainment,
      AttainmentStatus status,
      @Schema(description = "Absent where the target is a limit from above.")
          @Nullable EventBudget errorBudget) {

    static AttainmentResult of(Counted counted, CommitmentView commitment) {
      Tally tally = counted.tally();
      Attainment attainment =
          Attainment.of(tally, commitment.exclusionEffect(), commitment.unknownAs());
      return new AttainmentResult(
          tally.good(),
          tally.bad(),
          tally.excluded(),
          tally.unknown(),
          tally.total(),
          counted.notYetDue(),
          figure(attainment, tally, commitment),
          attainment.status(commitment.target().bound()),
          EventBudget.of(attainment, commitment.target()));
    }

    private static Figure figure(Attainment attainment, Tally tally, CommitmentView commitment) {
      String method =
          "attainment/%s-unknown-%s"
              .formatted(commitment.exclusionEffect().wire(), commitment.unknownAs().wire());
      return attainment
          .value()
          .map(value -> Figure.exact(value, "ratio", attainment.base(), tally.total(), method))
          .orElseGet(
              () ->
                  Figure.insufficient(
                      "ratio", 0, tally.total(), method, "No measurement of this time counts."));
    }
  }

  /// How much bad the target allows.
  @Schema(description = "How many bad events the target allows among those that count; exact.")
  record EventBudget(
      @Schema(description = "(1 − target) · events that count; not always whole.")
          BigDecimal allowed,
      @Schema(description = "Events that count and are not good.") BigDecimal spent,
      @Schema(description = "Below 0 when it is overspent.") BigDecimal remaining) {

    static @Nullable EventBudget of(Attainment attainment, Target target) {
      boolean floor =
          target.comparator() == Comparator.AT_LEAST || target.comparator() == Comparator.ABOVE;
      if (!floor) {
        return null;
      }
      ErrorBudget budget =
          ErrorBudget.ofEvents(
              target.value(), attainment.base(), attainment.base() - attainment.part());
      return new EventBudget(budget.allowed(), budget.spent(), budget.remaining());
    }
  }
}
