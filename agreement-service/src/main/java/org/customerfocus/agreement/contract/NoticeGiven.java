package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// That one side will not go on.
@Schema(
    description =
        "That one side gave notice: the agreement ends when the period of notice has passed, and is"
            + " not renewed.")
public record NoticeGiven(
    @Schema(
            description =
                "The day on which the other side was told: not before the term, and at most ten years"
                    + " ahead.")
        @NotNull
        LocalDate on,
    @Schema(description = "Who gave it.") @NotNull AgreementSide by) {

  /// How many years ahead notice can be given.
  private static final int YEARS = 10;

  /// @throws ProblemException 422 where the day lies before the term, or far in the future
  void requireWithin(Term term, LocalDate today) {
    LocalDate last = today.plusYears(YEARS);
    if (on.isBefore(term.start()) || on.isAfter(last)) {
      throw ProblemException.invalid(
          "/noticeGiven/on",
          "must not be before %s, when the term begins, nor after %s"
              .formatted(term.start(), last));
    }
  }
}
