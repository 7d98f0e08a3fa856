package org.customerfocus.customer.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class NeedResourceTest {

  private final Given given = new Given(freshTenant());

  @Test
  void recordsWhyTheyCome() {
    String segment = given.segment("Families");
    Response created =
        given.post(
            "/v1/needs",
            """
            {
              "statement": "comes to us because they need to board together",
              "segmentId": "%s",
              "voice": "unspoken",
              "importance": 8,
              "evidence": [{"kind": "gemba-observation", "text": "They wait for each other.",
                            "date": "2026-11-05"}]
            }"""
                .formatted(segment));
    String id = created.path("id");
    Json.assertBody(
        created,
        """
        {
          "id": "%s",
          "statement": "comes to us because they need to board together",
          "segmentId": "%s",
          "voice": "unspoken",
          "importance": 8,
          "evidence": [{"kind": "gemba-observation", "text": "They wait for each other.",
                        "date": "2026-11-05"}],
          "degreeMet": {
            "status": "insufficient",
            "unit": "ratio",
            "n": 0,
            "base": 0,
            "method": "degree-met/importance-weighted-mean",
            "reason": "It has no score of its own and no requirement to derive one from."
          },
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id, segment));
    assertThat(given.get("/v1/needs/" + id).asString()).isEqualTo(created.asString());

    Response changed = given.patch("/v1/needs/" + id, "{\"importance\": null, \"evidence\": null}");
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    assertThat(changed.<List<Object>>path("evidence")).isEmpty();
    assertThat(changed.jsonPath().getMap("$")).doesNotContainKey("importance");
    assertThat(given.patch("/v1/needs/" + id, "{\"importance\": null}").header("ETag"))
        .isEqualTo("\"1\"");

    String list = "/v1/needs?filter=segmentId==" + segment;
    assertThat(given.get(list).<List<String>>path("items.id")).containsExactly(id);
    assertThat(given.get(list + ";voice==spoken").<List<String>>path("items")).isEmpty();
    assertThat(
            as(given.tenant(), "customers:write")
                .header("If-Match", "\"1\"")
                .delete("/v1/needs/" + id)
                .statusCode())
        .isEqualTo(204);
    assertThat(given.get("/v1/needs/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void isExactlyOnesNeed() {
    String unknown = "0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43";
    Json.assertBody(
        given.post(
            "/v1/needs",
            """
            {"statement": "needs", "voice": "spoken", "role": "payer", "segmentId": "%s",
             "evidence": [{"kind": "other", "date": "2026-11-05"}]}"""
                .formatted(unknown)),
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/needs",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/segmentId",
             "detail": "give exactly one of segmentId, customerId and role"},
            {"pointer": "/evidence/0", "detail": "give a reference, a text, or both"}
          ]
        }""");
    Response absent =
        given.post(
            "/v1/needs",
            """
            {"statement": "needs", "voice": "spoken", "segmentId": "%1$s", "offeringId": "%1$s",
             "evidence": [{"kind": "other", "text": "x", "customerId": "%1$s", "date": "2026-11-05"}]}"""
                .formatted(unknown));
    assertThat(absent.statusCode()).isEqualTo(422);
    assertThat(absent.<List<String>>path("errors.pointer"))
        .containsExactly("/evidence/0/customerId", "/offeringId", "/segmentId");
    Response nobody =
        given.post(
            "/v1/needs", "{\"statement\": \"x\", \"voice\": \"spoken\", \"role\": \"king\"}");
    assertThat(nobody.<List<String>>path("errors.pointer")).containsExactly("/role");
    assertThat(
            given
                .post(
                    "/v1/needs", "{\"statement\": \"x\", \"voice\": \"loud\", \"role\": \"payer\"}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void derivesItsDegreeMetFromItsRequirements() {
    String need = given.need("\"role\": \"end-user\"");
    String linked = ", \"needIds\": [\"%s\"], \"importances\": [%s]";
    String quiet =
        given.requirement(
            "Quiet",
            linked.formatted(
                need,
                "{\"role\": \"end-user\", \"importance\": 9}, {\"role\": \"payer\","
                    + " \"importance\": 1}"));
    String clean =
        given.requirement(
            "Clean",
            linked.formatted(
                need,
                "{\"role\": \"payer\", \"importance\": 2}, {\"role\": \"agent\","
                    + " \"importance\": 4}"));
    String path = "/v1/needs/" + need;
    given.score("/v1/requirements/" + quiet, 0.5, "2026-11-01T00:00:00Z", "");
    Response half = given.get(path);
    assertThat(half.<String>path("degreeMet.status")).isEqualTo("insufficient");
    assertThat(half.<String>path("degreeMet.reason"))
        .isEqualTo("Of 1 of its 2 requirements the degree met or the importance is not known.");

    given.score("/v1/requirements/" + clean, 0.9, "2026-11-01T00:00:00Z", "");
    Response whole = given.get(path);
    // 9 is what the need's own role says; of the other it says nothing, and 3 is the others' mean.
    double expected = (9 * 0.5 + 3 * 0.9) / (9 + 3);
    assertThat(whole.jsonPath().getDouble("degreeMet.value")).isCloseTo(expected, within(1e-12));
    assertThat(whole.jsonPath().getInt("degreeMet.n")).isEqualTo(2);
    assertThat(whole.header("ETag")).isNotEqualTo(half.header("ETag"));
    assertThat(given.get("/v1/needs").jsonPath().getDouble("items[0].degreeMet.value"))
        .isCloseTo(expected, within(1e-12));

    // A score of its own comes before what is derived.
    given.score(path, 0.25, "2026-11-02T00:00:00Z", "");
    Response own = given.get(path);
    assertThat(own.jsonPath().getDouble("degreeMet.value")).isEqualTo(0.25);
    assertThat(own.<String>path("degreeMetAsOf")).isEqualTo("2026-11-02T00:00:00Z");

    Response refused = as(given.tenant(), "customers:write").header("If-Match", "*").delete(path);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/in-use");
  }

  @Test
  void aNeedOfASegmentIsMetAsFarAsItIsThere() {
    String segment = given.segment("Night flyers");
    String need = given.need("\"segmentId\": \"%s\"".formatted(segment));
    String requirement =
        given.requirement(
            "Quiet",
            ", \"needIds\": [\"%s\"], \"importances\": [{\"segmentId\": \"%s\", \"importance\": 7}]"
                .formatted(need, segment));
    String path = "/v1/requirements/" + requirement;
    given.score(path, 0.9, "2026-11-01T00:00:00Z", "");
    assertThat(given.get("/v1/needs/" + need).<String>path("degreeMet.status"))
        .isEqualTo("insufficient");
    given.score(path, 0.4, "2026-11-01T00:00:00Z", ", \"segmentId\": \"%s\"".formatted(segment));
    assertThat(given.get("/v1/needs/" + need).jsonPath().getDouble("degreeMet.value"))
        .isCloseTo(0.4, within(1e-12));

    Response inUse =
        as(given.tenant(), "customers:write")
            .header("If-Match", "*")
            .delete("/v1/segments/" + segment);
    assertThat(inUse.statusCode()).as(inUse.asString()).isEqualTo(409);
  }
}
