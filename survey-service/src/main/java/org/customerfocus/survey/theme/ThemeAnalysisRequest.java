package org.customerfocus.survey.theme;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.survey.feedback.FeedbackForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An analysis as it is asked for.
@Schema(description = "Which open answers or which feedback is to be grouped into themes.")
record ThemeAnalysisRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull ThemeSource source,
    @Schema(description = "The survey whose answers are looked at; needed for responses.")
        @Nullable UUID surveyId,
    @Size(min = 1, max = 50) @Schema(description = "The open questions; all of the survey without.")
        @Nullable List<@NotNull @Size(max = 64) String> linkIds,
    @Size(min = 1, max = 64)
        @Schema(
            description =
                "The question whose score is compared with and without each theme: of this response,"
                    + " or of the one that the feedback came with.")
        @Nullable String scoreLinkId,
    @Size(min = 1, max = 5) @Schema(description = "For feedback: its forms; every one without.")
        @Nullable List<@NotNull FeedbackForm> forms,
    @Schema(description = "For feedback: what it is about.") @Nullable UUID offeringId,
    @Schema(
            description =
                "What was said from here on. Where there is a threshold: a midnight of UTC, and best"
                    + " the beginning of a quarter or month. What of a theme was said on days, weeks,"
                    + " months or quarters that few others of it were said on is told of longer"
                    + " spans alone.")
        @Nullable Instant from,
    @Schema(description = "What was said before; as from.") @Nullable Instant to,
    @Size(min = 2, max = 35)
        @Pattern(regexp = "[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*", message = "must be a BCP 47 tag")
        @Schema(
            description =
                "The language of texts that do not tell theirs; en without. Others are told by their"
                    + " words.")
        @Nullable String language,
    @Min(0)
        @Max(1000)
        @Schema(
            description =
                "For feedback: fewer mentions than this are not told, nor shown; 5 without. A survey"
                    + " has its own.")
        @Nullable Integer anonymityThreshold,
    @Schema(description = "Set it to queued to have the themes computed again.")
        @Nullable AnalysisStatus status) {

  static final int THRESHOLD = 5;

  private static final String CUT =
      "must be a midnight of UTC, where few people are not to be told of";

  /// What constraints on single fields cannot say.
  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    if (source == ThemeSource.RESPONSES) {
      if (surveyId == null) {
        faults.add(FieldError.at("/surveyId", "name the survey whose answers are looked at"));
      }
      if (forms != null) {
        faults.add(FieldError.at("/forms", "belong to feedback"));
      }
      if (offeringId != null) {
        faults.add(FieldError.at("/offeringId", "belongs to feedback"));
      }
      if (anonymityThreshold != null) {
        faults.add(FieldError.at("/anonymityThreshold", "is the survey's own"));
      }
    } else if (linkIds != null) {
      faults.add(FieldError.at("/linkIds", "belong to responses"));
    } else if (surveyId != null) {
      faults.add(FieldError.at("/surveyId", "belongs to responses"));
    }
    if (from != null && to != null && !to.isAfter(from)) {
      faults.add(FieldError.at("/to", "must be after from"));
    }
    return faults;
  }

  /// Days that the span would cut, so that spans that differ by less than a day could be told.
  List<FieldError> cutDays() {
    List<FieldError> faults = new ArrayList<>();
    if (!Selection.isMidnight(from)) {
      faults.add(FieldError.at("/from", CUT));
    }
    if (!Selection.isMidnight(to)) {
      faults.add(FieldError.at("/to", CUT));
    }
    return faults;
  }

  Selection selection() {
    return new Selection(linkIds, scoreLinkId, forms, offeringId, from, to);
  }
}
