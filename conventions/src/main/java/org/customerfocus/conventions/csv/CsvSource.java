package org.customerfocus.conventions.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Reads a CSV file row by row, holding one row in memory: with or without a byte order mark, line
/// breaks within quotes, padded headers.
public final class CsvSource implements Closeable {

  /// A quote that is never closed would otherwise read the rest of the file into one cell.
  public static final int LONGEST_ROW = 1_000_000;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /// One row of the file.
  ///
  /// @param number as a spreadsheet numbers rows: the header is row 1
  public record Row(long number, List<String> cells) {}

  private final Charset charset;
  private final CSVParser parser;
  private final RowLimit limit;
  private final Iterator<CSVRecord> records;
  private final List<String> header;

  /// Opens a file in UTF-8 and reads its header.
  ///
  /// @throws CsvFault when there is no header, or it is not readable
  public CsvSource(InputStream bytes, char delimiter) throws IOException, CsvFault {
    this(bytes, delimiter, StandardCharsets.UTF_8);
  }

  /// Opens a file and reads its header.
  ///
  /// @throws CsvFault when there is no header, or it is not readable
  public CsvSource(InputStream bytes, char delimiter, Charset charset)
      throws IOException, CsvFault {
    this.charset = charset;
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    limit = new RowLimit(withoutMark(new BufferedReader(new InputStreamReader(bytes, decoder))));
    parser = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get().parse(limit);
    records = parser.iterator();
    Row first = next();
    if (first == null) {
      throw new CsvFault("The file is empty: its first row must name the columns.");
    }
    header = first.cells().stream().map(String::strip).toList();
  }

  /// The names of the columns, without padding.
  public List<String> header() {
    return header;
  }

  /// The next row, or null at the end.
  public @Nullable Row next() throws IOException, CsvFault {
    limit.startRow();
    try {
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord csv = records.next();
      List<String> cells = new ArrayList<>(csv.size());
      csv.forEach(cells::add);
      if (cells.stream().anyMatch(cell -> cell.indexOf(0) >= 0)) {
        throw new CsvFault(
            "Row %d contains a NUL character: the file is not plain text. Save it as CSV again."
                .formatted(csv.getRecordNumber()));
      }
      return new Row(csv.getRecordNumber(), cells);
    } catch (UncheckedIOException e) {
      throw fault(Objects.requireNonNull(e.getCause()));
    }
  }

  private CsvFault fault(IOException cause) throws IOException {
    String after = " after row " + parser.getRecordNumber() + ".";
    if (cause instanceof CharacterCodingException) {
      return undecodable(after);
    }
    if (cause instanceof RowTooLong) {
      return new CsvFault(
          "A row of more than "
              + LONGEST_ROW
              + " characters begins"
              + after
              + " Most likely a quotation mark is not closed there.");
    }
    // What the parser itself complains about, as opposed to a disk or a connection that fails.
    if (cause.getClass().getName().startsWith("org.apache.commons.csv")
        || cause.getClass() == IOException.class) {
      return new CsvFault(
          "The quotation marks do not match"
              + after
              + " A quotation mark within a quoted cell is written twice.");
    }
    throw cause;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private CsvFault undecodable(String where) {
    return new CsvFault(
        "The file is not %s%s Save it as \"CSV UTF-8\" and send it again."
            .formatted(charset.name(), where));
  }

  private Reader withoutMark(BufferedReader reader) throws IOException, CsvFault {
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (CharacterCodingException e) {
      throw undecodable(".");
    }
  }

  private static final class RowTooLong extends IOException {}

  private static final class RowLimit extends FilterReader {
    private int left = LONGEST_ROW;

    RowLimit(Reader reader) {
      super(reader);
    }

    void startRow() {
      left = LONGEST_ROW;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(1);
      return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(read);
      return read;
    }

    private void count(int read) throws RowTooLong {
      left -= Math.max(0, read);
      if (left < 0) {
        throw new RowTooLong();
      }
    }
  }
}
