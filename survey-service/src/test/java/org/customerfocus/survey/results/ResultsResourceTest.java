package org.customerfocus.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.Imports;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class ResultsResourceTest {

  private final String tenant = freshTenant();

  @Test
  void givesThePublishedNumbersOfARealSurvey() throws Exception {
    String survey = demo();
    Imports.runDemo(tenant, Given.version(tenant, survey), 2018);

    JsonNode results = results("/v1/surveys/" + survey + "/results");

    assertThat(results.get("base").asLong()).isEqualTo(2809);
    JsonNode recommend = question(results, "NETPRO");
    assertFigure(
        recommend.at("/scores/nps"), 30.98113, "points", 2650, "nps/adjusted-wald", 28.121, 33.771);
    assertFigure(
        recommend.at("/weightedScores/nps"),
        35.114,
        "points",
        2650,
        "nps-weighted/adjusted-wald",
        31.950,
        38.179);
    Json.assertSame(
        recommend.get("nonAnswers").toString(),
        """
        [{"code": "blank", "label": "Coded as a blank", "count": 159}]""");
    JsonNode overall = question(results, "Q7ALL");
    assertFigure(
        overall.at("/scores/csat"),
        2059.0 / 2625,
        "ratio",
        2625,
        "csat/wilson",
        0.768239,
        0.799692);
    assertThat(overall.at("/scores/mean/value").asDouble()).isCloseTo(4.00267, within(5e-6));
    Json.assertSame(
        overall.get("counts").toString(),
        """
        [{"value": 1, "count": 6}, {"value": 2, "count": 46}, {"value": 3, "count": 514},
         {"value": 4, "count": 1428}, {"value": 5, "count": 631}]""");
  }

  @Test
  void partsSumToTheWhole() throws Exception {
    String survey = demo();
    Imports.runDemo(tenant, Given.version(tenant, survey), 2018);

    for (String by : new String[] {"DESTGEO", "Q20Age", "STRATA", "AIRLINE", "NETPRO", "Q4BAGS"}) {
      JsonNode results = results("/v1/surveys/" + survey + "/results?splitBy=" + by);
      JsonNode parts = results.at("/split/parts");

      assertThat(sum(parts, "/base")).as(by).isEqualTo(2809);
      for (int i = 0; i < results.get("questions").size(); i++) {
        String question = "/questions/" + i;
        assertThat(sum(parts, question + "/n"))
            .as(by + question)
            .isEqualTo(results.at(question + "/n").asLong());
        assertThat(sum(parts, question + "/base"))
            .as(by + question)
            .isEqualTo(results.at(question + "/base").asLong());
      }
    }
    JsonNode ages = results("/v1/surveys/" + survey + "/results?splitBy=Q20Age").at("/split/parts");
    assertThat(ages.get(0).get("base").asLong()).isEqualTo(19);
    assertThat(ages.get(ages.size() - 1).get("nonAnswer").asText()).isEqualTo("no-value");
    assertThat(ages.get(ages.size() - 1).get("base").asLong()).isEqualTo(175);
  }

  @Test
  void anotherYearIsAVersionOfItsOwn() throws Exception {
    String survey = demo();
    String first = Given.version(tenant, survey);
    String second = Given.version(tenant, survey);
    Imports.runDemo(tenant, first, 2018);
    Response job = Imports.runDemo(tenant, second, 2017);

    assertThat(job.<String>path("status")).isEqualTo("completed");
    assertThat(job.<Integer>path("progress.importedRows")).isEqualTo(2831);
    JsonNode of2018 = results("/v1/survey-versions/" + first + "/results");
    JsonNode of2017 = results("/v1/survey-versions/" + second + "/results");
    JsonNode both = results("/v1/surveys/" + survey + "/results");
    assertThat(question(of2018, "NETPRO").get("n").asLong()).isEqualTo(2650);
    assertThat(question(of2017, "NETPRO").get("n").asLong()).isEqualTo(2746);
    assertThat(question(both, "NETPRO").get("n").asLong()).isEqualTo(2650 + 2746);
    assertThat(both.get("base").asLong()).isEqualTo(2809 + 2831);
  }

  @Test
  void tellsEveryTypeOfQuestion() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);
    answer(
        version,
        """
        {"linkId": "recommend", "value": 9}, {"linkId": "overall", "value": 4},
        {"linkId": "effort", "value": 6}, {"linkId": "used", "optionCodes": ["a", "b"]},
        {"linkId": "channel", "optionCodes": ["web"]}, {"linkId": "minutes", "number": 10},
        {"linkId": "why", "text": "Quick."}, {"linkId": "day", "date": "2026-11-19"}""");
    answer(
        version,
        """
        {"linkId": "recommend", "nonAnswer": "refused"}, {"linkId": "overall", "value": 2},
        {"linkId": "effort", "nonAnswer": "not-shown"}, {"linkId": "used", "optionCodes": ["b"]},
        {"linkId": "minutes", "number": 20}""");

    JsonNode results = results("/v1/surveys/" + survey + "/results?level=0.9&npsInterval=wald");

    Json.assertSame(
        question(results, "recommend").toString(),
        """
        {"linkId": "recommend", "type": "nps", "text": "Would you recommend us?",
         "n": 1, "base": 2,
         "scores": {"nps": {"status": "ok", "value": 100.0, "unit": "points", "n": 1, "base": 2,
           "method": "nps/wald", "interval": {"level": 0.9, "lower": 100.0, "upper": 100.0}}},
         "counts": [{"value": 9, "count": 1}],
         "nonAnswers": [{"code": "refused", "label": "Refused", "count": 1}]}""");
    Json.assertSame(
        question(results, "effort").toString(),
        """
        {"linkId": "effort", "type": "ces", "text": "How easy was it?", "n": 1, "base": 1,
         "scores": {
           "ces": {"status": "ok", "value": 6.0, "unit": "mean", "n": 1, "base": 1,
                   "method": "ces/t"},
           "easy": {"status": "ok", "value": 1.0, "unit": "ratio", "n": 1, "base": 1,
                    "method": "ces-easy/wilson",
                    "interval": {"level": 0.9, "lower": %s, "upper": %s}}},
         "counts": [{"value": 6, "count": 1}],
         "nonAnswers": [{"code": "not-shown", "count": 1}]}"""
            .formatted(
                question(results, "effort").at("/scores/easy/interval/lower"),
                question(results, "effort").at("/scores/easy/interval/upper")));
    // Of one answer, Wilson gives 1 / (1 + z²) with z = 1.6449.
    assertThat(question(results, "effort").at("/scores/easy/interval/lower").asDouble())
        .isCloseTo(0.26987, within(5e-5));
    Json.assertSame(
        question(results, "clean").toString(),
        """
        {"linkId": "clean", "type": "scale", "text": "How clean was it?", "n": 0, "base": 2,
         "scores": {"mean": {"status": "insufficient", "unit": "mean", "n": 0, "base": 2,
           "method": "mean/t", "reason": "Nobody has given a valid answer yet."}},
         "counts": [], "nonAnswers": [{"code": "no-answer", "count": 2}]}""");
    JsonNode used = question(results, "used");
    assertThat(used.get("n").asLong()).isEqualTo(2);
    assertThat(used.at("/counts").findValuesAsText("count")).containsExactly("1", "2", "0");
    assertThat(used.at("/counts/0/share/value").asDouble()).isEqualTo(0.5);
    assertThat(question(results, "minutes").at("/scores/mean/value").asDouble()).isEqualTo(15);
    assertThat(question(results, "why").at("/scores")).isEmpty();
    assertThat(question(results, "why").get("n").asLong()).isEqualTo(1);

    JsonNode split = results("/v1/surveys/" + survey + "/results?splitBy=used").get("split");
    assertThat(split.get("overlapping").asBoolean()).isTrue();
    assertThat(split.at("/parts/0/value").asText()).isEqualTo("a");
    assertThat(split.at("/parts/0/base").asLong()).isEqualTo(1);
    assertThat(split.at("/parts/1/value").asText()).isEqualTo("b");
    assertThat(split.at("/parts/1/base").asLong()).isEqualTo(2);
  }

  @Test
  void smallCellsAreWithheldWithWhatWouldGiveThemAway() {
    String survey =
        Given.survey(
            tenant,
            """
            {"name": "Team", "anonymityThreshold": 5,
             "attributes": [{"key": "team", "type": "text", "label": "Team"}],
             "items": [{"linkId": "q", "type": "nps", "text": "Recommend?"}]}""");
    String version = Given.version(tenant, survey);
    for (int i = 0; i < 20; i++) {
      Given.submit(
          tenant,
          """
          {"surveyVersionId": "%s", "answers": [{"linkId": "q", "value": 9}],
           "attributes": {"team": {"text": "%s"}}}"""
              .formatted(version, i < 2 ? "red" : i < 10 ? "green" : "blue"));
    }

    JsonNode split = results("/v1/surveys/" + survey + "/results?splitBy=team").get("split");

    String withheld =
        """
        {"linkId": "q", "type": "nps", "text": "Recommend?", "withheld": true,
         "scores": {"nps": {"status": "withheld", "unit": "points", "method": "nps",
           "reason": "Fewer than 5 people, or the rest of a total that would tell of fewer."}}}""";
    JsonNode blue = split.at("/parts/0");
    assertThat(blue.get("value").asText()).isEqualTo("blue");
    assertThat(blue.get("base").asLong()).isEqualTo(10);
    assertThat(blue.at("/questions/0/n").asLong()).isEqualTo(10);
    Json.assertSame(
        split.at("/parts/1").toString(),
        "{\"value\": \"green\", \"questions\": [%s]}".formatted(withheld));
    Json.assertSame(
        split.at("/parts/2").toString(),
        "{\"value\": \"red\", \"questions\": [%s]}".formatted(withheld));
  }

  @Test
  void aVersionIsWithheldWhenTheOthersWouldBeTooFew() {
    String survey =
        Given.survey(
            tenant,
            """
            {"name": "Small", "anonymityThreshold": 3,
             "items": [{"linkId": "q", "type": "nps", "text": "Recommend?"}]}""");
    String first = Given.version(tenant, survey);
    String second = Given.version(tenant, survey);
    for (int i = 0; i < 6; i++) {
      answer(i < 5 ? first : second, "{\"linkId\": \"q\", \"value\": 9}");
    }

    assertThat(question(results("/v1/surveys/" + survey + "/results"), "q").get("n").asLong())
        .isEqualTo(6);
    for (String version : new String[] {first, second}) {
      JsonNode results = results("/v1/survey-versions/" + version + "/results");
      assertThat(results.has("base")).isFalse();
      assertThat(question(results, "q").at("/scores/nps/status").asText()).isEqualTo("withheld");
    }
  }

  @Test
  void theTableHasTheSameNumbers() throws Exception {
    String survey = demo();
    String version = Given.version(tenant, survey);
    Imports.runDemo(tenant, version, 2018);

    for (String path : new String[] {"/v1/surveys/" + survey, "/v1/survey-versions/" + version}) {
      JsonNode nps = question(results(path + "/results"), "NETPRO").at("/scores/nps");
      Response csv = as(tenant, "surveys:read").get(path + "/results.csv?splitBy=STRATA");
      assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
      assertThat(csv.asString().lines())
          .contains(
              "NETPRO,How likely are you to recommend the airport to a friend or colleague?,,,,nps,"
                  + ",ok,"
                  + nps.get("value").asText()
                  + ",points,2650,2809,0.95,"
                  + nps.at("/interval/lower").asText()
                  + ","
                  + nps.at("/interval/upper").asText()
                  + ",nps/adjusted-wald")
          .anyMatch(line -> line.contains(",STRATA,1,Before 11 am,nps,,ok,"));
    }
  }

  @Test
  void aParameterThatCannotBeMetIsNamed() {
    String survey = Given.survey(tenant, Given.SURVEY);
    Given.version(tenant, survey);

    for (String parameter :
        List.of("splitBy=nothing", "splitBy=why", "level=1", "npsInterval=exact")) {
      Response answer =
          as(tenant, "surveys:read").get("/v1/surveys/" + survey + "/results?" + parameter);
      assertThat(answer.statusCode()).as(parameter).isEqualTo(400);
      assertThat(answer.<String>path("errors[0].parameter"))
          .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }
  }

  @Test
  void aSplitIntoTooManyPartsIsRefused() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);
    String visitors =
        IntStream.range(0, 501)
            .mapToObj(
                i ->
                    """
                    {"surveyVersionId": "%s", "answers": [{"linkId": "recommend", "value": 9}],
                     "attributes": {"visits": {"number": %d}, "member": {"truth": true}}}"""
                        .formatted(version, i))
            .collect(Collectors.joining(","));
    assertThat(
            as(tenant, "responses:submit")
                .contentType("application/json")
                .body("{\"responses\": [%s]}".formatted(visitors))
                .post("/v1/response-batches")
                .statusCode())
        .isEqualTo(200);

    Response refused =
        as(tenant, "surveys:read").get("/v1/surveys/" + survey + "/results?splitBy=visits");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("errors[0].detail"))
        .isEqualTo("has more than 500 values: split by something with fewer");
    assertThat(results("/v1/surveys/" + survey + "/results?splitBy=member").at("/split/parts"))
        .hasSize(1);
  }

  @Test
  void aDraftHasNoResultsAndAnotherTenantSeesNone() {
    String survey = Given.survey(tenant, Given.SURVEY);
    Json.assertBody(
        as(tenant, "surveys:read").get("/v1/surveys/" + survey + "/results"),
        "{\"surveyId\": \"%s\", \"level\": 0.95, \"base\": 0, \"questions\": []}"
            .formatted(survey));

    String version = Given.version(tenant, survey);
    for (String path : new String[] {"/v1/surveys/" + survey, "/v1/survey-versions/" + version}) {
      for (String form : new String[] {"/results", "/results.csv"}) {
        assertThat(as(freshTenant(), "surveys:read").get(path + form).statusCode()).isEqualTo(404);
      }
    }
  }

  private String demo() throws Exception {
    return Given.survey(tenant, Files.readString(Imports.DEMO.resolve("survey-sfo.json")));
  }

  private void answer(String version, String answers) {
    assertThat(
            Given.submit(
                    tenant,
                    "{\"surveyVersionId\": \"%s\", \"answers\": [%s]}".formatted(version, answers))
                .statusCode())
        .isEqualTo(201);
  }

  private JsonNode results(String path) {
    Response answer = as(tenant, "surveys:read").get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Json.parse(answer.asString());
  }

  private static JsonNode question(JsonNode results, String linkId) {
    for (JsonNode question : results.get("questions")) {
      if (question.get("linkId").asText().equals(linkId)) {
        return question;
      }
    }
    throw new AssertionError("No question " + linkId);
  }

  private static long sum(JsonNode parts, String pointer) {
    long sum = 0;
    for (JsonNode part : parts) {
      sum += part.at(pointer).asLong();
    }
    return sum;
  }

  private static void assertFigure(
      JsonNode figure,
      double value,
      String unit,
      long n,
      String method,
      double lower,
      double upper) {
    double precision = unit.equals("points") ? 5e-4 : 5e-7;
    assertThat(figure.get("status").asText()).isEqualTo("ok");
    assertThat(figure.get("value").asDouble()).isCloseTo(value, within(precision));
    assertThat(figure.get("unit").asText()).isEqualTo(unit);
    assertThat(figure.get("n").asLong()).isEqualTo(n);
    assertThat(figure.get("base").asLong()).isEqualTo(2809);
    assertThat(figure.get("method").asText()).isEqualTo(method);
    assertThat(figure.at("/interval/level").asDouble()).isEqualTo(0.95);
    assertThat(figure.at("/interval/lower").asDouble()).isCloseTo(lower, within(precision));
    assertThat(figure.at("/interval/upper").asDouble()).isCloseTo(upper, within(precision));
  }
}
