package org.customerfocus.conventions.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// Writes a table as CSV (RFC 4180, UTF-8), row by row. Text that a spreadsheet would run as a
/// formula is written so that it stays text; numbers are written as they are.
public final class CsvTable {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final CSVPrinter csv;

  private CsvTable(CSVPrinter csv) {
    this.csv = csv;
  }

  /// Begins a table with its row of names.
  ///
  /// @param out stays open: whoever opened it closes it
  public static CsvTable to(OutputStream out, String... names) throws IOException {
    CSVPrinter csv =
        CSVFormat.RFC4180.print(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    csv.printRecord((Object[]) names);
    return new CsvTable(csv);
  }

  /// One row; null is an empty cell.
  public CsvTable row(@Nullable Object... cells) throws IOException {
    csv.printRecord(Arrays.stream(cells).map(CsvTable::cell).toArray());
    return this;
  }

  /// Ends the table: what was written is passed on.
  public void end() throws IOException {
    csv.flush();
  }

  private static Object cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number) {
      return value;
    }
    return guarded(value instanceof WireEnum wire ? wire.wire() : value.toString());
  }

  /// The text with an apostrophe before it where it begins as a formula does, behind whatever
  /// apostrophes it has itself: so that [#unguarded] gives back every text as it was.
  ///
  /// Source: OWASP, *CSV Injection*.
  public static String guarded(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /// The text that was guarded.
  public static String unguarded(String cell) {
    return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
  }

  private static boolean isFormula(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\'') {
      start++;
    }
    return start < text.length() && FORMULA_STARTS.indexOf(text.charAt(start)) >= 0;
  }
}
