package org.customerfocus.agreement.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class AmendmentResourceTest {

  private final Given given = new Given();

  private Response amend(String id, String body) {
    return given.writer().body(body).post("/v1/agreements/%s/amendments".formatted(id));
  }

  private Response asOf(String id, String day) {
    return given.reader().get("/v1/agreements/%s?asOf=%s".formatted(id, day));
  }

  private void signBoth(String id) {
    for (String side : List.of("provider", "customer")) {
      Response signed = given.sign(id, side);
      assertThat(signed.statusCode()).as(signed.asString()).isEqualTo(201);
    }
  }

  @Test
  void whatWasAgreedOnAnyDayCanBeRead() {
    String metric = given.ratioMetric();
    Response active = given.activeAgreement(Given.commitment(metric, ""));
    String id = active.path("id");
    String first = active.path("version.commitments[0].id");

    Response draft =
        amend(
            id,
            """
            {"effectiveOn": "2026-06-01", "reason": "New scanners.", "commitments": [%s, %s]}"""
                .formatted(
                    Given.commitment(metric, "\"id\": \"%s\"".formatted(first))
                        .replace("0.95", "0.99"),
                    Given.commitment(metric, "")));

    assertThat(draft.statusCode()).as(draft.asString()).isEqualTo(201);
    String version = draft.path("id");
    assertThat(draft.header("Location")).isEqualTo("/v1/agreement-versions/" + version);
    assertThat(draft.<Integer>path("number")).isEqualTo(2);
    assertThat(draft.<String>path("status")).isEqualTo("draft");
    assertThat(draft.<String>path("effectiveFrom")).isEqualTo("2026-06-01T07:00:00Z");
    assertThat(draft.<String>path("commitments[0].lineageId")).isEqualTo(first);
    assertThat(draft.<String>path("commitments[0].id")).isNotEqualTo(first);
    String added = draft.path("commitments[1].lineageId");
    assertThat(added).isEqualTo(draft.path("commitments[1].id"));
    assertThat(given.reader().get("/v1/agreements/" + id).<String>path("amendmentId"))
        .isEqualTo(version);
    assertThat(amend(id, "{\"effectiveOn\": \"2026-07-01\"}").<String>path("type"))
        .isEqualTo("/problems/amendment-open");
    assertThat(given.sign(id, "provider").statusCode()).as("a draft is not signed").isEqualTo(409);

    assertThat(
            given
                .patcher("*")
                .body("{\"status\": \"proposed\"}")
                .patch("/v1/agreement-versions/" + version)
                .statusCode())
        .isEqualTo(200);
    signBoth(id);
    assertThat(
            amend(
                    id,
                    "{\"effectiveOn\": \"2026-09-01\", \"status\": \"proposed\","
                        + " \"noticePeriod\": \"P1M\"}")
                .statusCode())
        .isEqualTo(201);
    signBoth(id);

    assertThat(asOf(id, "2026-05-31").<Integer>path("version.number")).isEqualTo(1);
    assertThat(asOf(id, "2026-05-31").<Float>path("version.commitments[0].target.value"))
        .isEqualTo(0.95f);
    assertThat(asOf(id, "2026-05-31").<String>path("status")).isEqualTo("active");
    assertThat(asOf(id, "2026-06-01").<Integer>path("version.number")).isEqualTo(2);
    assertThat(asOf(id, "2026-06-01").<Float>path("version.commitments[0].target.value"))
        .isEqualTo(0.99f);
    assertThat(asOf(id, "2026-09-01").<String>path("version.noticePeriod")).isEqualTo("P1M");
    assertThat(asOf(id, "2026-09-01").<String>path("version.commitments[1].lineageId"))
        .isEqualTo(added);
    assertThat(asOf(id, "2025-12-31").statusCode()).isEqualTo(404);
    Response now = given.reader().get("/v1/agreements/" + id);
    assertThat(now.<Integer>path("version.number")).isEqualTo(3);
    Response versions = given.reader().get("/v1/agreements/%s/versions?sort=number".formatted(id));
    assertThat(versions.<List<String>>path("items.effectiveTo"))
        .containsExactly("2026-06-01T07:00:00Z", "2026-09-01T07:00:00Z", null);
    // The first one reads as it did.
    assertThat(given.reader().get("/v1/commitments/" + first).<Float>path("target.value"))
        .isEqualTo(0.95f);
  }

  @Test
  void anAmendmentTakesEffectAtItsTime() {
    String id =
        given
            .active(
                Given.agreement(Given.commitment(given.ratioMetric(), ""), "")
                    .replace("2027-01-01", "2099-01-01"))
            .path("id");
    amend(id, "{\"effectiveOn\": \"2098-06-01\", \"status\": \"proposed\"}");
    signBoth(id);

    Response read = given.reader().get("/v1/agreements/" + id);
    assertThat(read.<Integer>path("version.number")).isEqualTo(1);
    assertThat(read.<String>path("version.effectiveTo")).isEqualTo("2098-06-01T07:00:00Z");
    assertThat(read.<String>path("amendmentId")).isNotNull();
    assertThat(asOf(id, "2098-07-01").<Integer>path("version.number")).isEqualTo(2);
  }

  @Test
  void aDraftIsRewordedWithdrawnOrDeleted() {
    String metric = given.ratioMetric();
    String id = given.activeAgreement(Given.commitment(metric, "")).path("id");
    Response draft =
        amend(
            id, "{\"effectiveOn\": \"2026-06-01\", \"noticePeriod\": \"P3M\", \"reason\": \"r\"}");
    String path = "/v1/agreement-versions/" + draft.path("id");
    String kept = draft.path("commitments[0].id");

    Response reworded =
        given
            .patcher(draft.header("ETag"))
            .body("{\"effectiveOn\": \"2026-07-01\", \"noticePeriod\": null}")
            .patch(path);
    assertThat(reworded.statusCode()).as(reworded.asString()).isEqualTo(200);
    assertThat(reworded.<String>path("noticePeriod")).isNull();
    assertThat(reworded.<String>path("effectiveFrom")).isEqualTo("2026-07-01T07:00:00Z");
    assertThat(reworded.<String>path("commitments[0].id")).isEqualTo(kept);
    assertThat(given.reader().get(path).asString()).isEqualTo(reworded.asString());
    assertThat(
            given
                .patcher(draft.header("ETag"))
                .body("{\"reason\": \"s\"}")
                .patch(path)
                .statusCode())
        .isEqualTo(412);
    assertThat(
            given
                .patcher("*")
                .body("{\"effectiveOn\": \"2026-01-01\"}")
                .patch(path)
                .<String>path("errors[0].detail"))
        .isEqualTo("must be later than 2026-01-01, from when version 1 holds");

    given.patcher("*").body("{\"status\": \"proposed\"}").patch(path).then().statusCode(200);
    assertThat(given.patcher("*").body("{\"reason\": \"s\"}").patch(path).statusCode())
        .isEqualTo(409);
    assertThat(given.patcher("*").delete(path).statusCode()).isEqualTo(409);
    given.sign(id, "customer").then().statusCode(201);
    given.patcher("*").body("{\"status\": \"draft\"}").patch(path).then().statusCode(409);
    assertThat(
            given
                .patcher("*")
                .body("{\"status\": \"withdrawn\"}")
                .patch(path)
                .<String>path("status"))
        .isEqualTo("withdrawn");
    assertThat(given.sign(id, "provider").statusCode()).isEqualTo(409);

    String second = amend(id, "{\"effectiveOn\": \"2026-06-01\"}").path("id");
    given.patcher("*").delete("/v1/agreement-versions/" + second).then().statusCode(204);
    assertThat(given.reader().get("/v1/agreement-versions/" + second).statusCode()).isEqualTo(404);
    String first = given.reader().get("/v1/agreements/" + id).path("version.id");
    given
        .patcher("*")
        .body("{\"reason\": \"s\"}")
        .patch("/v1/agreement-versions/" + first)
        .then()
        .statusCode(409);
  }

  @Test
  void oneIsWorkedOnAtATime() throws Exception {
    String id = given.activeAgreement(Given.commitment(given.ratioMetric(), "")).path("id");
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      String body = "{\"effectiveOn\": \"2026-06-0%d\"}".formatted(i);
      calls.add(() -> amend(id, body).statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> status : threads.invokeAll(calls)) {
        statuses.add(status.get());
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
  }

  @Test
  void onlyWhatIsInForceIsAmended() {
    String draft = Given.id(given.writer().body(Given.agreement("", "")).post("/v1/agreements"));
    assertThat(amend(draft, "{\"effectiveOn\": \"2026-06-01\"}").statusCode()).isEqualTo(409);
    assertThat(amend(draft, "{}").statusCode()).isEqualTo(422);
  }
}
