package org.customerfocus.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.statistics.CrossTable;
import org.customerfocus.survey.statistics.Csat;
import org.customerfocus.survey.statistics.Distribution;
import org.customerfocus.survey.statistics.Nps;
import org.junit.jupiter.api.Test;

/// Random surveys, each answered at random: the summary, its table, the trend, the cross-tabulation
/// and the responses themselves, exported and counted here, agree to the last bit.
@QuarkusTest
@WithTestResource(Platform.class)
class FiguresAgreeTest {

  private static final int TRIES = Math.max(5, Integer.getInteger("property.tries", 200) / 10);

  // Results of a version look at its sisters, too: few, as in life.
  private static final int VERSIONS = 20;

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final String SURVEY =
      """
      {"name": "Random", "anonymityThreshold": 0, "items": [
        {"linkId": "recommend", "type": "nps", "text": "Recommend?"},
        {"linkId": "overall", "type": "csat", "text": "Overall?",
         "scale": {"min": 1, "max": 5}, "topBoxes": [4, 5],
         "nonAnswers": [{"code": "never", "label": "Never used"}]},
        {"linkId": "way", "type": "single-choice", "text": "Which way?",
         "options": [{"code": "a", "label": "A"}, {"code": "b", "label": "B"},
                     {"code": "c", "label": "C"}]}]}""";

  private final String tenant = freshTenant();

  @Test
  void onRandomData() throws IOException {
    for (int first = 0; first < TRIES; first += VERSIONS) {
      onRandomData(first, Math.min(first + VERSIONS, TRIES));
    }
  }

  private void onRandomData(int first, int end) throws IOException {
    String survey = Given.survey(tenant, SURVEY);
    List<CSVRecord> all = new ArrayList<>();
    for (int seed = first; seed < end; seed++) {
      Random random = new Random(seed);
      // Each version is a data set of its own; the survey is all of them together.
      String version = Given.version(tenant, survey);
      submit(version, random);
      List<CSVRecord> exported = export(version);
      all.addAll(exported);
      String splitBy = random.nextBoolean() ? "way" : "overall";
      JsonNode results = get("/v1/survey-versions/" + version + "/results?splitBy=" + splitBy);
      agree(question(results, 0), question(results, 1), exported);
      for (JsonNode part : results.at("/split/parts")) {
        agree(
            question(part, 0),
            question(part, 1),
            where(
                exported,
                row ->
                    part.has("value")
                        ? row.get(splitBy).equals(part.get("value").asText())
                        : row.get(splitBy).isEmpty()
                            && (row.get(splitBy + ".nonAnswer").isEmpty()
                                    ? "no-answer"
                                    : row.get(splitBy + ".nonAnswer"))
                                .equals(part.get("nonAnswer").asText())));
      }
      tableAgrees(version, splitBy, results);
    }
    wholeSurveyAgrees(survey, all);
  }

  /// Trend and cross-tabulation are of all versions of a survey.
  private void wholeSurveyAgrees(String survey, List<CSVRecord> exported) {
    for (PeriodUnit unit : PeriodUnit.values()) {
      JsonNode trend =
          get(
              "/v1/surveys/%s/trends?period=%s&timeZone=%s&question=recommend&question=overall"
                  .formatted(survey, unit.wire(), ZONE));
      LocalDate expected = null;
      long people = 0;
      for (JsonNode period : trend.get("periods")) {
        LocalDate start = LocalDate.parse(period.get("start").asText());
        LocalDate end = LocalDate.parse(period.get("end").asText());
        assertThat(expected == null || expected.equals(start)).as("no gap").isTrue();
        expected = end;
        List<CSVRecord> within =
            where(
                exported,
                row -> {
                  LocalDate day = Instant.parse(row.get("respondedAt")).atZone(ZONE).toLocalDate();
                  return !day.isBefore(start) && day.isBefore(end);
                });
        assertThat(period.get("base").asLong()).isEqualTo(within.size());
        agree(question(period, 0), question(period, 1), within);
        people += within.size();
      }
      assertThat(people).isEqualTo(exported.size());
    }
    JsonNode crossTab = get("/v1/surveys/%s/cross-tabs?row=way&column=overall".formatted(survey));
    List<long[]> counts = new ArrayList<>();
    for (JsonNode row : crossTab.get("rows")) {
      long[] cells = new long[crossTab.get("columns").size()];
      for (int i = 0; i < cells.length; i++) {
        String answer = crossTab.at("/columns/" + i + "/value").asText();
        cells[i] =
            where(
                    exported,
                    each ->
                        each.get("way").equals(row.path("value").asText())
                            && each.get("overall").equals(answer))
                .size();
        assertThat(row.at("/cells/" + i + "/count").asLong()).isEqualTo(cells[i]);
      }
      if (row.has("value")) {
        counts.add(cells);
      }
    }
    CrossTable table = CrossTable.of(counts.toArray(long[][]::new));
    assertThat(table).isNotNull();
    assertThat(crossTab.at("/test/chiSquare").asDouble()).isEqualTo(table.chiSquare());
    assertThat(crossTab.at("/test/cramersV/value").asDouble()).isEqualTo(table.cramersV());
  }

  private static void agree(JsonNode recommend, JsonNode overall, List<CSVRecord> rows) {
    Distribution scores = distribution(rows, "recommend");
    Distribution answers = distribution(rows, "overall");
    assertThat(recommend.get("n").asLong()).isEqualTo((long) scores.size());
    assertThat(overall.get("n").asLong()).isEqualTo((long) answers.size());
    if (!scores.isEmpty()) {
      Nps nps = Nps.of(scores);
      assertThat(recommend.at("/scores/nps/value").asDouble()).isEqualTo(nps.value() * 100);
      assertThat(recommend.at("/scores/nps/interval/lower").asDouble())
          .isEqualTo(nps.adjustedWald(0.95).scaled(100).lower());
    } else {
      assertThat(recommend.at("/scores/nps/status").asText()).isEqualTo("insufficient");
    }
    if (!answers.isEmpty()) {
      assertThat(overall.at("/scores/csat/value").asDouble())
          .isEqualTo(Csat.topBoxes(answers, List.of(4, 5)).share());
      assertThat(overall.at("/scores/mean/value").asDouble()).isEqualTo(answers.mean().value());
    }
  }

  private void tableAgrees(String version, String splitBy, JsonNode results) throws IOException {
    Response csv =
        as(tenant, "surveys:read")
            .get("/v1/survey-versions/" + version + "/results.csv?splitBy=" + splitBy);
    List<CSVRecord> rows = records(csv.asString());
    for (JsonNode part : results.at("/split/parts")) {
      JsonNode nps = question(part, 0).at("/scores/nps");
      String name = part.has("value") ? part.get("value").asText() : part.get("nonAnswer").asText();
      assertThat(rows)
          .filteredOn(
              row ->
                  row.get("linkId").equals("recommend")
                      && row.get("measure").equals("nps")
                      && row.get("part").equals(name))
          .extracting(row -> row.get("value"))
          .containsExactly(nps.path("value").asText());
    }
  }

  private void submit(String version, Random random) {
    List<String> responses = new ArrayList<>();
    int people = 1 + random.nextInt(40);
    for (int i = 0; i < people; i++) {
      List<String> answers = new ArrayList<>();
      if (random.nextInt(10) > 0) {
        answers.add("{\"linkId\": \"recommend\", \"value\": %d}".formatted(random.nextInt(11)));
      }
      answers.add(
          random.nextInt(6) > 0
              ? "{\"linkId\": \"overall\", \"value\": %d}".formatted(1 + random.nextInt(5))
              : "{\"linkId\": \"overall\", \"nonAnswer\": \"%s\"}"
                  .formatted(random.nextBoolean() ? "never" : "not-shown"));
      if (random.nextInt(5) > 0) {
        answers.add(
            "{\"linkId\": \"way\", \"optionCodes\": [\"%s\"]}"
                .formatted("abc".charAt(random.nextInt(3))));
      }
      responses.add(
          "{\"surveyVersionId\": \"%s\", \"respondedAt\": \"%s\", \"answers\": [%s]}"
              .formatted(
                  version,
                  // Around the end of summer time in 2024, and on either side of midnight.
                  Instant.parse("2024-10-20T00:00:00Z").plusSeconds(random.nextInt(60 * 86_400)),
                  String.join(",", answers)));
    }
    assertThat(
            as(tenant, "responses:submit")
                .contentType("application/json")
                .body("{\"responses\": [%s]}".formatted(String.join(",", responses)))
                .post("/v1/response-batches")
                .statusCode())
        .isEqualTo(200);
  }

  private List<CSVRecord> export(String version) throws IOException {
    return records(
        as(tenant, "surveys:read")
            .get("/v1/survey-versions/" + version + "/responses.csv")
            .asString());
  }

  private static List<CSVRecord> records(String csv) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv))
        .getRecords();
  }

  private static List<CSVRecord> where(List<CSVRecord> rows, Predicate<CSVRecord> condition) {
    return rows.stream().filter(condition).toList();
  }

  private static Distribution distribution(List<CSVRecord> rows, String column) {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    rows.stream()
        .map(row -> row.get(column))
        .filter(answer -> !answer.isEmpty())
        .forEach(answer -> counts.merge(Integer.valueOf(answer), 1L, Long::sum));
    return Distribution.ofCounts(counts);
  }

  private JsonNode get(String path) {
    Response answer = as(tenant, "surveys:read").get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Json.parse(answer.asString());
  }

  private static JsonNode question(JsonNode of, int place) {
    return of.get("questions").get(place);
  }
}
