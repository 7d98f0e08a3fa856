package org.customerfocus.survey.index;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An index, as it is answered.
@Schema(
    description =
        "One index of several questions in the manner of the American Customer Satisfaction Index.")
public record SurveyIndexView(
    UUID surveyId,
    @Schema(description = "The confidence level of the interval.") Double level,
    @Schema(
            description =
                "Σ wᵢ (x̄ᵢ − min) / (max − min) · 100, 0…100, of the means that results tell. Its n"
                    + " is that of the question that the fewest answered. It has no interval where"
                    + " few answered one question and not another.")
        Figure index,
    @Schema(description = "In the order asked for.") List<IndexComponent> components) {

  /// One question.
  @Schema(description = "What one question adds to the index.")
  public record IndexComponent(
      String linkId,
      String text,
      Double weight,
      @Schema(description = "The mean of its valid answers, as results tell it.") Figure mean) {}
}
