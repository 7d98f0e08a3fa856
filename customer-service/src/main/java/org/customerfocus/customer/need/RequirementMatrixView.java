package org.customerfocus.customer.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Segment × requirement, as it is answered.
@Schema(
    name = "RequirementMatrixView",
    description =
        "What each segment requires: a cell for each requirement that matters to a segment or has"
            + " been scored there.")
record RequirementMatrixView(
    @Nullable UUID offeringId,
    @Nullable UUID segmentId,
    @Schema(description = "All requirements asked for, whether or not a segment has one.")
        List<MatrixRequirement> requirements,
    @Schema(description = "The segments that have a cell.") List<MatrixSegment> segments) {

  /// A column of the matrix.
  @Schema(name = "MatrixRequirement", description = "A requirement, over all segments.")
  record MatrixRequirement(
      UUID id,
      String statement,
      RequirementKind kind,
      Voice voice,
      @Schema(description = "How many pieces of evidence it has.") Long evidenceCount,
      @Schema(description = "How far it is met for all customers together.") Figure degreeMet) {}

  /// A row of the matrix.
  @Schema(name = "MatrixSegment", description = "A segment, with what matters to it.")
  record MatrixSegment(UUID id, String name, List<MatrixCell> cells) {}

  /// One requirement in one segment.
  @Schema(name = "MatrixCell", description = "One requirement in one segment.")
  record MatrixCell(
      UUID requirementId,
      @Schema(description = "1 to 10; absent where it is not said.") @Nullable Integer importance,
      @Schema(description = "How far it is met in the segment.") Figure degreeMet,
      @Schema(description = "importance / 10 − degree met, −1 to 1; above zero is underserved.")
          Figure gap) {}

  /// @param rows in the order of their segments
  static RequirementMatrixView of(
      MatrixQuery query, List<MatrixRequirement> requirements, List<MatrixRow> rows) {
    Map<UUID, MatrixSegment> segments = new LinkedHashMap<>();
    for (MatrixRow row : rows) {
      segments
          .computeIfAbsent(
              row.segmentId(), id -> new MatrixSegment(id, row.segment(), new ArrayList<>()))
          .cells()
          .add(new MatrixCell(row.requirementId(), row.importance(), row.degreeMet(), row.gap()));
    }
    return new RequirementMatrixView(
        query.offeringId, query.segmentId, requirements, List.copyOf(segments.values()));
  }
}
