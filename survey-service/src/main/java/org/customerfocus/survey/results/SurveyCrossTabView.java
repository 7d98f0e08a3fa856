package org.customerfocus.survey.results;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A cross-tabulation, as it is answered.
@Schema(description = "How the answers to one question are spread over the parts of a split.")
public record SurveyCrossTabView(
    UUID surveyId,
    @Schema(description = "What makes the rows.") CrossTabSide row,
    @Schema(description = "What makes the columns.") CrossTabSide column,
    @Schema(description = "The confidence level of the intervals.") Double level,
    @Schema(description = "How many valid answers there are; absent when withheld.")
        @Nullable Long n,
    @Schema(description = "The columns, in their order.") List<CrossTabColumn> columns,
    List<CrossTabRow> rows,
    CrossTabTest test) {

  /// A question or an attribute.
  @Schema(description = "A question or an attribute.")
  public record CrossTabSide(String id, String label) {}

  /// An answer.
  @Schema(description = "An answer.")
  public record CrossTabColumn(
      @Schema(description = "The value of a scale, the code of an option, or true and false.")
          String value,
      @Nullable String label) {}

  /// Those with one value.
  @Schema(description = "Those with one value, or without one.")
  public record CrossTabRow(
      @Nullable String value,
      @Nullable String nonAnswer,
      @Nullable String label,
      @Schema(description = "How many of them have answered; absent when withheld.")
          @Nullable Long n,
      @Schema(description = "One a column; absent when withheld.")
          @Nullable List<CrossTabCell> cells) {}

  /// One cell.
  @Schema(description = "How many of a row gave one answer, and their share of the row.")
  public record CrossTabCell(Long count, Figure share) {}

  /// Whether rows and columns have to do with each other.
  @Schema(
      description =
          "Pearson's chi-square over the rows that have a value, and Cramér's V. They need answers"
              + " of which each respondent gives one, and rows that do not overlap.")
  public record CrossTabTest(
      @Schema(description = "0 where they have nothing to do with each other, 1 at the most.")
          Figure cramersV,
      @Nullable Double chiSquare,
      @Nullable Integer degreesOfFreedom,
      @Schema(minimum = "0", maximum = "1") @Nullable Double pValue,
      @Schema(
              description =
                  "The share of cells that expect fewer than 5; above a fifth the p value is rough.",
              minimum = "0",
              maximum = "1")
          @Nullable Double fewExpected) {}
}
