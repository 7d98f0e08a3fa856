package org.customerfocus.survey.driver;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Key drivers, as they are answered.
@Schema(description = "The share of an outcome's variance that each item explains.")
public record SurveyDriversView(
    UUID surveyId,
    String outcome,
    String outcomeText,
    @Schema(description = "The confidence level of the intervals.") Double level,
    @Schema(
            description =
                "The share of the outcome's variance that all items explain together. Its n counts"
                    + " those who answered all of it; where small cells are withheld it is rounded"
                    + " down to a multiple of the threshold, so that two sets of items do not tell"
                    + " who answered the one alone.")
        Figure rSquared,
    @Schema(description = "The items in the order asked for; absent without a model.")
        @Nullable List<KeyDriver> drivers,
    @Schema(description = "The mean importance, at which the quadrants are split.")
        @Nullable Double importanceMean,
    @Schema(description = "The mean performance, at which the quadrants are split.")
        @Nullable Double performanceMean,
    @Schema(
            description =
                "How often respondents were drawn again for the intervals of R² and of the relative"
                    + " weights.")
        @Nullable Integer resamples,
    @Schema(
            description =
                "The same for LMG: fewer for 15 and 16 items, and 0 from 17 on, where it would take"
                    + " too long and LMG's shares have no interval.")
        @Nullable Integer lmgResamples) {

  /// One item.
  @Schema(description = "What one item has to do with the outcome.")
  public record KeyDriver(
      String linkId,
      String text,
      @Schema(
              description =
                  "LMG's share of R² (Shapley value): what the item adds, averaged over all orders.")
          Figure lmg,
      @Schema(description = "Johnson's relative weight: the share of R² by another way.")
          Figure relativeWeight,
      @Schema(description = "LMG's share of what all items explain, 0…1.") Double importance,
      @Schema(description = "The item's mean, as results tell it, on its scale as 0…100.")
          Figure performance,
      @Schema(description = "By importance and performance; absent without the latter.")
          @Nullable Quadrant quadrant) {}
}
