package org.customerfocus.conventions.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvSourceTest {

  @Test
  void copesWithAByteOrderMarkPaddedHeadersAndQuotedLineBreaks() throws Exception {
    List<CsvSource.Row> rows = new ArrayList<>();
    try (CsvSource source =
        open("\uFEFFid,NETPRO  , note\n1,9,\"two\nlines\"\n\n2,,\"a \"\"b\"\"\"\n")) {
      assertThat(source.header()).containsExactly("id", "NETPRO", "note");
      for (var row = source.next(); row != null; row = source.next()) {
        rows.add(row);
      }
    }

    assertThat(rows)
        .containsExactly(
            new CsvSource.Row(2, List.of("1", "9", "two\nlines")),
            new CsvSource.Row(3, List.of("2", "", "a \"b\"")));
  }

  @Test
  void saysThatAFileIsEmpty() {
    assertThatThrownBy(() -> open(""))
        .isInstanceOf(CsvFault.class)
        .hasMessage("The file is empty: its first row must name the columns.");
  }

  @Test
  void saysThatAFileIsNotUtf8() {
    assertThatThrownBy(() -> all("id,name\n1,Müller\n", StandardCharsets.ISO_8859_1))
        .isInstanceOf(CsvFault.class)
        .hasMessageStartingWith("The file is not UTF-8");
  }

  @Test
  void saysThatAQuotationMarkIsNotClosed() {
    assertThatThrownBy(() -> all("id,name\n1,\"Miller\n2,x\n", StandardCharsets.UTF_8))
        .isInstanceOf(CsvFault.class)
        .hasMessage(
            "The quotation marks do not match after row 1."
                + " A quotation mark within a quoted cell is written twice.");
  }

  @Test
  void readsNoFileIntoOneCell() {
    String swallowed = "id,name\n1,\"x" + "y\n".repeat(CsvSource.LONGEST_ROW);

    assertThatThrownBy(() -> all(swallowed, StandardCharsets.UTF_8))
        .isInstanceOf(CsvFault.class)
        .hasMessage(
            "A row of more than 1000000 characters begins after row 1."
                + " Most likely a quotation mark is not closed there.");
  }

  @Test
  void saysThatAFileIsNoText() {
    assertThatThrownBy(() -> all("id,name\n1,a\u0000b\n", StandardCharsets.UTF_8))
        .isInstanceOf(CsvFault.class)
        .hasMessage(
            "Row 2 contains a NUL character: the file is not plain text. Save it as CSV again.");
  }

  @Property
  void readsBackWhateverWasQuoted(
      @ForAll @Size(min = 1, max = 5)
          List<@Size(value = 3) List<@StringLength(max = 8) String>> rows)
      throws Exception {
    String file =
        "a,b,c\n"
            + rows.stream()
                .map(
                    cells ->
                        cells.stream()
                            .map(cell -> '"' + legal(cell).replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));

    assertThat(all(file, StandardCharsets.UTF_8))
        .isEqualTo(
            rows.stream().map(cells -> cells.stream().map(CsvSourceTest::legal).toList()).toList());
  }

  /// Half a surrogate pair cannot be written as UTF-8, and NUL is refused.
  private static String legal(String cell) {
    return cell.replaceAll("[\\x00\\x{D800}-\\x{DFFF}]", "?");
  }

  private static List<List<String>> all(String file, Charset charset) throws IOException, CsvFault {
    List<List<String>> rows = new ArrayList<>();
    try (CsvSource source = new CsvSource(new ByteArrayInputStream(file.getBytes(charset)), ',')) {
      for (var row = source.next(); row != null; row = source.next()) {
        rows.add(row.cells());
      }
    }
    return rows;
  }

  private static CsvSource open(String file) throws IOException, CsvFault {
    return new CsvSource(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), ',');
  }
}
