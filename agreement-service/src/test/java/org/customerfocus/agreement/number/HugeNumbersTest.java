package org.customerfocus.agreement.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A few characters that stand for a number of two thousand million digits are refused wherever
/// numbers are taken, and written out nowhere.
@QuarkusTest
@WithTestResource(Platform.class)
class HugeNumbersTest {

  private final Given given = new Given();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e2147483647",
        "100e2147483647",
        "-1e2147483647",
        "1e-2147483647",
        "1000e-2147483647",
        "1e2147483648",
        "1e999"
      })
  void areRefused(String number) {
    String metric = given.valueMetric();
    String row =
        Given.flight("f", metric, "\"dueAt\": \"2026-03-01T00:00:00Z\", \"value\": " + number)
            .replace("\n", " ");
    assertRefused(given.source().body(row).post("/v1/measurements"));
    assertRefused(
        given
            .source()
            .body(
                "{\"kind\": \"measurement\", \"measurement\": %s, \"source\": \"ops\", \"sourceId\": \"f\", \"reason\": \"r\", \"author\": \"a\"}"
                    .formatted(row))
            .post("/v1/corrections"));
    assertRefused(event(row));
    assertRowRefused("ndjson", "application/x-ndjson", row);
    assertRowRefused(
        "csv",
        "text/csv",
        """
        source,sourceId,metricId,entityType,entityReference,dueAt,value
        ops,f,%s,flight,f,2026-03-01T00:00:00Z,%s
        """
            .formatted(metric, number));

    for (Map.Entry<String, String> each :
        Map.of(
                "0.95}",
                number + "}",
                "\"target\"",
                "\"threshold\": {\"comparator\": \"at-most\", \"value\": %s}, \"target\""
                    .formatted(number),
                "\"requirement\"",
                "\"warning\": %s, \"requirement\"".formatted(number),
                "\"customerTerm\"",
                "\"tolerance\": %s, \"customerTerm\"".formatted(number))
            .entrySet()) {
      String terms =
          Given.agreement(Given.commitment(metric, "").replace(each.getKey(), each.getValue()), "");
      assertRefused(given.writer().body(terms).post("/v1/agreements"));
    }
    String draft = Given.id(given.writer().body(Given.agreement("", "")).post("/v1/agreements"));
    assertRefused(
        given
            .patcher("\"0\"")
            .body(
                "{\"commitments\": [%s]}"
                    .formatted(Given.commitment(metric, "").replace("0.95", number)))
            .patch("/v1/agreements/" + draft));
    assertRefused(
        given
            .writer()
            .body(
                """
                {"name": "TMF", "agreementPeriod": {"startDateTime": "2026-01-01T00:00:00Z"},
                 "engagedParty": [{"id": "%1$s", "role": "provider"}, {"id": "%1$s", "role": "customer"}],
                 "characteristic": [{"name": "costCentre", "value": %2$s}]}"""
                    .formatted(Given.REQUIREMENT, number))
            .post("/v1/tmf651-agreements"));
  }

  private Response event(String row) {
    return given
        .source()
        .contentType("application/cloudevents+json")
        .body(
            """
            {"specversion": "1.0", "source": "ops", "id": "f", "type": "t", "data": %s}"""
                .formatted(row.replace("\"source\": \"ops\", \"sourceId\": \"f\",", ""))
                .getBytes(StandardCharsets.UTF_8))
        .post("/v1/measurements/events");
  }

  private void assertRowRefused(String form, String type, String body) {
    Response answer =
        as(given.tenant, "measurements:write")
            .contentType(type)
            .body(body.getBytes(StandardCharsets.UTF_8))
            .post("/v1/measurements/batch." + form);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.<Integer>path("refused")).as(answer.asString()).isEqualTo(1);
  }

  private static void assertRefused(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
  }
}
