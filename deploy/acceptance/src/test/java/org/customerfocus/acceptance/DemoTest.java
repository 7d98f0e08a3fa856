package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customerfocus.local.Demo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers that the demo is known for, reached through the API alone. They were computed
/// independently from the published files of San Francisco International Airport's passenger
/// surveys: of 2,809 who were asked in 2018, 159 are coded 11, a blank.
@ExtendWith(Running.class)
class DemoTest {

  private static Tenant tenant;
  private static Demo.Loaded demo;

  @BeforeAll
  static void load() throws IOException {
    tenant = Tenant.fresh();
    demo = Demo.load(Running.platform().baseUrl(), tenant.admin().credential(), Imports.DEMO);
  }

  @Test
  void netPromoterScore() {
    JsonNode question = question(results(""), "NETPRO");
    JsonNode nps = question.at("/scores/nps");
    assertThat(nps.path("status").asText()).isEqualTo("ok");
    assertThat(nps.path("value").asDouble()).isCloseTo(100 * (1268 - 447) / 2650.0, within(1e-9));
    assertThat(nps.path("unit").asText()).isEqualTo("points");
    assertThat(nps.path("n").asInt()).isEqualTo(2650);
    assertThat(nps.path("base").asInt()).isEqualTo(2809);
    assertThat(nps.path("method").asText()).isEqualTo("nps/adjusted-wald");
    assertThat(nps.at("/interval/level").asDouble()).isEqualTo(0.95);
    assertThat(nps.at("/interval/lower").asDouble()).isCloseTo(28.121, within(5e-4));
    assertThat(nps.at("/interval/upper").asDouble()).isCloseTo(33.771, within(5e-4));
  }

  @Test
  void blanksAreNoAnswers() {
    JsonNode question = question(results(""), "NETPRO");
    Map<String, Integer> nonAnswers = new TreeMap<>();
    question
        .path("nonAnswers")
        .forEach(each -> nonAnswers.put(each.path("code").asText(), each.path("count").asInt()));
    assertThat(nonAnswers).containsEntry("blank", 159);
    assertThat(nonAnswers.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(159);
    assertThat(counts(question).values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(2650);
    // 0 is an answer, not a blank.
    assertThat(counts(question)).containsKey("0").doesNotContainKey("11");
  }

  @Test
  void weightedNetPromoterScore() {
    JsonNode nps = question(results(""), "NETPRO").at("/weightedScores/nps");
    assertThat(nps.path("value").asDouble()).isCloseTo(35.114, within(5e-4));
    assertThat(nps.at("/interval/lower").asDouble()).isCloseTo(31.95, within(5e-3));
    assertThat(nps.at("/interval/upper").asDouble()).isCloseTo(38.179, within(5e-4));
  }

  @Test
  void satisfactionOverall() {
    JsonNode scores = question(results(""), "Q7ALL").path("scores");
    JsonNode csat = scores.path("csat");
    assertThat(csat.path("n").asInt()).isEqualTo(2625);
    assertThat(csat.path("value").asDouble()).isCloseTo(2059 / 2625.0, within(1e-9));
    assertThat(csat.at("/interval/lower").asDouble()).isCloseTo(0.768239, within(5e-7));
    assertThat(csat.at("/interval/upper").asDouble()).isCloseTo(0.799692, within(5e-7));
    assertThat(scores.at("/mean/value").asDouble()).isCloseTo(4.00267, within(5e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DESTGEO", "Q20Age", "STRATA"})
  void partsMakeUpTheWhole(String attribute) {
    JsonNode results = results("?splitBy=" + attribute);
    JsonNode split = results.path("split");
    assertThat(split.path("overlapping").asBoolean()).isFalse();
    assertThat(split.path("parts").size()).isGreaterThan(2);
    int responses = 0;
    for (JsonNode part : split.path("parts")) {
      responses += part.path("base").asInt();
    }
    assertThat(responses).isEqualTo(2809);
    for (JsonNode whole : results.path("questions")) {
      String linkId = whole.path("linkId").asText();
      int n = 0;
      int base = 0;
      Map<String, Integer> counts = new TreeMap<>();
      for (JsonNode part : split.path("parts")) {
        JsonNode question = question(part, linkId);
        n += question.path("n").asInt();
        base += question.path("base").asInt();
        counts(question).forEach((value, count) -> counts.merge(value, count, Integer::sum));
      }
      assertThat(n).as("n of %s by %s", linkId, attribute).isEqualTo(whole.path("n").asInt());
      assertThat(base).as("base of %s", linkId).isEqualTo(whole.path("base").asInt());
      assertThat(counts).as("counts of %s", linkId).isEqualTo(counts(whole));
    }
  }

  @Test
  void theYearBeforeLoadsWithItsOwnColumnsAndCodes() {
    Api api = tenant.admin();
    String survey = Imports.survey(api);
    String version = Imports.publish(api, survey);
    JsonNode done = Imports.load(api, version, "2017");
    assertThat(done.path("status").asText()).as("%s", done).isEqualTo("completed");
    JsonNode results = api.get("/v1/surveys/" + survey + "/results").expect(200).json();
    assertThat(question(results, "NETPRO").path("n").asInt()).isEqualTo(2746);
  }

  /// The table of the demo's own README.
  @Test
  void attainmentByMonth() {
    String path = "/v1/agreements/" + demo.agreementId() + "/attainment?from=2018-04&to=2018-07";
    JsonNode attainment = tenant.admin().get(path).expect(200).json();
    assertThat(attainment.path("commitments").size()).isEqualTo(1);
    JsonNode commitment = attainment.path("commitments").path(0);
    List<String> months = new ArrayList<>();
    int total = 0;
    for (JsonNode month : commitment.path("periods")) {
      JsonNode result = month.path("result");
      requireSum(result);
      total += result.path("total").asInt();
      months.add(
          "%s %d %d %d %d %.4f %s"
              .formatted(
                  month.path("period").asText(),
                  result.path("good").asInt(),
                  result.path("bad").asInt(),
                  result.path("excluded").asInt(),
                  result.path("unknown").asInt(),
                  result.at("/attainment/value").asDouble(),
                  result.path("status").asText()));
    }
    assertThat(months)
        .containsExactly(
            "2018-04 143 6 0 1 0.9597 met",
            "2018-05 139 9 5 2 0.9392 breached",
            "2018-06 143 7 0 0 0.9533 met");
    requireSum(commitment.path("overall"));
    assertThat(commitment.at("/overall/total").asInt()).isEqualTo(total).isEqualTo(455);
  }

  /// Twenty thousand flights, by month and by origin: the figures of the data's own README.
  @Test
  void flightsAreHeldAgainstWhatWasPromised() {
    String path =
        "/v1/agreements/" + demo.flightsAgreementId() + "/attainment?from=2001-01&to=2001-04";
    JsonNode attainment = tenant.admin().get(path).expect(200).json();
    assertThat(attainment.path("commitments").size()).isEqualTo(2);
    List<String> figures = new ArrayList<>();
    for (JsonNode commitment : attainment.path("commitments")) {
      List<JsonNode> results = new ArrayList<>();
      commitment.path("periods").forEach(month -> results.add(month.path("result")));
      results.add(commitment.path("overall"));
      for (JsonNode result : results) {
        requireSum(result);
        figures.add(
            "%d of %d %s"
                .formatted(
                    result.path("good").asInt(),
                    result.path("total").asInt(),
                    result.path("status").asText()));
      }
    }
    assertThat(figures)
        .containsExactly(
            "5495 of 6937 met",
            "4543 of 5964 breached",
            "5613 of 7099 met",
            "15651 of 20000 met",
            "279 of 358 breached",
            "253 of 345 breached",
            "302 of 400 breached",
            "834 of 1103 breached");
    assertThat(attainment.at("/commitments/0/overall/attainment/exact").asText())
        .isEqualTo("0.78255");
    assertThat(attainment.at("/commitments/1/overall/attainment/value").asDouble())
        .isCloseTo(0.75612, within(5e-6));

    String split =
        "/v1/commitments/%s/attainment/2001-02/by/origin"
            .formatted(attainment.at("/commitments/0/commitmentId").asText());
    JsonNode byOrigin = tenant.admin().get(split).expect(200).json();
    int total = 0;
    for (JsonNode part : byOrigin.path("parts")) {
      total += part.at("/result/total").asInt();
      if (part.path("value").asText().equals("DFW")) {
        assertThat(part.at("/result/good").asInt()).isEqualTo(253);
        assertThat(part.at("/result/total").asInt()).isEqualTo(345);
      }
    }
    assertThat(total).isEqualTo(5964).isEqualTo(byOrigin.at("/whole/total").asInt());
  }

  /// The figures of the demo's own README.
  @Test
  void complaintsAreCasesWithTheirTimeliness() {
    String period = "?from=2015-01-01T00:00:00Z&to=2021-01-01T00:00:00Z";
    JsonNode performance =
        tenant.admin().get("/v1/contact-performance" + period).expect(200).json();
    int inTime = 0;
    int decided = 0;
    for (JsonNode channel : performance.path("channels")) {
      for (JsonNode standard : channel.path("standards")) {
        if (standard.path("standard").asText().equals("respond")) {
          inTime += standard.path("inTime").asInt();
          decided += standard.at("/inTimeShare/n").asInt();
        }
      }
    }
    assertThat(inTime).isEqualTo(560);
    assertThat(decided).isEqualTo(571);
  }

  @Test
  void aCampaignIsUnderWayAndItsPageAwaitsTheNewcomer() {
    Api api = tenant.admin();
    JsonNode campaign = api.get("/v1/campaigns/" + demo.campaignId()).expect(200).json();
    assertThat(campaign.path("status").asText()).isEqualTo("running");
    assertThat(campaign.at("/counts/offered").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(campaign.at("/counts/completed").asInt()).isEqualTo(1);
    JsonNode responses =
        api.get("/v1/responses?filter=" + Api.encode("campaignId==" + demo.campaignId()))
            .expect(200)
            .json()
            .path("items");
    assertThat(responses.findValuesAsText("status")).hasSize(5).containsOnly("completed");
    assertThat(responses.findValuesAsText("spamScore")).isEmpty();
    assertThat(demo.surveyPath()).startsWith("/s/" + tenant.handle() + ".");
    assertThat(new Visitor("en").open(demo.surveyPath()).expect(200).text())
        .contains("Would you recommend us?");
  }

  /// good + bad + excluded + unknown = total.
  private static void requireSum(JsonNode result) {
    int sum =
        result.path("good").asInt()
            + result.path("bad").asInt()
            + result.path("excluded").asInt()
            + result.path("unknown").asInt();
    assertThat(sum).as("%s", result).isEqualTo(result.path("total").asInt());
  }

  private static JsonNode results(String query) {
    String path = "/v1/surveys/" + demo.surveyId() + "/results" + query;
    Answer answer = tenant.admin().get(path).expect(200);
    return Running.contract()
        .require(Running.contract().operation("getSurveyResults"), answer)
        .json();
  }

  private static JsonNode question(JsonNode results, String linkId) {
    for (JsonNode question : results.path("questions")) {
      if (question.path("linkId").asText().equals(linkId)) {
        return question;
      }
    }
    throw new AssertionError("no question " + linkId + " in " + results);
  }

  /// How often each value or option was given.
  private static Map<String, Integer> counts(JsonNode question) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode each : question.path("counts")) {
      String value =
          each.has("value") ? each.path("value").asText() : each.path("optionCode").asText();
      if (each.path("count").asInt() > 0) {
        counts.put(value, each.path("count").asInt());
      }
    }
    return counts;
  }
}
