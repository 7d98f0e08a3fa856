package org.customerfocus.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.Imports;
import org.customerfocus.survey.statistics.DriverSample;
import org.customerfocus.survey.statistics.KeyDrivers;
import org.junit.jupiter.api.Test;

/// What is made of results: drivers, comparisons, cross-tabulations and trends.
@QuarkusTest
@WithTestResource(Platform.class)
class FiguresResourceTest {

  private static final List<String> ITEMS = List.of("Q7SIGN", "Q7SCREENS", "Q9Restroom", "Q10Safe");

  private static final Set<String> NO_ANSWERS = Set.of("", "0", "6");

  private final String tenant = freshTenant();

  @Test
  void ofARealSurvey() throws IOException {
    String survey = Given.survey(tenant, Files.readString(Imports.DEMO.resolve("survey-sfo.json")));
    Imports.runDemo(tenant, Given.version(tenant, survey), 2018);
    Imports.runDemo(tenant, Given.version(tenant, survey), 2017);
    String path = "/v1/surveys/" + survey;

    drivers(survey);

    JsonNode waves = get(path + "/score-comparisons?question=NETPRO&splitBy=response.version");
    assertThat(waves.at("/groups").findValuesAsText("label"))
        .containsExactly("Version 1", "Version 2");
    JsonNode change = waves.at("/comparisons/0");
    assertThat(change.at("/difference/value").asDouble())
        .isCloseTo(
            waves.at("/groups/0/score/value").asDouble()
                - waves.at("/groups/1/score/value").asDouble(),
            within(1e-9));
    assertThat(change.at("/difference/method").asText()).isEqualTo("nps-difference/z");
    assertThat(change.get("adjustedPValue").asDouble()).isEqualTo(change.get("pValue").asDouble());

    JsonNode segments = get(path + "/score-comparisons?question=Q7ALL&splitBy=DESTGEO");
    int groups = segments.get("groups").size();
    assertThat(segments.get("comparisons")).hasSize(groups * (groups - 1) / 2);
    for (JsonNode each : segments.get("comparisons")) {
      assertThat(each.at("/difference/method").asText()).isEqualTo("csat-difference/newcombe-10");
      assertThat(each.get("adjustedPValue").asDouble())
          .isGreaterThanOrEqualTo(each.get("pValue").asDouble());
      assertThat(each.get("significant").asBoolean())
          .isEqualTo(each.get("adjustedPValue").asDouble() <= 0.05);
    }

    JsonNode table = get(path + "/cross-tabs?row=STRATA&column=Q4BAGS");
    JsonNode split = get(path + "/results?splitBy=STRATA&question=Q4BAGS").at("/split/parts");
    for (int i = 0; i < split.size(); i++) {
      assertThat(table.at("/rows/" + i + "/cells").findValuesAsText("count"))
          .isEqualTo(split.get(i).at("/questions/0/counts").findValuesAsText("count"));
    }
    assertThat(table.at("/test/degreesOfFreedom").asInt())
        .isEqualTo((table.get("columns").size() - 1) * (valued(table.get("rows")) - 1));
    assertThat(get(path + "/cross-tabs?row=STRATA&column=Q2PURP").at("/test/cramersV/status"))
        .hasToString("\"not-applicable\"");
  }

  private void drivers(String survey) throws IOException {
    JsonNode found =
        get(
            "/v1/surveys/%s/drivers?outcome=NETPRO&item=%s"
                .formatted(survey, String.join("&item=", ITEMS)));
    DriverSample sample = new DriverSample(ITEMS.size());
    read("sfo-2018.csv", sample);
    read("sfo-2017.csv", sample);
    KeyDrivers expected = Objects.requireNonNull(KeyDrivers.of(sample, 0.95));

    assertThat(found.at("/rSquared/n").asLong()).isEqualTo(sample.n());
    assertThat(found.at("/rSquared/value").asDouble())
        .isCloseTo(expected.rSquared().value(), within(1e-12));
    assertThat(found.get("lmgResamples").asInt()).isEqualTo(500);
    for (int i = 0; i < ITEMS.size(); i++) {
      JsonNode driver = found.at("/drivers/" + i);
      assertThat(driver.get("linkId").asText()).isEqualTo(ITEMS.get(i));
      assertThat(driver.at("/lmg/value").asDouble())
          .isCloseTo(expected.drivers().get(i).lmg().value(), within(1e-12));
      assertThat(driver.at("/relativeWeight/value").asDouble())
          .isCloseTo(expected.drivers().get(i).relativeWeight().value(), within(1e-12));
      assertThat(driver.at("/lmg/value").asDouble())
          .isBetween(
              driver.at("/lmg/interval/lower").asDouble(),
              driver.at("/lmg/interval/upper").asDouble());
      JsonNode mean =
          get("/v1/surveys/%s/results?question=%s".formatted(survey, ITEMS.get(i)))
              .at("/questions/0/scores/mean/value");
      assertThat(driver.at("/performance/value").asDouble())
          .isCloseTo((mean.asDouble() - 1) / 4 * 100, within(1e-9));
      assertThat(driver.get("quadrant").asText())
          .isEqualTo(
              quadrant(
                  driver.get("importance").asDouble() >= found.get("importanceMean").asDouble(),
                  driver.at("/performance/value").asDouble()
                      >= found.get("performanceMean").asDouble()));
    }
  }

  private static String quadrant(boolean important, boolean good) {
    return important
        ? good ? "keep-up" : "concentrate-here"
        : good ? "possible-overkill" : "low-priority";
  }

  private static void read(String file, DriverSample sample) throws IOException {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreHeaderCase(true);
    try (var rows = format.get().parse(Files.newBufferedReader(Imports.DEMO.resolve(file)))) {
      for (CSVRecord row : rows) {
        List<Double> answers = new ArrayList<>();
        for (String item : ITEMS) {
          if (!NO_ANSWERS.contains(row.get(item))) {
            answers.add(Double.valueOf(row.get(item)));
          }
        }
        String outcome = row.get("NETPRO");
        if (answers.size() == ITEMS.size() && !outcome.isEmpty() && !outcome.equals("11")) {
          answers.add(Double.valueOf(outcome));
          sample.add(answers.stream().mapToDouble(Double::doubleValue).toArray());
        }
      }
    }
  }

  @Test
  void daysBeginInTheTimeZoneAndEmptyOnesAreShown() {
    String survey = survey(0);
    String version = Given.version(tenant, survey);
    // Summer time begins on 2024-03-10 in New York: that day has 23 hours.
    answer(version, "2024-03-10T04:59:59Z", 9, 1);
    answer(version, "2024-03-10T05:00:00Z", 10, 1);
    answer(version, "2024-03-11T03:59:59Z", 0, 1);
    answer(version, "2024-03-13T04:00:00Z", 7, 1);

    JsonNode trend =
        get(
            "/v1/surveys/%s/trends?period=day&timeZone=America/New_York&question=q"
                .formatted(survey));

    assertThat(trend.get("timeZone").asText()).isEqualTo("America/New_York");
    assertThat(trend.get("periods").findValuesAsText("start"))
        .containsExactly("2024-03-09", "2024-03-10", "2024-03-11", "2024-03-12", "2024-03-13");
    assertThat(trend.at("/periods"))
        .map(each -> each.get("base").asLong())
        .containsExactly(1L, 2L, 0L, 0L, 1L);
    Json.assertSame(
        trend.at("/periods/2").toString(),
        """
        {"start": "2024-03-11", "end": "2024-03-12", "base": 0, "questions": [
          {"linkId": "q", "type": "nps", "text": "Recommend?", "n": 0, "base": 0,
           "scores": {"nps": {"status": "insufficient", "unit": "points", "n": 0, "base": 0,
             "method": "nps/adjusted-wald", "reason": "Nobody has given a valid answer yet."}}}]}""");
    JsonNode later =
        get(
            "/v1/surveys/%s/trends?period=week&from=2024-03-12&to=2024-03-26&question=q"
                .formatted(survey));
    assertThat(later.get("periods").findValuesAsText("start"))
        .containsExactly("2024-03-11", "2024-03-18", "2024-03-25");
  }

  @Test
  void aShortPeriodTellsNothingThatALongOneWithholds() {
    String survey = survey(5);
    String version = Given.version(tenant, survey);
    answer(version, "2024-01-10T12:00:00Z", 9, 20);
    answer(version, "2024-02-10T12:00:00Z", 9, 3);
    answer(version, "2024-03-10T12:00:00Z", 9, 20);
    // Of April two days, one of them small: the other would tell of it.
    answer(version, "2024-04-02T12:00:00Z", 9, 7);
    answer(version, "2024-04-03T12:00:00Z", 9, 2);

    assertThat(told(survey, "quarter")).containsExactly("2024-01-01", "2024-04-01");
    // The small one is hidden, and the smaller of the others in its quarter.
    assertThat(told(survey, "month")).containsExactly("2024-03-01", "2024-04-01");
    assertThat(told(survey, "day")).containsExactly("2024-03-10");
    assertThat(told(survey, "week")).containsExactly("2024-03-04", "2024-04-01");

    JsonNode drivers = get("/v1/surveys/%s/drivers?outcome=q&item=other".formatted(survey));
    assertThat(drivers.at("/rSquared/status").asText()).isEqualTo("insufficient");
  }

  @Test
  void fewWhoLeftAQuestionOutAreNotToldByAModel() {
    String survey = survey(5);
    String version = Given.version(tenant, survey);
    for (int i = 0; i < 33; i++) {
      answer(version, "2024-01-10T12:00:00Z", i % 11, 1);
    }
    Given.submit(
        tenant,
        "{\"surveyVersionId\": \"%s\", \"answers\": [{\"linkId\": \"q\", \"value\": 3}]}"
            .formatted(version));

    JsonNode drivers = get("/v1/surveys/%s/drivers?outcome=q&item=other".formatted(survey));

    assertThat(drivers.at("/rSquared/status").asText()).isEqualTo("withheld");
    assertThat(drivers.has("drivers")).isFalse();
    assertThat(
            get("/v1/surveys/%s/cross-tabs?row=q&column=other".formatted(survey))
                .at("/test/cramersV/status"))
        .hasToString("\"withheld\"");
    assertThat(
            get("/v1/surveys/%s/score-comparisons?question=other&splitBy=q".formatted(survey))
                .at("/comparisons/0/difference/status"))
        .hasToString("\"withheld\"");
  }

  @Test
  void aParameterThatCannotBeMetIsNamed() {
    String survey = Given.survey(tenant, Given.SURVEY);
    Given.version(tenant, survey);
    List<String> wrong =
        List.of(
            "drivers?outcome=why|outcome",
            "drivers?outcome=recommend&item=recommend|item",
            "drivers?outcome=recommend&item=minutes|item",
            "drivers|outcome",
            "trends?timeZone=Mars/Olympus|timeZone",
            "trends?from=2024-01-02&to=2024-01-01|from",
            "trends?period=day&from=2020-01-01&to=2024-01-01|from",
            "trends?question=nothing|question",
            "cross-tabs?row=region&column=why|column",
            "cross-tabs?column=overall|row",
            "score-comparisons?question=recommend|splitBy",
            "score-comparisons?question=recommend&score=csat&splitBy=region|score",
            "score-comparisons?question=why&splitBy=region|question",
            "score-comparisons?question=recommend&splitBy=region&part=east|part");
    for (String each : wrong) {
      String path = each.substring(0, each.indexOf('|'));
      Response answer = as(tenant, "surveys:read").get("/v1/surveys/" + survey + "/" + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.asString()).as(path).contains(each.substring(each.indexOf('|') + 1));
    }
    for (String path :
        List.of("drivers?outcome=recommend", "trends", "cross-tabs?row=a&column=b")) {
      assertThat(
              as(freshTenant(), "surveys:read")
                  .get("/v1/surveys/" + survey + "/" + path)
                  .statusCode())
          .isEqualTo(404);
    }
  }

  private List<String> told(String survey, String period) {
    List<String> told = new ArrayList<>();
    get("/v1/surveys/%s/trends?question=q&period=%s".formatted(survey, period))
        .get("periods")
        .forEach(
            each -> {
              if (each.path("base").asLong() > 0) {
                told.add(each.get("start").asText());
                assertThat(each.at("/questions/0/scores/nps/status").asText()).isEqualTo("ok");
              }
            });
    return told;
  }

  private static long valued(JsonNode rows) {
    long valued = 0;
    for (JsonNode row : rows) {
      valued += row.has("value") ? 1 : 0;
    }
    return valued;
  }

  private String survey(int threshold) {
    return Given.survey(
        tenant,
        """
        {"name": "Time", "anonymityThreshold": %d, "items": [
          {"linkId": "q", "type": "nps", "text": "Recommend?"},
          {"linkId": "other", "type": "scale", "text": "Other?", "scale": {"min": 0, "max": 10}}]}"""
            .formatted(threshold));
  }

  private void answer(String version, String at, int value, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(
              Given.submit(
                      tenant,
                      """
                      {"surveyVersionId": "%s", "respondedAt": "%s", "answers": [
                        {"linkId": "q", "value": %d}, {"linkId": "other", "value": %d}]}"""
                          .formatted(version, at, value, (value * 7 + 3) % 11))
                  .statusCode())
          .isEqualTo(201);
    }
  }

  private JsonNode get(String path) {
    Response answer = as(tenant, "surveys:read").get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Json.parse(answer.asString());
  }
}
