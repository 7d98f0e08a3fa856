package org.customerfocus.survey.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.csv.CsvSource;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.junit.jupiter.api.Test;

/// The real files with the mappings that the demo ships: other columns and codes every year.
class DemoFilesTest {

  private static final Path DEMO = Path.of("../deploy/local/demo");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Survey(List<Item> items, List<Attribute> attributes) {
    Questionnaire questionnaire() {
      return new Questionnaire(items, attributes);
    }
  }

  @Test
  void survey2018() throws Exception {
    List<MappedRow.Accepted> rows = read("2018");

    assertThat(rows).hasSize(2809);
    assertThat(tally(rows, "NETPRO"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("0", 24),
                Map.entry("1", 11),
                Map.entry("2", 24),
                Map.entry("3", 26),
                Map.entry("4", 24),
                Map.entry("5", 205),
                Map.entry("6", 133),
                Map.entry("7", 334),
                Map.entry("8", 601),
                Map.entry("9", 498),
                Map.entry("10", 770),
                Map.entry("blank", 159)));
    assertThat(tally(rows, "Q7ALL"))
        .isEqualTo(Map.of("1", 6, "2", 46, "3", 514, "4", 1428, "5", 631, "no-answer", 184));
    assertThat(tally(rows, "Q14FIND"))
        .containsEntry("never-used", 56)
        .containsEntry("no-answer", 150);
    assertThat(rows.getFirst().identity()).isEqualTo("1842");
    assertThat(rows.getFirst().weight()).isEqualByComparingTo("0.6704842");
    assertThat(rows.getFirst().attributes().get("AIRLINE").text()).isEqualTo("TURKISH AIRLINES");
    assertThat(rows.get(1).answers()).contains(Answer.ofOptions("Q2PURP", List.of("2", "3")));
  }

  @Test
  void survey2017() throws Exception {
    List<MappedRow.Accepted> rows = read("2017");

    assertThat(rows).hasSize(2831);
    assertThat(tally(rows, "NETPRO"))
        .containsEntry("10", 872)
        .containsEntry("blank", 84)
        .containsEntry("no-answer", 1);
    assertThat(tally(rows, "Q7ALL")).containsEntry("no-answer", 143);
  }

  @Test
  void namesRowColumnValueAndWayOut() throws Exception {
    Questionnaire questionnaire = survey().questionnaire();
    ColumnMapping mapping = mapping("2018");
    try (CsvSource source =
        new CsvSource(Files.newInputStream(DEMO.resolve("sfo-2018.csv")), ',')) {
      RowMapper mapper = new RowMapper(questionnaire, mapping, source.header(), Instant.now());
      List<String> cells = new ArrayList<>(source.next().cells());
      cells.set(source.header().indexOf("NETPRO"), "12");
      cells.set(source.header().indexOf("STRATA"), "4");
      List<String> garbled = new ArrayList<>(cells);
      garbled.set(source.header().indexOf("Q7ALL"), "good");
      garbled.set(source.header().indexOf("WEIGHT"), "-1");
      garbled.set(source.header().indexOf("RESPNUM"), " ");

      assertThat(mapper.map(new CsvSource.Row(7, cells)))
          .isEqualTo(
              new MappedRow.Refused(
                  7,
                  cells,
                  List.of(
                      new MappedRow.CellError(
                          "NETPRO",
                          "12",
                          "12 lies outside the scale 0–10 of this question."
                              + " Map the cell in the column's codes."),
                      new MappedRow.CellError(
                          "STRATA",
                          "4",
                          "\"4\" is no option of this attribute."
                              + " Map the cell in the column's codes."))));
      assertThat(((MappedRow.Refused) mapper.map(new CsvSource.Row(8, garbled))).errors())
          .containsExactly(
              new MappedRow.CellError(
                  "Q7ALL",
                  "good",
                  "\"good\" is no whole number:"
                      + " map it to a value or a non-answer in the column's codes."),
              new MappedRow.CellError(
                  "RESPNUM", "", "\"\" identifies no row: give the row an id, or map no identity."),
              new MappedRow.CellError(
                  "WEIGHT",
                  "-1",
                  "\"-1\" is no weight: a weight is positive, at most 1,000,000 and has at most 10 decimals."));
      assertThat(mapper.map(new CsvSource.Row(9, List.of("1", "2"))))
          .isEqualTo(
              new MappedRow.Refused(
                  9,
                  List.of("1", "2"),
                  List.of(
                      new MappedRow.CellError(
                          "",
                          "",
                          "The row has 2 cells, the header 97:"
                              + " quote cells that contain the delimiter or a line break."))));
    }
  }

  @Test
  void aMappingOfAnotherYearIsToldFromTheHeader() throws Exception {
    try (CsvSource source =
        new CsvSource(Files.newInputStream(DEMO.resolve("sfo-2017.csv")), ',')) {
      assertThat(MappingCheck.against(source.header(), mapping("2018")))
          .extracting("pointer")
          .contains("/questions/5/columns/0", "/attributes/5/column", "/attributes/6/column");
    }
  }

  private static List<MappedRow.Accepted> read(String year) throws IOException, CsvFault {
    Questionnaire questionnaire = survey().questionnaire();
    ColumnMapping mapping = mapping(year);
    assertThat(questionnaire.violations()).isEmpty();
    assertThat(MappingCheck.against(questionnaire, mapping)).isEmpty();
    List<MappedRow.Accepted> rows = new ArrayList<>();
    try (CsvSource source =
        new CsvSource(Files.newInputStream(DEMO.resolve("sfo-" + year + ".csv")), ',')) {
      assertThat(MappingCheck.against(source.header(), mapping)).isEmpty();
      RowMapper mapper = new RowMapper(questionnaire, mapping, source.header(), Instant.now());
      for (var row = source.next(); row != null; row = source.next()) {
        rows.add((MappedRow.Accepted) mapper.map(row));
      }
    }
    return rows;
  }

  private static Map<String, Integer> tally(List<MappedRow.Accepted> rows, String linkId) {
    Map<String, Integer> tally = new HashMap<>();
    for (MappedRow.Accepted row : rows) {
      for (Answer answer : row.answers()) {
        if (answer.linkId().equals(linkId)) {
          String key =
              answer.nonAnswer() == null ? String.valueOf(answer.value()) : answer.nonAnswer();
          tally.merge(key, 1, Integer::sum);
        }
      }
    }
    return tally;
  }

  private static Survey survey() throws IOException {
    return JSON.readValue(DEMO.resolve("survey-sfo.json").toFile(), Survey.class);
  }

  private static ColumnMapping mapping(String year) throws IOException {
    return JSON.readValue(
        DEMO.resolve("mapping-sfo-" + year + ".json").toFile(), ColumnMapping.class);
  }
}
