package org.customerfocus.agreement.performance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// The demo's files give the numbers that their README states.
@QuarkusTest
@WithTestResource(Platform.class)
class DemoTest {

  private final Given given = new Given();

  @Test
  void givesTheNumbersOfItsReadme() throws IOException {
    String metric = Given.id(given.writer().body(file("metric-on-time")).post("/v1/metrics"));
    String agreement =
        Given.id(
            given.active(
                file("agreement")
                    .replace("${metricId}", metric)
                    .replace("${offeringId}", Given.PROVIDER)
                    .replace("${requirementId}", Given.REQUIREMENT)
                    .replace("${providerPartyId}", Given.PROVIDER)
                    .replace("${customerId}", Given.CUSTOMER)));
    Given.id(
        given
            .writer()
            .body(file("exclusion").replace("${agreementId}", agreement))
            .post("/v1/exclusions"));
    String measurements =
        file("measurements")
            .replace("${metricId}", metric)
            .replace("${customerId}", Given.CUSTOMER)
            .replace("${offeringId}", Given.PROVIDER);
    assertThat(
            given
                .source()
                .body(measurements)
                .post("/v1/measurements/batch")
                .<Integer>path("created"))
        .isEqualTo(455);
    assertThat(
            given
                .source()
                .body(measurements)
                .post("/v1/measurements/batch")
                .<Integer>path("duplicates"))
        .isEqualTo(455);

    Response read =
        given
            .reader()
            .get("/v1/agreements/%s/attainment?from=2018-04&to=2018-07".formatted(agreement));

    List<String> rows = new ArrayList<>();
    for (JsonNode month : Json.parse(read.asString()).at("/commitments/0/periods")) {
      JsonNode result = month.get("result");
      rows.add(
          "| %s | %s | %s | %s | %s | %.4f | %s |"
              .formatted(
                  month.get("period").asText(),
                  result.get("good"),
                  result.get("bad"),
                  result.get("excluded"),
                  result.get("unknown"),
                  result.at("/attainment/value").asDouble(),
                  result.get("status").asText()));
    }
    assertThat(Files.readAllLines(Path.of("../deploy/local/demo/README.md"))).containsAll(rows);
    assertThat(rows).hasSize(3);
  }

  private static String file(String name) throws IOException {
    return Files.readString(Path.of("../deploy/local/demo/%s.json".formatted(name)));
  }
}
