package org.customerfocus.survey.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes refused rows as a file that can be corrected and imported again.
final class RefusedRowsCsv {

  private RefusedRowsCsv() {}

  /// Writes all of them, as many at a time as a page has.
  ///
  /// @param page the rows after a row number, none when there are no more
  static void write(List<String> header, OutputStream out, LongFunction<List<RefusedRow>> page)
      throws IOException {
    CSVPrinter csv =
        CSVFormat.RFC4180.print(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    List<String> names = new ArrayList<>(List.of("row"));
    names.addAll(header);
    names.add("errors");
    csv.printRecord(names);
    for (List<RefusedRow> rows = page.apply(0);
        !rows.isEmpty();
        rows = page.apply(rows.getLast().rowNumber())) {
      for (RefusedRow row : rows) {
        csv.printRecord(line(row, header.size()));
      }
    }
    csv.flush();
  }

  private static List<String> line(RefusedRow row, int width) {
    List<String> line = new ArrayList<>(List.of(Long.toString(row.rowNumber())));
    line.addAll(row.cells());
    // A row that is short in the file is filled up, so that its errors stand in their column.
    while (line.size() <= width) {
      line.add("");
    }
    line.add(
        row.errors().stream()
            .map(
                error ->
                    error.column().isEmpty()
                        ? error.detail()
                        : error.column() + ": " + error.detail())
            .collect(Collectors.joining("\n")));
    return line;
  }
}
