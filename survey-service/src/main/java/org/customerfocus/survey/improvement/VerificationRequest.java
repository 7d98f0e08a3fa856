package org.customerfocus.survey.improvement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is to be compared to see whether an improvement helped.
@Schema(
    name = "ImprovementVerificationRequest",
    description = "Which answers tell how it was before and after: two of one kind.")
record VerificationRequest(
    @NotNull @Schema(description = "An improvement that is done and says what it should do.")
        UUID improvementId,
    @NotNull @Valid Moment before,
    @NotNull @Valid Moment after,
    @DecimalMin("0.5")
        @DecimalMax("0.999")
        @Schema(description = "The confidence that is asked for; 0.95 without.")
        @Nullable Double level) {

  /// Answers of one time.
  @Schema(
      name = "ImprovementMoment",
      description =
          "One of: another survey that asks the same question (a wave), a version, a campaign, or the"
              + " days from and to (exclusive) of the survey's answers.")
  record Moment(
      @Nullable UUID surveyId,
      @Nullable UUID surveyVersionId,
      @Nullable UUID campaignId,
      @Schema(description = "The first day, in UTC.") @Nullable LocalDate from,
      @Schema(description = "The first day no more.") @Nullable LocalDate to) {

    /// Of which kind it is; null where it is none or several.
    @Nullable Kind kind() {
      long named =
          Stream.of(surveyId, surveyVersionId, campaignId, from).filter(Objects::nonNull).count();
      if (named != 1 || (from == null) != (to == null)) {
        return null;
      }
      return surveyId != null
          ? Kind.WAVES
          : surveyVersionId != null
              ? Kind.VERSIONS
              : campaignId != null ? Kind.CAMPAIGNS : Kind.PERIODS;
    }
  }

  /// What is compared.
  enum Kind {
    WAVES,
    VERSIONS,
    CAMPAIGNS,
    PERIODS
  }

  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    Kind one = before.kind();
    Kind other = after.kind();
    String needed = "name one of surveyId, surveyVersionId, campaignId, or from with to";
    if (one == null) {
      faults.add(FieldError.at("/before", needed));
    }
    if (other == null) {
      faults.add(FieldError.at("/after", needed));
    }
    if (one != null && other != null && one != other) {
      faults.add(FieldError.at("/after", "must be of the same kind as before"));
    }
    if (one != null && before.equals(after)) {
      faults.add(FieldError.at("/after", "must be another one than before"));
    }
    checkSpan(faults, "/before", before);
    checkSpan(faults, "/after", after);
    if (faults.isEmpty()
        && one == Kind.PERIODS
        && Objects.requireNonNull(after.from()).isBefore(Objects.requireNonNull(before.to()))) {
      faults.add(FieldError.at("/after/from", "must not come before the end of before"));
    }
    return faults;
  }

  private static void checkSpan(List<FieldError> faults, String at, Moment moment) {
    if (moment.from() != null && moment.to() != null && !moment.to().isAfter(moment.from())) {
      faults.add(FieldError.at(at + "/to", "must be after from"));
    }
  }
}
