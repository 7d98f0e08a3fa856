package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The idea of the domain that attainment stands for.
@ExtendWith(Running.class)
class AttainmentIdeasTest {

  private static JsonNode read(String json) {
    return Api.read(json.replace('\'', '"'));
  }

  /// How much, how well, at what level, in a unit, and the progress to a target.
  @Test
  void performanceMeasuresProgressToATarget() {
    Api api = Tenant.fresh().admin();
    String provider =
        api.post("/v1/parties", read("{'kind': 'person', 'givenName': 'Grace'}")).expect(201).id();
    String customer =
        api.post(
                "/v1/customers",
                read(
                    "{'party': {'kind': 'organization', 'name': 'North Pier'},"
                        + " 'roles': [{'type': 'payer'}]}"))
            .expect(201)
            .id();
    String metric =
        api.post(
                "/v1/metrics",
                read(
                    "{'name': 'Wait', 'type': 'mean', 'unit': 'min',"
                        + " 'description': 'How long they waited.'}"))
            .expect(201)
            .id();
    int year = YearMonth.now(ZoneOffset.UTC).getYear();
    String agreement =
        """
        {'name': 'Waiting', 'providerPartyId': '%s', 'customerId': '%s', 'timeZone': 'UTC',
         'term': {'start': '%d-01-01'}, 'commitments': [
           {'name': 'Ten minutes on average', 'metricId': '%s', 'entityType': 'visit',
            'customerTerm': 'visit', 'periodBy': 'completed', 'warning': 8,
            'target': {'comparator': 'at-most', 'value': 10}%s}]}"""
            .formatted(provider, customer, year, metric, "%s");

    // A mean has no percentile.
    JsonNode refused =
        api.post("/v1/agreements", read(agreement.formatted(", 'percentile': 0.9")))
            .expect(422)
            .json();
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/commitments/0/percentile");

    String commitment =
        api.post("/v1/agreements", read(agreement.formatted("")))
            .expect(201)
            .json()
            .at("/version/commitments/0/id")
            .asText();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (int minutes : new int[] {7, 11}) {
      api.post(
              "/v1/measurements",
              read(
                  """
                  {'source': 'desk', 'sourceId': '%1$d', 'metricId': '%2$s', 'customerId': '%3$s',
                   'entity': {'type': 'visit', 'reference': '%1$d'}, 'completedAt': '%4$s',
                   'value': %1$d}"""
                      .formatted(minutes, metric, customer, now)))
          .expect(201);
    }

    JsonNode result =
        api.get(
                "/v1/commitments/%s/attainment/%s"
                    .formatted(commitment, YearMonth.from(now.atZone(ZoneOffset.UTC))))
            .expect(200)
            .json()
            .at("/period/result");
    assertThat(result.at("/attainment/exact").asText()).isEqualTo("9");
    assertThat(result.at("/attainment/unit").asText()).isEqualTo("min");
    assertThat(result.path("total").asInt()).isEqualTo(2);
    assertThat(result.path("status").asText()).isEqualTo("met");
    assertThat(result.path("warning").asBoolean()).isTrue();
  }

  /// A promise about what customers will say is judged as surely as they have said it.
  @Test
  void howCertainWeAreThatCustomersAreSatisfied() {
    Api api = Tenant.fresh().admin();
    String[] people = new String[2];
    for (int i = 0; i < 2; i++) {
      people[i] =
          api.post("/v1/parties", read("{'kind': 'person', 'givenName': 'Grace'}"))
              .expect(201)
              .id();
    }
    String customer =
        api.post(
                "/v1/customers",
                read(
                    "{'partyId': '%s', 'providerPartyId': '%s', 'roles': [{'type': 'payer'}]}"
                        .formatted(people[1], people[0])))
            .expect(201)
            .id();
    String survey =
        api.post(
                "/v1/surveys",
                read(
                    """
                    {'name': 'Stay', 'anonymityThreshold': 3, 'items': [
                       {'linkId': 'recommend', 'type': 'nps', 'text': 'Would you recommend us?'},
                       {'linkId': 'return', 'type': 'nps', 'text': 'Would you come again?'}]}"""))
            .expect(201)
            .id();
    String version =
        api.send(Request.of("POST", "/v1/surveys/" + survey + "/versions")).expect(201).id();
    LocalDate now = LocalDate.now(ZoneOffset.UTC);
    LocalDate first = now.with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(12);
    // Quarter by quarter: all recommend it; none does, though all come again; some do; few say.
    int[][] said = {{40, 0, 0}, {0, 0, 40}, {20, 8, 12}, {5, 0, 0}};
    for (int i = 0; i < said.length; i++) {
      answer(api, version, first.plusMonths(3L * i), said[i]);
    }

    String commitment =
        """
        {'name': 'You recommend us', 'metricId': '%s', 'entityType': 'stay', 'customerTerm': 'stay',
         'requirementIds': ['%s'], 'target': {'comparator': 'at-least', 'value': 30},
         'window': {'kind': 'calendar', 'unit': 'quarter'}, 'graceTime': 'PT0M'%s}"""
            .formatted(
                metric(api, "{'name': 'Recommendation', 'type': 'survey-score'}"),
                api.post(
                        "/v1/requirements",
                        read(
                            """
                            {'statement': 'A good stay', 'kind': 'requirement', 'voice': 'spoken',
                             'importances': [{'customerId': '%s', 'importance': 9}]}"""
                                .formatted(customer)))
                    .expect(201)
                    .id(),
                "%s");
    String score =
        ", 'survey': {'surveyId': '%s', 'score': 'nps', 'linkId': '%%s'}".formatted(survey);
    String agreement =
        """
        {'name': 'Stays', 'providerPartyId': '%s', 'customerId': '%s', 'timeZone': 'UTC',
         'term': {'start': '%s'}, 'status': 'proposed', 'commitments': [%s]}"""
            .formatted(people[0], customer, first, "%s");
    api.post("/v1/entity-types", read("{'code': 'stay', 'names': {'en': 'stay'}}")).expect(201);
    // Which survey is part of the promise.
    JsonNode refused =
        api.post("/v1/agreements", read(agreement.formatted(commitment.formatted(""))))
            .expect(422)
            .json();
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/commitments/0/survey");

    JsonNode agreed =
        api.post(
                "/v1/agreements",
                read(
                    agreement.formatted(
                        commitment.formatted(score.formatted("recommend"))
                            + ","
                            + commitment.formatted(score.formatted("return")))))
            .expect(201)
            .json();
    for (int i = 0; i < 2; i++) {
      api.post(
              "/v1/agreements/%s/signatures".formatted(agreed.path("id").asText()),
              Api.object().put("side", i == 0 ? "provider" : "customer").put("partyId", people[i]))
          .expect(201);
    }
    JsonNode attained =
        api.get(
                "/v1/agreements/%s/attainment?from=%s&to=%s"
                    .formatted(
                        agreed.path("id").asText(),
                        YearMonth.from(first),
                        YearMonth.from(first.plusMonths(12))))
            .expect(200)
            .json()
            .path("commitments");
    JsonNode recommend = attained.at("/0/periods");
    assertThat(recommend.findValuesAsText("countedIn")).containsOnly("answers");
    assertThat(statuses(recommend))
        .containsExactly("met", "breached", "inconclusive", "insufficient");
    assertThat(statuses(attained.at("/1/periods")).get(1)).isEqualTo("met");
    JsonNode some = recommend.at("/2/result/attainment");
    assertThat(some.path("value").asDouble()).isEqualTo(20);
    assertThat(some.path("n").asInt()).isEqualTo(40);
    assertThat(some.at("/interval/lower").asDouble()).isLessThan(30);
    assertThat(some.at("/interval/upper").asDouble()).isGreaterThan(30);

    // What is inconclusive breaches nothing.
    JsonNode breach = ChainFixtures.first(api, "/v1/breaches", agreed.path("id").asText());
    assertThat(breach.path("period").asText()).isEqualTo(recommend.at("/1/period").asText());
  }

  private static void answer(Api api, String version, LocalDate quarter, int[] said) {
    ObjectNode batch = Api.object();
    ArrayNode responses = batch.putArray("responses");
    for (int kind = 0; kind < said.length; kind++) {
      for (int i = 0; i < said[kind]; i++) {
        ObjectNode response =
            responses
                .addObject()
                .put("surveyVersionId", version)
                .put("respondedAt", quarter.plusDays(i) + "T12:00:00Z");
        ArrayNode answers = response.putArray("answers");
        answers.addObject().put("linkId", "recommend").put("value", new int[] {10, 8, 0}[kind]);
        answers.addObject().put("linkId", "return").put("value", 10);
      }
    }
    api.post("/v1/response-batches", batch).expect(200);
  }

  private static String metric(Api api, String members) {
    return api.post(
            "/v1/metrics",
            ((ObjectNode) read(members)).put("description", "What those who stayed say."))
        .expect(201)
        .id();
  }

  private static List<String> statuses(JsonNode periods) {
    return periods.valueStream().map(each -> each.at("/result/status").asText()).toList();
  }
}
