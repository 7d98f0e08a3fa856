package org.customerfocus.customer.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.csv.CsvSource;
import org.customerfocus.conventions.job.Rows;
import org.jspecify.annotations.Nullable;

/// The lines of an NDJSON file: UTF-8, one JSON object a line, empty lines between them or not.
final class NdjsonRows implements Rows<FileRow> {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final ObjectMapper json;
  private final BufferedReader reader;
  private final StringBuilder line = new StringBuilder();
  private long number;

  NdjsonRows(InputStream bytes, ObjectMapper json) {
    this.json = json;
    this.reader =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  @Override
  public @Nullable FileRow next() throws IOException, CsvFault {
    String text = line();
    while (text != null && text.isBlank()) {
      text = line();
    }
    return text == null ? null : row(text);
  }

  private FileRow row(String text) throws CsvFault {
    if (text.indexOf(0) >= 0) {
      throw new CsvFault(
          "Line %d contains a NUL character: the file is not plain text.".formatted(number));
    }
    List<String> cells = List.of(text);
    try {
      JsonNode node = json.readTree(text);
      if (node instanceof ObjectNode document) {
        document.remove(CsvRows.IGNORED);
        return new FileRow(number, cells, document, null, List.of());
      }
      return faulty(cells, "must be a JSON object");
    } catch (JsonProcessingException e) {
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      return faulty(cells, "is not valid JSON: look at column %d".formatted(column));
    }
  }

  private FileRow faulty(List<String> cells, String why) {
    return new FileRow(number, cells, null, null, List.of(RowFault.ofRow(why)));
  }

  private @Nullable String line() throws IOException, CsvFault {
    line.setLength(0);
    number++;
    try {
      for (int c = reader.read(); c != '\n'; c = reader.read()) {
        if (c < 0) {
          return line.isEmpty() ? null : line.toString();
        }
        if (line.length() == CsvSource.LONGEST_ROW) {
          throw new CsvFault(
              "Line %d has more than %d characters: write one JSON object a line."
                  .formatted(number, CsvSource.LONGEST_ROW));
        }
        if (c != BYTE_ORDER_MARK || number > 1 || !line.isEmpty()) {
          line.append((char) c);
        }
      }
    } catch (CharacterCodingException e) {
      throw new CsvFault(
          "The file is not UTF-8 in line %d or soon after: write it as UTF-8 and send it again."
              .formatted(number));
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
