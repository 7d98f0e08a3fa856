package org.customerfocus.survey.satisfaction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One score over all surveys.
@Schema(name = "SatisfactionView", description = "One score over all surveys.")
record SatisfactionView(
    SatisfactionScore score,
    @Schema(description = "The first day.") LocalDate from,
    @Schema(description = "The day behind the last.") LocalDate to,
    String timeZone,
    @Schema(description = "All answers, unweighted.") Figure headline,
    @Schema(
            description =
                "The scores of the roles, weighted; each person counts once, with the latest answer,"
                    + " under the highest of their roles.")
        RoleCompositeView composite,
    @Schema(
            description =
                "By role that people had when they were asked; a person may have several.")
        List<SatisfactionPart> roles,
    @Schema(description = "By segment that people were in when they were asked, by id.")
        List<SatisfactionPart> segments,
    @Schema(description = "By touchpoint that the answers are about, where they are about one.")
        List<TouchpointScore> touchpoints,
    @Schema(description = "By survey.") List<SurveyScore> surveys,
    @Schema(description = "By period, without gaps.") List<ScorePeriod> trend) {

  /// The composite of the roles.
  @Schema(name = "RoleCompositeView", description = "Σ wᵣ sᵣ / Σ wᵣ over the roles with a score.")
  record RoleCompositeView(
      Figure score,
      @Schema(description = "The weights that were used.") List<RoleWeight> weights) {}

  /// How much a role counts.
  @Schema(name = "RoleWeight", description = "How much a role counts; together they make 1.")
  record RoleWeight(String role, double weight, Figure score) {}

  /// The score of a role or of a segment.
  @Schema(name = "SatisfactionPart", description = "The score of some of those who answered.")
  record SatisfactionPart(
      @Schema(description = "The code of the role, or the id of the segment.") String value,
      Figure score) {}

  /// The score of a touchpoint.
  @Schema(name = "TouchpointScore", description = "The score of the answers about a touchpoint.")
  record TouchpointScore(UUID touchpointId, Figure score) {}

  /// The score of a survey.
  @Schema(name = "SurveyScore", description = "The score of one survey.")
  record SurveyScore(UUID surveyId, @Nullable String name, Figure score) {}

  /// The score of a period.
  @Schema(name = "ScorePeriod", description = "The score of one period of the trend.")
  record ScorePeriod(LocalDate from, LocalDate to, Figure score) {}
}
