package org.customerfocus.agreement.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class TermsRecountTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Given given = new Given();

  private Response june(String agreement) {
    return given
        .reader()
        .get("/v1/agreements/%s/attainment?from=2026-06&to=2026-07".formatted(agreement));
  }

  /// Once it is so, if it ever is.
  private Response awaited(String agreement, String path, String value) {
    return await()
        .atMost(PATIENCE)
        .until(() -> june(agreement), read -> value.equals(read.path(path)));
  }

  @Test
  void whatIsPastIsJudgedByTheTermsThatAreAgreedForItLater() {
    String metric = given.ratioMetric();
    Response active = given.activeAgreement(Given.commitment(metric, ""));
    String id = active.path("id");
    String first = active.path("version.commitments[0].id");
    String due = "\"dueAt\": \"2026-06-10T12:00:00Z\", \"good\": ";
    given.send(
        Given.flight("a", metric, due + "true") + "," + Given.flight("b", metric, due + "false"));
    awaited(id, "commitments[0].periods[0].result.status", "breached");

    given
        .writer()
        .body(
            "{\"effectiveOn\": \"2026-06-01\", \"status\": \"proposed\", \"commitments\": [%s]}"
                .formatted(
                    Given.commitment(metric, "\"id\": \"%s\"".formatted(first))
                        .replace("0.95", "0.5")))
        .post("/v1/agreements/%s/amendments".formatted(id))
        .then()
        .statusCode(201);
    for (String side : List.of("provider", "customer")) {
      given.sign(id, side).then().statusCode(201);
    }

    Response after = awaited(id, "commitments[0].periods[0].result.status", "met");
    assertThat(after.<Integer>path("commitments[0].periods.size()")).isEqualTo(1);
    assertThat(after.<String>path("commitments[0].lineageId")).isEqualTo(first);
    assertThat(after.<String>path("commitments[0].periods[0].commitmentId")).isNotEqualTo(first);
  }

  @Test
  void whatIsCountedEndsWithTheAgreement() {
    String metric = given.ratioMetric();
    String id =
        given
            .active(Given.agreement(Given.commitment(metric, ""), "\"noticePeriod\": \"P1M\""))
            .path("id");
    given.send(
        Given.flight("a", metric, "\"dueAt\": \"2026-06-10T12:00:00Z\", \"good\": true")
            + ","
            + Given.flight("b", metric, "\"dueAt\": \"2026-06-20T12:00:00Z\", \"good\": false"));
    awaited(id, "commitments[0].periods[0].result.status", "breached");

    // Said on 15 May, so that it ended on 15 June: the second flight is nobody's promise any more.
    given
        .patcher("*")
        .body("{\"noticeGiven\": {\"on\": \"2026-05-15\", \"by\": \"customer\"}}")
        .patch("/v1/agreements/" + id)
        .then()
        .statusCode(200);

    Response after = awaited(id, "commitments[0].periods[0].result.status", "met");
    assertThat(after.<String>path("commitments[0].periods[0].end"))
        .isEqualTo("2026-06-15T07:00:00Z");
  }
}
