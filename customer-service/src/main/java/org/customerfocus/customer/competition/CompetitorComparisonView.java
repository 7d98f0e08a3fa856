package org.customerfocus.customer.competition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A comparison as it is answered.
@Schema(name = "CompetitorComparisonView", description = "Ours against theirs.")
record CompetitorComparisonView(
    UUID id,
    UUID competitorId,
    UUID requirementId,
    @Nullable UUID segmentId,
    ComparisonScale scale,
    ComparedFigure ours,
    ComparedFigure theirs,
    @Schema(description = "Ours minus theirs; with an interval where both have one of one level.")
        Figure difference,
    @Schema(
            description =
                "Who is better; undecided where the interval of the difference holds zero.")
        Standing standing,
    Instant createdAt,
    Instant updatedAt) {

  /// One side's score as a figure.
  @Schema(name = "ComparedFigure", description = "One side's score, with its source and date.")
  record ComparedFigure(Figure score, String source, LocalDate date) {

    static ComparedFigure of(ComparedScore score, String unit) {
      return new ComparedFigure(score.figure(unit), score.source(), score.date());
    }
  }

  static CompetitorComparisonView of(CompetitorComparison comparison) {
    CompetitorComparisonRequest as = comparison.asRequest();
    String unit = as.scale().name();
    Figure difference = Difference.of(as.ours(), as.theirs(), unit);
    return new CompetitorComparisonView(
        comparison.id(),
        as.competitorId(),
        as.requirementId(),
        as.segmentId(),
        as.scale(),
        ComparedFigure.of(as.ours(), unit),
        ComparedFigure.of(as.theirs(), unit),
        difference,
        Difference.standing(difference, as.scale().better()),
        comparison.createdAt(),
        comparison.updatedAt());
  }
}
