package org.customerfocus.agreement.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.csv.CsvFault;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a table whose columns are named as the members of a report are: `entityType`,
/// `entityReference` and `dimensions.<name>` among them. An empty cell is an absent member.
final class TableRow {

  private static final String DIMENSION = "dimensions.";
  private static final Set<String> OF_ALL =
      Set.of(
          "source",
          "sourceId",
          "metricId",
          "entityType",
          "entityReference",
          "customerId",
          "offeringId");

  private final List<String> columns;

  private TableRow(List<String> columns) {
    this.columns = columns;
  }

  /// @throws CsvFault where a column is none of these, or is there twice
  static TableRow of(List<String> header, Set<String> members) throws CsvFault {
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      boolean known =
          OF_ALL.contains(column)
              || members.contains(column)
              || (column.startsWith(DIMENSION) && column.length() > DIMENSION.length());
      if (!known) {
        throw new CsvFault(
            "There is no column %s: take source, sourceId, metricId, entityType, entityReference, customerId, offeringId, dimensions.<name>, %s."
                .formatted(column, String.join(", ", members.stream().sorted().toList())));
      }
      if (!seen.add(column)) {
        throw new CsvFault("There are two columns %s.".formatted(column));
      }
    }
    return new TableRow(List.copyOf(header));
  }

  /// @return false where a cell is not of the plain form
  boolean read(List<String> cells, Report into) {
    into.clear();
    if (cells.size() != columns.size()) {
      return false;
    }
    StringBuilder dimensions = new StringBuilder("{");
    int count = 0;
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      String column = columns.get(i);
      if (cell.isEmpty()) {
        continue;
      }
      if (column.startsWith(DIMENSION)) {
        String name = column.substring(DIMENSION.length());
        if (++count > Dimensions.MOST
            || !Report.isPlain(name, Report.LONGEST_NAME)
            || !Report.isValue(cell)) {
          return false;
        }
        Dimensions.add(dimensions, name, cell);
      } else if (!member(column, cell, into)) {
        return false;
      }
    }
    into.dimensions = Dimensions.close(dimensions);
    return true;
  }

  private static boolean member(String column, String cell, Report into) {
    return switch (column) {
      case "source" -> (into.source = cell) != null;
      case "sourceId" -> (into.sourceId = cell) != null;
      case "metricId" -> (into.metricId = uuid(cell)) != null;
      case "entityType" -> (into.entityType = cell) != null;
      case "entityReference" -> (into.entityReference = cell) != null;
      case "customerId" -> (into.customerId = uuid(cell)) != null;
      case "offeringId" -> (into.offeringId = uuid(cell)) != null;
      case "dueAt" -> (into.dueAt = Instants.micros(cell)) != Report.NONE;
      case "startedAt" -> (into.startedAt = Instants.micros(cell)) != Report.NONE;
      case "completedAt" -> (into.completedAt = Instants.micros(cell)) != Report.NONE;
      case "at" -> (into.at = Instants.micros(cell)) != Report.NONE;
      case "value" -> Values.read(cell.toCharArray(), 0, cell.length(), into);
      case "good" -> {
        into.good = cell.equals("true");
        yield isBoolean(cell);
      }
      case "unknown" -> {
        into.unknown = cell.equals("true");
        yield isBoolean(cell);
      }
      default -> (into.word = cell) != null;
    };
  }

  private static boolean isBoolean(String cell) {
    return cell.equals("true") || cell.equals("false");
  }

  private static @Nullable UUID uuid(String cell) {
    return cell.length() == 36 ? Uuids.parse(cell.toCharArray(), 0) : null;
  }

  /// The row as the object that a line of JSON would be.
  ///
  /// @return why it is none, or null
  @Nullable String bind(List<String> cells, ObjectNode into) {
    if (cells.size() != columns.size()) {
      return "has %d cells where the header has %d".formatted(cells.size(), columns.size());
    }
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      String column = columns.get(i);
      if (cell.isEmpty()) {
        continue;
      }
      if (column.startsWith(DIMENSION)) {
        into.withObjectProperty("dimensions").put(column.substring(DIMENSION.length()), cell);
      } else if (column.startsWith("entity")) {
        into.withObjectProperty("entity")
            .put(column.equals("entityType") ? "type" : "reference", cell);
      } else if (column.equals("value")) {
        number(cell, into);
      } else if (isBoolean(cell) && (column.equals("good") || column.equals("unknown"))) {
        into.put(column, cell.equals("true"));
      } else {
        into.set(column, TextNode.valueOf(cell));
      }
    }
    return null;
  }

  private static void number(String cell, ObjectNode into) {
    try {
      into.put("value", new BigDecimal(cell));
    } catch (ArithmeticException | NumberFormatException e) {
      // Its binding says what it should be.
      into.put("value", cell);
    }
  }
}
