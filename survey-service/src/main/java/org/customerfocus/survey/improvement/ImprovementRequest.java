package org.customerfocus.survey.improvement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.survey.results.ScoreName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An improvement as it is asked for.
@Schema(description = "What could be better, why, what is done about it, and what that should do.")
record ImprovementRequest(
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 5000) @Schema(description = "What could be better, and for whom.")
        String opportunity,
    @Size(min = 1, max = 5000) @Schema(description = "What is done; needed once it is planned.")
        @Nullable String action,
    @Schema(description = "Who of our own people sees to it; needed once it is planned.")
        @Nullable UUID ownerPartyId,
    @Schema(description = "opportunity unless said otherwise.") @Nullable ImprovementStatus status,
    @Nullable LocalDate dueOn,
    @Valid @Schema(description = "What it should do to which score.")
        @Nullable ExpectedEffect expectedEffect,
    @NotNull
        @Size(min = 1, max = 100)
        @Schema(description = "What led to it. No improvement without evidence.")
        List<@NotNull @Valid Evidence> evidence,
    @Size(min = 1, max = 100)
        @Schema(description = "What it does to which requirement, for which role.")
        @Nullable List<@NotNull @Valid Effect> effects,
    @Size(min = 1, max = 20)
        @Schema(
            description =
                "What those whose words led to it are told by e-mail once it is done, by language"
                    + " (BCP 47); each gets the one that they like best. Without it nobody is"
                    + " written to, and improvement-notifications list who is to be told.")
        @Nullable
            Map<
                @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}") @Size(min = 2, max = 35)
                String,
                @NotBlank @Size(max = 5000) String>
            messages) {

  /// What a score should gain.
  @Schema(name = "ImprovementExpectation", description = "What a named score should gain.")
  record ExpectedEffect(
      @NotNull UUID surveyId,
      @NotNull @Size(min = 1, max = 64) @Schema(description = "The linkId of the question.")
          String question,
      @Schema(description = "Which score of it; the first that its type has otherwise.")
          @Nullable ScoreName score,
      @NotNull
          @Digits(integer = 8, fraction = 4)
          @Schema(
              description =
                  "By how much, in the unit of the score: points for nps, a ratio for csat and easy,"
                      + " steps for ces and mean. Below zero where it should fall.")
          BigDecimal change) {}

  /// What led to an improvement.
  @Schema(
      name = "ImprovementEvidence",
      description = "What led to it: something with an id, or a question of a survey.")
  record Evidence(
      @NotNull EvidenceType type,
      @NotNull
          @Schema(
              description =
                  "The id of the theme, finding, case, feedback or response; of the survey for a"
                      + " driver or a gap.")
          UUID id,
      @Size(min = 1, max = 64) @Schema(description = "For a driver or a gap: the linkId.")
          @Nullable String question,
      @Size(min = 1, max = 1000) @Nullable String note) {}

  /// What an improvement does.
  @Schema(
      name = "ImprovementEffect",
      description = "What it does to a requirement, to those in a role, or to both together.")
  record Effect(
      @Nullable UUID requirementId,
      @Size(min = 1, max = 60) @Nullable String role,
      @NotNull EffectDirection direction,
      @Size(min = 1, max = 1000) @Nullable String note) {}

  List<Effect> effectList() {
    return effects == null ? List.of() : effects;
  }

  Map<String, String> messageTexts() {
    return messages == null ? Map.of() : messages;
  }

  ImprovementStatus wanted() {
    return status == null ? ImprovementStatus.OPPORTUNITY : status;
  }

  /// What constraints on single fields cannot say.
  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      Evidence each = evidence.get(i);
      boolean asks = each.type() == EvidenceType.DRIVER || each.type() == EvidenceType.GAP;
      if (asks != (each.question() != null)) {
        faults.add(
            FieldError.at(
                "/evidence/%d/question".formatted(i),
                asks ? "name the question" : "belongs to a driver or a gap"));
      }
    }
    for (int i = 0; i < effectList().size(); i++) {
      Effect each = effectList().get(i);
      if (each.requirementId() == null && each.role() == null) {
        faults.add(FieldError.at("/effects/" + i, "name a requirement, a role, or both"));
      }
    }
    boolean begun =
        wanted() != ImprovementStatus.OPPORTUNITY && wanted() != ImprovementStatus.ABANDONED;
    if (begun && action == null) {
      faults.add(FieldError.at("/action", "say what is done"));
    }
    if (begun && ownerPartyId == null) {
      faults.add(FieldError.at("/ownerPartyId", "say who sees to it"));
    }
    return faults;
  }
}
