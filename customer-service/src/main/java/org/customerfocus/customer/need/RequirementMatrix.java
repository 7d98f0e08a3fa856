package org.customerfocus.customer.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.csv.CsvTable;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.need.RequirementMatrixView.MatrixRequirement;
import org.customerfocus.customer.reference.ReferenceRepository;
import org.customerfocus.customer.reference.Target;
import org.jspecify.annotations.Nullable;

/// Segment × requirement: the same numbers for an answer, a table and a page.
@ApplicationScoped
class RequirementMatrix {

  static final String CSV_EXAMPLE =
      """
      segmentId,segment,requirementId,requirement,kind,voice,evidenceCount,importance,degreeMetStatus,degreeMet,n,base,level,lower,upper,method,asOf,gap
      0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d60,Families,0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d51,Through security in ten minutes,key-driver,spoken,2,9,ok,0.78,262,280,0.95,0.73,0.83,csat/wilson,2026-11-20T18:00:00Z,0.12
      """;

  private static final int MAX_REQUIREMENTS = 200;
  private static final int MAX_CELLS = 10_000;
  private static final int PART = 500;

  private final MatrixRepository matrix;
  private final ReferenceRepository references;

  RequirementMatrix(MatrixRepository matrix, ReferenceRepository references) {
    this.matrix = matrix;
    this.references = references;
  }

  /// The whole part of the matrix that is asked for.
  ///
  /// @throws ProblemException 400 when it is too much for one answer: never a part without a word
  RequirementMatrixView whole(MatrixQuery query) {
    check(query);
    List<MatrixRequirement> requirements = matrix.requirements(query, MAX_REQUIREMENTS + 1);
    List<MatrixRow> cells = matrix.cells(query, null, MAX_CELLS + 1);
    if (requirements.size() > MAX_REQUIREMENTS || cells.size() > MAX_CELLS) {
      throw ProblemException.parameter(
          query.offeringId == null ? "offeringId" : "segmentId",
          "is needed here: the matrix has more than %d requirements or %d cells; or take the CSV"
              .formatted(MAX_REQUIREMENTS, MAX_CELLS));
    }
    return RequirementMatrixView.of(query, requirements, cells);
  }

  /// Refuses what is asked of an offering or a segment that is not there.
  void check(MatrixQuery query) {
    check("offeringId", Target.OFFERING, query.offeringId);
    check("segmentId", Target.SEGMENT, query.segmentId);
  }

  private void check(String name, Target target, @Nullable UUID id) {
    if (id != null && references.existing(target, List.of(id)).isEmpty()) {
      throw ProblemException.parameter(name, "names what is not there");
    }
  }

  /// The cells as rows, part by part, so that no length is too much.
  void write(MatrixQuery query, OutputStream out) throws IOException {
    CsvTable table = CsvTable.to(out, CSV_EXAMPLE.lines().findFirst().orElseThrow().split(","));
    List<MatrixRow> part = matrix.cells(query, null, PART);
    while (!part.isEmpty()) {
      for (MatrixRow row : part) {
        write(row, table);
      }
      part = part.size() < PART ? List.of() : matrix.cells(query, part.getLast(), PART);
    }
    table.end();
  }

  private static void write(MatrixRow row, CsvTable table) throws IOException {
    Figure met = row.degreeMet();
    Figure.Interval interval = met.interval();
    table.row(
        row.segmentId(),
        row.segment(),
        row.requirementId(),
        row.requirement(),
        row.kind(),
        row.voice(),
        row.evidenceCount(),
        row.importance(),
        met.status(),
        met.value(),
        met.n(),
        met.base(),
        interval == null ? null : interval.level(),
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        met.method(),
        row.degree() == null ? null : row.degree().asOf(),
        row.gap().value());
  }
}
