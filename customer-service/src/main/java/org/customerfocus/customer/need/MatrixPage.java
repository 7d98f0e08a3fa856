package org.customerfocus.customer.need;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.customer.need.RequirementMatrixView.MatrixCell;
import org.customerfocus.customer.need.RequirementMatrixView.MatrixRequirement;
import org.customerfocus.customer.need.RequirementMatrixView.MatrixSegment;
import org.jspecify.annotations.Nullable;

/// The matrix as a page shows it: a row a requirement, three columns a segment, numbers rounded.
///
/// @param segments the names of the segments
public record MatrixPage(List<String> segments, List<Row> rows) {

  /// One requirement.
  public record Row(
      String statement, String kind, String voice, String evidence, Met met, List<Cell> cells) {}

  /// How far something is met.
  ///
  /// @param detail the interval and the number of answers, empty where there are none
  public record Met(String value, String detail) {

    static Met of(Figure figure) {
      if (figure.value() == null) {
        return new Met(words(figure.status()), "");
      }
      Figure.Interval interval = figure.interval();
      String range =
          interval == null
              ? ""
              : "%.0f–%.0f %%".formatted(100 * interval.lower(), 100 * interval.upper());
      String count = figure.n() == null ? "" : String.format(Locale.ENGLISH, "n = %,d", figure.n());
      String both = range.isEmpty() || count.isEmpty() ? range + count : range + ", " + count;
      return new Met(String.format(Locale.ENGLISH, "%.0f %%", 100 * figure.value()), both);
    }
  }

  /// One requirement in one segment.
  ///
  /// @param tone the class of the gap: `bad` where it is underserved
  public record Cell(String importance, Met met, String gap, String tone) {

    private static final Cell EMPTY = new Cell("–", new Met("–", ""), "–", "");

    static Cell of(@Nullable MatrixCell cell) {
      if (cell == null) {
        return EMPTY;
      }
      Double gap = cell.gap().value();
      return new Cell(
          cell.importance() == null ? "–" : cell.importance().toString(),
          Met.of(cell.degreeMet()),
          gap == null ? "–" : signed(gap),
          gap == null ? "" : gap > 0 ? "bad" : "good");
    }
  }

  static MatrixPage of(RequirementMatrixView matrix) {
    List<Map<UUID, MatrixCell>> columns =
        matrix.segments().stream().map(MatrixPage::byRequirement).toList();
    return new MatrixPage(
        matrix.segments().stream().map(MatrixSegment::name).toList(),
        matrix.requirements().stream().map(each -> row(each, columns)).toList());
  }

  private static Map<UUID, MatrixCell> byRequirement(MatrixSegment segment) {
    Map<UUID, MatrixCell> cells = new HashMap<>();
    segment.cells().forEach(cell -> cells.put(cell.requirementId(), cell));
    return cells;
  }

  private static Row row(MatrixRequirement requirement, List<Map<UUID, MatrixCell>> columns) {
    return new Row(
        requirement.statement(),
        words(requirement.kind()),
        words(requirement.voice()),
        requirement.evidenceCount().toString(),
        Met.of(requirement.degreeMet()),
        columns.stream().map(cells -> Cell.of(cells.get(requirement.id()))).toList());
  }

  /// Underserved by 12 hundredths is +12.
  private static String signed(double gap) {
    long rounded = Math.round(100 * gap);
    return rounded > 0 ? "+" + rounded : rounded < 0 ? "−" + -rounded : "0";
  }

  private static String words(WireEnum value) {
    return value.wire().replace('-', ' ');
  }
}
