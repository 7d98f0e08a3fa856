package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.csv.CsvSource;
import org.customerfocus.conventions.csv.CsvTable;
import org.customerfocus.conventions.job.Rows;
import org.customerfocus.customer.importing.CustomerImportMapping.ConstantField;
import org.customerfocus.customer.importing.CustomerImportMapping.MappedCell;
import org.customerfocus.customer.importing.CustomerImportMapping.MappedColumn;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV file as documents, by its mapping or by a header that names fields.
final class CsvRows implements Rows<FileRow> {

  /// What an export tells and an import does not take, and what a file of refused rows adds.
  static final Set<String> IGNORED = Set.of("id", "createdAt", "updatedAt", "row", "errors");

  /// @param place of the column in the file
  /// @param cells what other cells stand for, null for none
  private record Column(int place, FieldPath path, Map<String, @Nullable String> cells) {}

  /// @param element the array element it belongs to, where other columns may fill that; without a
  ///   value of theirs there is no such element, and no constant in it
  private record Constant(FieldPath path, String value, @Nullable FieldPath element) {}

  private final CsvSource source;
  private final List<Column> columns = new ArrayList<>();
  private final List<Constant> constants = new ArrayList<>();
  private final int identity;

  CsvRows(InputStream bytes, CustomerImportMapping mapping) throws IOException, CsvFault {
    source = new CsvSource(bytes, mapping.delimiterChar(), mapping.charsetOrUtf8());
    List<String> header = source.header();
    String identityColumn = mapping.identity() == null ? null : mapping.identity().column();
    identity = identityColumn == null ? -1 : header.indexOf(identityColumn.strip());
    for (MappedColumn column : columns(header, mapping)) {
      columns.add(
          new Column(
              header.indexOf(column.column().strip()),
              FieldPath.of(column.field()),
              cells(column.cells())));
    }
    for (ConstantField constant : mapping.constantList()) {
      FieldPath path = FieldPath.of(constant.field());
      FieldPath element = path.element();
      boolean filled =
          element != null && columns.stream().anyMatch(each -> each.path().startsWith(element));
      constants.add(new Constant(path, constant.value(), filled ? element : null));
    }
  }

  /// The columns that the mapping names, or those whose header names a field.
  static List<MappedColumn> columns(List<String> header, CustomerImportMapping mapping) {
    if (mapping.columns() != null) {
      return mapping.columns();
    }
    String identity = mapping.identity() == null ? null : mapping.identity().column();
    return header.stream()
        .filter(name -> !IGNORED.contains(name) && !name.equals(identity))
        .map(name -> new MappedColumn(name, name, null))
        .toList();
  }

  private static Map<String, @Nullable String> cells(@Nullable List<MappedCell> cells) {
    Map<String, @Nullable String> byCell = new HashMap<>();
    if (cells != null) {
      cells.forEach(each -> byCell.put(each.cell().strip(), each.to()));
    }
    return byCell;
  }

  List<String> header() {
    return source.header();
  }

  @Override
  public @Nullable FileRow next() throws IOException, CsvFault {
    CsvSource.Row row = source.next();
    if (row == null) {
      return null;
    }
    List<String> cells = row.cells();
    if (cells.size() != header().size()) {
      return new FileRow(
          row.number(),
          cells,
          null,
          null,
          List.of(
              RowFault.ofRow(
                  "has %d cells where the header names %d: look for a delimiter that is not quoted"
                      .formatted(cells.size(), header().size()))));
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    for (Column column : columns) {
      String value = value(column, cells.get(column.place()));
      if (value != null) {
        column.path().put(document, TextNode.valueOf(value));
      }
    }
    for (Constant constant : constants) {
      boolean wanted = constant.element() == null || constant.element().in(document) != null;
      if (wanted && constant.path().in(document) == null) {
        constant.path().put(document, TextNode.valueOf(constant.value()));
      }
    }
    FieldPath.closeGaps(document);
    String own = identity < 0 ? null : CsvTable.unguarded(cells.get(identity).strip());
    return new FileRow(row.number(), cells, document, own, List.of());
  }

  private static @Nullable String value(Column column, String cell) {
    String text = CsvTable.unguarded(cell.strip());
    if (column.cells().containsKey(text)) {
      return column.cells().get(text);
    }
    return text.isEmpty() ? null : text;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
