package org.customerfocus.agreement.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.Given.flight;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Platform.class)
class ExclusionResourceTest {

  private final Given given = new Given();

  @Test
  void takesEffectWithItsApprovalAndEndsWithItsDeletion() {
    String metric = given.ratioMetric();
    Response agreement = given.activeAgreement(Given.commitment(metric, ""));
    String commitment = agreement.path("version.commitments[0].id");
    given.send(flight("f", metric, "\"dueAt\": \"2026-02-20T12:00:00Z\", \"good\": false"));

    Response asked =
        given.writer().body(request(agreement.path("id"), "[]")).post("/v1/exclusions");
    String id = Given.id(asked);
    assertThat(asked.header("Location")).isEqualTo("/v1/exclusions/" + id);
    Json.assertBody(
        asked,
        """
        {
          "id": "${uuid}",
          "agreementId": "%s",
          "commitmentIds": [],
          "kind": "other",
          "span": {"start": "2026-02-20T00:00:00Z", "end": "2026-02-21T00:00:00Z"},
          "reason": "Storm",
          "author": "key:test",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(agreement.<String>path("id")));
    assertThat(excluded(commitment)).isZero();

    Response approved =
        given
            .patcher("\"0\"")
            .body("{\"approval\": {\"by\": \"Duty manager\", \"at\": \"2026-02-22T09:00:00Z\"}}")
            .patch("/v1/exclusions/" + id);
    assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
    assertThat(approved.header("ETag")).isEqualTo("\"1\"");
    assertThat(given.reader().get("/v1/exclusions/" + id).asString())
        .isEqualTo(approved.asString());
    assertThat(excluded(commitment)).isEqualTo(1);

    assertThat(given.patcher("\"1\"").delete("/v1/exclusions/" + id).statusCode()).isEqualTo(204);
    assertThat(excluded(commitment)).isZero();
  }

  @Test
  void concernsOnlyTheCommitmentsItNames() {
    String metric = given.ratioMetric();
    Response agreement =
        given.activeAgreement(Given.commitment(metric, "") + "," + Given.commitment(metric, ""));
    String named = agreement.path("version.commitments[0].id");
    String other = agreement.path("version.commitments[1].id");
    given.send(flight("f", metric, "\"dueAt\": \"2026-02-20T12:00:00Z\", \"good\": false"));
    Given.id(
        given
            .writer()
            .body(
                request(agreement.path("id"), "[\"%s\"]".formatted(named))
                    .replace(
                        "\"reason\"",
                        "\"approval\": {\"by\": \"A\", \"at\": \"2026-02-22T09:00:00Z\"}, \"reason\""))
            .post("/v1/exclusions"));

    assertThat(excluded(named)).isEqualTo(1);
    assertThat(excluded(other)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"span\": {\"end\": \"2026-02-28T00:00:00Z\"}}",
        "{\"reason\": \"Strike\"}",
        "{\"commitmentIds\": [\"${commitment}\"]}"
      })
  void consentIsToWhatWasAskedForThen(String change) {
    Response agreement = given.activeAgreement(Given.commitment(given.ratioMetric(), ""));
    change = change.replace("${commitment}", agreement.path("version.commitments[0].id"));
    String approval = "\"approval\": {\"by\": \"A\", \"at\": \"2026-02-22T09:00:00.123456789Z\"}";
    String id =
        Given.id(
            given
                .writer()
                .body(
                    request(agreement.path("id"), "[]")
                        .replace("\"reason\"", approval + ", \"reason\""))
                .post("/v1/exclusions"));
    String path = "/v1/exclusions/" + id;

    Response renamed = given.patcher("\"0\"").body("{\"author\": \"B\"}").patch(path);
    assertThat(renamed.<String>path("approval.by")).as(renamed.asString()).isEqualTo("A");

    Response changed = given.patcher("\"1\"").body(change).patch(path);
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    assertThat(changed.<Object>path("approval")).isNull();
    assertThat(given.reader().get(path).asString()).isEqualTo(changed.asString());

    Response approved = given.patcher("\"2\"").body("{" + approval + "}").patch(path);
    assertThat(approved.<String>path("approval.at")).isEqualTo("2026-02-22T09:00:00.123456Z");

    Response both =
        given
            .patcher("\"3\"")
            .body(
                "{\"reason\": \"Both\", %s}"
                    .formatted(approval.replace("2026-02-22", "2026-02-23")))
            .patch(path);
    assertThat(both.<String>path("approval.at")).isEqualTo("2026-02-23T09:00:00.123456Z");
  }

  @Test
  void whatIsShorterThanAMicrosecondIsEmpty() {
    String id = given.activeAgreement(Given.commitment(given.ratioMetric(), "")).path("id");

    Response refused =
        given
            .writer()
            .body(
                request(id, "[]")
                    .replace("2026-02-20T00:00:00Z", "2026-02-20T00:00:00.000000001Z")
                    .replace("2026-02-21T00:00:00Z", "2026-02-20T00:00:00.000000999Z"))
            .post("/v1/exclusions");

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/span/end");
  }

  @Test
  void namesEveryFault() {
    String id = given.activeAgreement(Given.commitment(given.ratioMetric(), "")).path("id");

    Json.assertBody(
        given
            .writer()
            .body(
                request(id, "[\"%s\"]".formatted(Given.CUSTOMER))
                    .replace("2026-02-21T", "2026-02-20T")
                    .replace(
                        "\"reason\"",
                        "\"approval\": {\"by\": \"A\", \"at\": \"9999-01-01T00:00:00Z\"}, \"reason\""))
            .post("/v1/exclusions"),
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/exclusions",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/span/end", "detail": "must be later than the start"},
            {"pointer": "/approval/at", "detail": "must not be in the future"},
            {"pointer": "/commitmentIds/0", "detail": "must be a commitment of the agreement"}
          ]
        }""");
    assertThat(
            given
                .writer()
                .body(request(Given.CUSTOMER, "[]"))
                .post("/v1/exclusions")
                .<String>path("errors[0].detail"))
        .isEqualTo("there is no such agreement");
  }

  @Test
  void anotherTenantSeesNothing() {
    String agreement = given.activeAgreement(Given.commitment(given.ratioMetric(), "")).path("id");
    String id = Given.id(given.writer().body(request(agreement, "[]")).post("/v1/exclusions"));
    Given other = new Given();

    assertThat(other.reader().get("/v1/exclusions/" + id).statusCode()).isEqualTo(404);
    Json.assertBody(other.reader().get("/v1/exclusions"), "{\"items\": []}");
    assertThat(
            other
                .writer()
                .body(request(agreement, "[]"))
                .post("/v1/exclusions")
                .<String>path("errors[0].detail"))
        .isEqualTo("there is no such agreement");
  }

  private static String request(String agreementId, String commitmentIds) {
    return """
        {"agreementId": "%s", "commitmentIds": %s, "reason": "Storm",
         "span": {"start": "2026-02-20T00:00:00Z", "end": "2026-02-21T00:00:00Z"}}"""
        .formatted(agreementId, commitmentIds);
  }

  private int excluded(String commitment) {
    return given
        .reader()
        .get("/v1/commitments/%s/attainment?from=2026-02&to=2026-03".formatted(commitment))
        .path("overall.excluded");
  }
}
