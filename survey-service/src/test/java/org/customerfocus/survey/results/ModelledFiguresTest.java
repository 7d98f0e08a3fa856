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
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.statistics.Distribution;
import org.customerfocus.survey.statistics.FinitePopulation;
import org.customerfocus.survey.statistics.Mean;
import org.customerfocus.survey.statistics.Nps;
import org.junit.jupiter.api.Test;

/// Gaps, indexes, weighted results and paired comparisons, each against the same figure made here
/// of the answers one by one.
@QuarkusTest
@WithTestResource(Platform.class)
class ModelledFiguresTest {

  private static final List<String> DIMENSIONS = List.of("look", "care");

  private final String tenant = freshTenant();
  private final Random random = new Random(7);

  private static String servqual(int threshold) {
    List<String> groups = new ArrayList<>();
    for (String dimension : DIMENSIONS) {
      List<String> pairs = new ArrayList<>();
      for (int i = 1; i <= 2; i++) {
        pairs.add(
            """
            {"linkId": "%1$s-%2$d", "type": "expectation-perception", "text": "Pair", "items": [
              {"linkId": "%1$s-%2$d-e", "type": "scale", "text": "Should", "scale": {"min": 1, "max": 7}},
              {"linkId": "%1$s-%2$d-p", "type": "scale", "text": "Does", "scale": {"min": 1, "max": 7}}]}"""
                .formatted(dimension, i));
      }
      groups.add(
          "{\"linkId\": \"%s\", \"type\": \"group\", \"text\": \"A dimension\", \"items\": [%s]}"
              .formatted(dimension, String.join(",", pairs)));
    }
    return """
    {"name": "Gaps", "anonymityThreshold": %d, "items": [%s,
      {"linkId": "points", "type": "constant-sum", "text": "Share out", "limits": {"total": 100},
       "options": [{"code": "look", "label": "Look"}, {"code": "care", "label": "Care"}]}]}"""
        .formatted(threshold, String.join(",", groups));
  }

  @Test
  void gapsOfPairsDimensionsAndAll() {
    String survey = Given.survey(tenant, servqual(0));
    String version = Given.version(tenant, survey);
    List<String> responses = new ArrayList<>();
    Map<String, List<Double>> gaps = new TreeMap<>();
    for (int person = 0; person < 60; person++) {
      List<String> answers = new ArrayList<>();
      Map<String, Double> means = new TreeMap<>();
      for (String dimension : DIMENSIONS) {
        List<Double> complete = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
          String pair = dimension + "-" + i;
          int expected = 4 + random.nextInt(4);
          int perceived = 1 + random.nextInt(7);
          answers.add(value(pair + "-e", expected));
          if (random.nextInt(4) > 0) {
            answers.add(value(pair + "-p", perceived));
            complete.add((double) perceived - expected);
            gaps.computeIfAbsent(pair, each -> new ArrayList<>())
                .add((double) perceived - expected);
          }
        }
        if (!complete.isEmpty()) {
          means.put(dimension, complete.stream().mapToDouble(each -> each).average().orElseThrow());
          gaps.computeIfAbsent(dimension, each -> new ArrayList<>()).add(means.get(dimension));
        }
      }
      int look = random.nextInt(5) * 25;
      answers.add(
          """
          {"linkId": "points", "allocation": [{"optionCode": "look", "amount": %d},
            {"optionCode": "care", "amount": %d}]}"""
              .formatted(look, 100 - look));
      if ((look == 0 || means.containsKey("look")) && (look == 100 || means.containsKey("care"))) {
        gaps.computeIfAbsent("all", each -> new ArrayList<>())
            .add(
                (look * means.getOrDefault("look", 0.0)
                        + (100 - look) * means.getOrDefault("care", 0.0))
                    / 100);
      }
      responses.add(response(version, "", "", answers));
    }
    submit(responses);

    JsonNode found = get("/v1/surveys/" + survey + "/gaps");
    assertThat(found.get("allocation").asText()).isEqualTo("points");
    gap(found.get("weighted"), gaps.get("all"));
    everywhere(
        survey,
        "gaps=true",
        Map.of(
            "points/gap-weighted", found.at("/weighted/gap"),
            "care/gap", found.at("/dimensions/1/gap"),
            "care/gap-importance", found.at("/dimensions/1/importance"),
            "look-2/gap", found.at("/dimensions/0/pairs/1/gap"),
            "look-2/gap-perception", found.at("/dimensions/0/pairs/1/perception")));
    for (JsonNode dimension : found.get("dimensions")) {
      gap(dimension, gaps.get(dimension.get("linkId").asText()));
      assertThat(dimension.at("/importance/method").asText()).isEqualTo("amount/t");
      for (JsonNode pair : dimension.get("pairs")) {
        gap(pair, gaps.get(pair.get("linkId").asText()));
        assertThat(pair.at("/expectation/n").asInt()).isEqualTo(60);
      }
    }
    assertThat(ask("/v1/surveys/" + survey + "/gaps?allocation=look-1-e").statusCode())
        .isEqualTo(400);
    assertThat(ask("/v1/surveys/" + Given.survey(tenant, Given.SURVEY) + "/gaps").statusCode())
        .isEqualTo(409);
  }

  @Test
  void gapsThatWouldTellOfFewAreWithheld() {
    String survey = Given.survey(tenant, servqual(5));
    String version = Given.version(tenant, survey);
    List<String> responses = new ArrayList<>();
    for (int person = 0; person < 20; person++) {
      List<String> answers = new ArrayList<>();
      for (String pair : List.of("look-1", "look-2", "care-1", "care-2")) {
        answers.add(value(pair + "-e", 6));
        // Two say nothing of what they perceive: the difference of the means would tell theirs.
        if (person > 1 || !pair.equals("care-1")) {
          answers.add(value(pair + "-p", 5));
        }
      }
      responses.add(response(version, "", "", answers));
    }
    submit(responses);

    JsonNode found = get("/v1/surveys/" + survey + "/gaps");
    assertThat(found.at("/dimensions/0/gap/value").asDouble()).isEqualTo(-1);
    assertThat(found.at("/dimensions/1/gap/status").asText()).isEqualTo("withheld");
    assertThat(found.at("/dimensions/1/pairs/0/gap/status").asText()).isEqualTo("withheld");
    assertThat(found.at("/dimensions/1/pairs/1/gap/value").asDouble()).isEqualTo(-1);
    assertThat(found.at("/weighted/gap/status").asText()).isEqualTo("withheld");
  }

  private static void gap(JsonNode found, List<Double> expected) {
    Mean mean = Mean.of(expected.stream().mapToDouble(Double::doubleValue).toArray());
    assertThat(found.at("/gap/n").asLong()).isEqualTo(expected.size());
    assertThat(found.at("/gap/value").asDouble()).isCloseTo(mean.value(), within(1e-9));
    assertThat(found.at("/gap/interval/lower").asDouble())
        .isCloseTo(mean.interval(0.95).lower(), within(1e-9));
    assertThat(found.get("pValue").asDouble()).isCloseTo(mean.pValue(), within(1e-9));
  }

  @Test
  void anIndexOfTwoQuestions() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);
    List<String> responses = new ArrayList<>();
    List<Double> index = new ArrayList<>();
    for (int person = 0; person < 50; person++) {
      int overall = 1 + random.nextInt(5);
      int clean = 2 * overall - random.nextInt(2);
      index.add(0.6 * (overall - 1) / 4 * 100 + 0.4 * (clean - 1) / 9 * 100);
      responses.add(
          response(
              version,
              "",
              "",
              List.of(value("recommend", 9), value("overall", overall), value("clean", clean))));
    }
    submit(responses);
    Mean each = Mean.of(index.stream().mapToDouble(Double::doubleValue).toArray());

    JsonNode found =
        get("/v1/surveys/" + survey + "/index?component=overall:0.6&component=clean:0.4");
    assertThat(found.at("/index/value").asDouble()).isCloseTo(each.value(), within(1e-9));
    assertThat(found.at("/index/n").asInt()).isEqualTo(50);
    assertThat(found.at("/index/interval/upper").asDouble() - each.value())
        .isCloseTo(1.959964 * each.standardError(), within(1e-5));
    assertThat(found.at("/components/1/mean/method").asText()).isEqualTo("mean/t");
    everywhere(
        survey,
        "question=why&component=overall:0.6&component=clean:0.4",
        Map.of("/index", found.get("index"), "clean/index-mean", found.at("/components/1/mean")));
    for (String refused :
        List.of(
            "component=overall:0.6",
            "component=recommend:1",
            "component=overall:0.5&component=overall:0.5",
            "component=nothing:1",
            "level=0.95")) {
      assertThat(ask("/v1/surveys/" + survey + "/index?" + refused).statusCode())
          .as(refused)
          .isEqualTo(400);
    }
  }

  @Test
  void weightedByOneAttributeAndBySeveral() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);
    List<String> responses = new ArrayList<>();
    Map<String, Map<Integer, Integer>> answers = new TreeMap<>();
    for (int person = 0; person < 90; person++) {
      String region = random.nextInt(3) > 0 ? "north" : "south";
      boolean member = random.nextInt(3) > 0;
      int recommend = random.nextInt(11);
      answers.computeIfAbsent(region, each -> new TreeMap<>()).merge(recommend, 1, Integer::sum);
      responses.add(
          response(
              version,
              "",
              """
              "region": {"code": "%s"}, "member": {"truth": %s}"""
                  .formatted(region, member),
              List.of(value("recommend", recommend), value("clean", 1 + recommend * 9 / 10))));
    }
    submit(responses);
    String path = "/v1/surveys/" + survey + "/weighted-results?question=recommend&question=clean";
    String regions = path + "&target=region:north:500&target=region:south:500";

    JsonNode found = get(regions);
    long north = people(answers, "north");
    long south = people(answers, "south");
    Map<Integer, Double> masses = new TreeMap<>();
    answers.get("north").forEach((value, n) -> masses.merge(value, 500.0 / north * n, Double::sum));
    answers.get("south").forEach((value, n) -> masses.merge(value, 500.0 / south * n, Double::sum));
    Nps nps = Nps.of(Distribution.ofWeights(masses, 500.0 * 500 / north + 500.0 * 500 / south));
    JsonNode weighted = found.at("/questions/0/weightedScores/nps");
    assertThat(found.get("method").asText()).isEqualTo("post-stratification");
    assertThat(weighted.get("value").asDouble()).isCloseTo(100 * nps.value(), within(1e-9));
    assertThat(weighted.at("/interval/lower").asDouble())
        .isCloseTo(100 * nps.adjustedWald(0.95).lower(), within(1e-9));
    assertThat(found.get("effectiveN").asDouble()).isCloseTo(nps.n(), within(1e-9));
    assertThat(found.at("/questions/0/effectiveN").asDouble()).isCloseTo(nps.n(), within(1e-9));
    assertThat(found.get("respondents").asInt()).isEqualTo(90);

    JsonNode finite = get(regions + "&finitePopulation=true").get("questions");
    Nps larger =
        new Nps(nps.promoters(), nps.detractors(), FinitePopulation.size(nps.n(), nps.n() / 0.09));
    assertThat(finite.at("/0/weightedScores/nps/interval/lower").asDouble())
        .isCloseTo(100 * larger.adjustedWald(0.95).lower(), within(1e-9));
    assertThat(width(finite.at("/1/weightedScores/mean")))
        .isLessThan(width(found.at("/questions/1/weightedScores/mean")));
    assertThat(finite.at("/1/weightedScores/mean/value").asDouble())
        .isCloseTo(found.at("/questions/1/weightedScores/mean/value").asDouble(), within(1e-9));

    JsonNode raked = get(regions + "&target=member:true:300&target=member:false:700&trimMost=1.5");
    assertThat(raked.get("method").asText()).isEqualTo("raking");
    assertThat(raked.get("deviation").asDouble()).isLessThanOrEqualTo(1e-6);
    assertThat(raked.get("trimmed").asInt()).isPositive();
    assertThat(raked.get("effectiveN").asDouble()).isBetween(40.0, 90.0);
    everywhere(
        survey,
        "question=recommend&question=clean&question=why&target=region:north:500"
            + "&target=region:south:500&target=member:true:300&target=member:false:700&trimMost=1.5",
        Map.of(
            "recommend/raking-nps", raked.at("/questions/0/weightedScores/nps"),
            "clean/raking-mean", raked.at("/questions/1/weightedScores/mean")));

    for (String refused :
        List.of(
            "&target=region:north:0&target=region:south:0",
            "&target=region:north",
            "&target=region:west:5&target=region:north:5",
            "&target=since:2020-01-01:5",
            "&target=region:north:5&target=region:south:5&target=member:true:9",
            "&target=region:north:5&target=region:south:5&finitePopulation=true",
            "&target=region:north:5&tolerance=2",
            "&target=region:north:5&question=why")) {
      assertThat(ask(path + refused).statusCode()).as(refused).isEqualTo(400);
    }
  }

  @Test
  void weightsThatWouldTellOfFewAreWithheld() {
    String survey =
        Given.survey(
            tenant, Given.SURVEY.replace("\"anonymityThreshold\": 0", "\"anonymityThreshold\": 5"));
    String version = Given.version(tenant, survey);
    submit(
        IntStream.range(0, 30)
            .mapToObj(
                person ->
                    response(
                        version,
                        "",
                        "\"region\": {\"code\": \"%s\"}".formatted(person < 3 ? "south" : "north"),
                        List.of(value("recommend", person % 11))))
            .toList());

    JsonNode found =
        get(
            "/v1/surveys/"
                + survey
                + "/weighted-results?question=recommend&target=region:north:1&target=region:south:99");
    assertThat(found.at("/questions/0/withheld").asBoolean()).isTrue();
    assertThat(found.at("/questions/0/weightedScores/nps/status").asText()).isEqualTo("withheld");
    assertThat(found.has("respondents")).isFalse();
    assertThat(found.has("effectiveN")).isFalse();
  }

  @Test
  void peopleAreComparedWithThemselves() {
    String first = Given.survey(tenant, Given.SURVEY);
    String second = Given.survey(tenant, Given.SURVEY);
    String before = Given.version(tenant, first);
    String after = Given.version(tenant, second);
    List<String> responses = new ArrayList<>();
    List<Double> differences = new ArrayList<>();
    for (int person = 0; person < 40; person++) {
      String party = "\"partyId\": \"%s\",".formatted(new UUID(1, person));
      int one = random.nextInt(9);
      int other = one + random.nextInt(3);
      responses.add(response(before, party, "", List.of(value("recommend", one))));
      if (person < 30) {
        responses.add(response(after, party, "", List.of(value("recommend", other))));
        differences.add(kind(one) - kind(other));
      }
    }
    responses.add(response(after, "", "", List.of(value("recommend", 0))));
    submit(responses);
    Mean mean = Mean.of(differences.stream().mapToDouble(Double::doubleValue).toArray());

    JsonNode found =
        get(
            "/v1/surveys/%s/score-comparisons?question=recommend&paired=true&against=%s"
                .formatted(first, second));
    JsonNode difference = found.at("/comparisons/0/difference");
    assertThat(difference.get("method").asText()).isEqualTo("nps-difference/paired-t");
    assertThat(difference.get("n").asInt()).isEqualTo(30);
    assertThat(difference.get("value").asDouble()).isCloseTo(100 * mean.value(), within(1e-9));
    assertThat(difference.at("/interval/lower").asDouble())
        .isCloseTo(100 * mean.interval(0.95).lower(), within(1e-9));
    assertThat(found.at("/comparisons/0/pValue").asDouble()).isCloseTo(mean.pValue(), within(1e-9));
    assertThat(
            ask("/v1/surveys/%s/score-comparisons?question=recommend&paired=true&splitBy=region"
                    .formatted(first))
                .statusCode())
        .isEqualTo(400);
  }

  /// The table has all digits of the figures, the page has them rounded, each behind its plot.
  private void everywhere(String survey, String query, Map<String, JsonNode> figures) {
    String results = "/v1/surveys/" + survey + "/results.";
    List<CSVRecord> rows = records(ask(results + "csv?" + query).asString());
    String page = ask(results + "html?" + query).asString();
    figures.forEach(
        (name, figure) -> {
          assertThat(rows)
              .filteredOn(row -> name.equals(row.get("linkId") + "/" + row.get("measure")))
              .extracting(row -> row.get("value") + " " + row.get("lower") + " " + row.get("n"))
              .as(name)
              .containsExactly(
                  "%s %s %s"
                      .formatted(
                          figure.get("value").asText(),
                          figure.at("/interval/lower").asText(),
                          figure.get("n").asText()));
          assertThat(page)
              .as(name)
              .contains(
                  "<td class=\"number\">"
                      + String.format(
                              Locale.ROOT,
                              figure.get("unit").asText().equals("points") ? "%.1f" : "%.2f",
                              figure.get("value").asDouble())
                          .replace('-', '−')
                      + "</td>");
        });
    assertThat(page).contains("<svg viewBox");
    assertThat(ask(results + "pdf?" + query).contentType()).isEqualTo("application/pdf");
    assertThat(ask(results + "csv?component=overall").statusCode()).isEqualTo(400);
  }

  private static List<CSVRecord> records(String csv) {
    try {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(new StringReader(csv))
          .getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double kind(int value) {
    return value >= 9 ? 1 : value <= 6 ? -1 : 0;
  }

  private static double width(JsonNode figure) {
    return figure.at("/interval/upper").asDouble() - figure.at("/interval/lower").asDouble();
  }

  private static long people(Map<String, Map<Integer, Integer>> answers, String region) {
    return answers.get(region).values().stream().mapToLong(Integer::longValue).sum();
  }

  private static String value(String linkId, int value) {
    return "{\"linkId\": \"%s\", \"value\": %d}".formatted(linkId, value);
  }

  private static String response(
      String version, String head, String attributes, List<String> answers) {
    return "{\"surveyVersionId\": \"%s\", %s \"attributes\": {%s}, \"answers\": [%s]}"
        .formatted(version, head, attributes, String.join(",", answers));
  }

  private void submit(List<String> responses) {
    Response answer =
        as(tenant, "responses:submit")
            .contentType("application/json")
            .body("{\"responses\": [%s]}".formatted(String.join(",", responses)))
            .post("/v1/response-batches");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.asString()).doesNotContain("\"status\":4");
  }

  private Response ask(String path) {
    return as(tenant, "surveys:read").get(path);
  }

  private JsonNode get(String path) {
    Response found = ask(path);
    assertThat(found.statusCode()).as(path + found.asString()).isEqualTo(200);
    return Json.parse(found.asString());
  }
}
