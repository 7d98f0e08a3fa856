package org.customerfocus.customer.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.customerfocus.conventions.http.FileStream.Source;

/// Writes refused rows as a file that can be corrected and imported again.
final class RefusedRowsFile {

  private RefusedRowsFile() {}

  /// The cells as they stood in the file, with its delimiter and in its charset: the same mapping
  /// reads them again.
  ///
  /// @param page the rows after a row number, none when there are no more
  static void csv(CustomerImport job, OutputStream out, LongFunction<List<RefusedRow>> page)
      throws IOException {
    List<String> header = job.format() == FileFormat.NDJSON ? List.of("line") : job.header();
    CSVPrinter csv =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(job.mapping().delimiterChar())
            .get()
            .print(new BufferedWriter(new OutputStreamWriter(out, job.mapping().charsetOrUtf8())));
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
    line.add(row.errors().stream().map(RowFault::text).collect(Collectors.joining("\n")));
    return line;
  }

  /// One object a line: an NDJSON line with `row` and `errors` beside its own members, which an
  /// import ignores; a row of a CSV file by its columns.
  static Source<ObjectNode> lines(
      CustomerImport job, ObjectMapper json, LongFunction<List<RefusedRow>> page) {
    return sink -> {
      for (List<RefusedRow> rows = page.apply(0);
          !rows.isEmpty();
          rows = page.apply(rows.getLast().rowNumber())) {
        for (RefusedRow row : rows) {
          ObjectNode object = object(job, json, row);
          object.put("row", row.rowNumber());
          object.set("errors", json.valueToTree(row.errors()));
          sink.take(object);
        }
      }
    };
  }

  private static ObjectNode object(CustomerImport job, ObjectMapper json, RefusedRow row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    if (job.format() == FileFormat.NDJSON) {
      String line = row.cells().getFirst();
      try {
        return json.readTree(line) instanceof ObjectNode own ? own : object.put("line", line);
      } catch (JsonProcessingException e) {
        return object.put("line", line);
      }
    }
    List<String> header = job.header();
    for (int i = 0; i < row.cells().size(); i++) {
      object.put(i < header.size() ? header.get(i) : "column" + (i + 1), row.cells().get(i));
    }
    return object;
  }
}
