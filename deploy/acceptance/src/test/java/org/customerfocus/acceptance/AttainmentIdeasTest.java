package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
}
