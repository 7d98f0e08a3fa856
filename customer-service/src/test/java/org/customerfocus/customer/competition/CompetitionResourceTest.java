package org.customerfocus.customer.competition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CompetitionResourceTest {

  private final String tenant = freshTenant();

  @Test
  void recordsWhoElseProvides() {
    String rival = party();
    Response created =
        post(
            "/v1/competitors",
            """
            {"partyId": "%s", "market": "the Bay", "validFrom": "2020-01-01"}"""
                .formatted(rival));
    String id = created.path("id");
    Json.assertBody(
        created,
        """
        {
          "id": "%s",
          "partyId": "%s",
          "market": "the Bay",
          "validFrom": "2020-01-01",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id, rival));
    Response ended = patch("/v1/competitors/" + id, "{\"validTo\": \"2024-01-01\"}");
    assertThat(ended.<String>path("validTo")).isEqualTo("2024-01-01");
    assertThat(ended.header("ETag")).isEqualTo("\"1\"");
    assertThat(get("/v1/competitors?asOf=2023-12-31").<List<String>>path("items.id"))
        .containsExactly(id);
    assertThat(get("/v1/competitors?asOf=2024-01-01").<List<String>>path("items.id")).isEmpty();
    assertThat(
            get("/v1/competitors?filter=partyId==" + rival + ";market==the*")
                .<List<String>>path("items.id"))
        .containsExactly(id);
    assertThat(
            patch("/v1/competitors/" + id, "{\"partyId\": \"%s\"}".formatted(party())).statusCode())
        .isEqualTo(422);
    Response refused =
        post(
            "/v1/competitors",
            """
            {"partyId": "0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43"}""");
    assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/partyId");
  }

  @Test
  void comparesOursWithTheirs() {
    String competitor = made("/v1/competitors", "{\"partyId\": \"%s\"}".formatted(party()));
    String requirement = requirement();
    Response created =
        post("/v1/competitor-comparisons", comparison(competitor, requirement, "3.50", "4"));
    String id = created.path("id");
    Json.assertBody(
        created,
        """
        {
          "id": "%s",
          "competitorId": "%s",
          "requirementId": "%s",
          "scale": {"name": "minutes in line", "lowest": 0, "better": "lower"},
          "ours": {
            "score": {"status": "ok", "value": 3.5, "unit": "minutes in line", "n": 40, "base": 50,
                      "method": "mean/t", "exact": "3.5",
                      "interval": {"level": 0.95, "lower": 3.0, "upper": 4.0}},
            "source": "Our clock",
            "date": "2025-06-01"
          },
          "theirs": {
            "score": {"status": "ok", "value": 4.0, "unit": "minutes in line", "method": "stated",
                      "exact": "4"},
            "source": "Their report",
            "date": "2025-05-01"
          },
          "difference": {"status": "ok", "value": -0.5, "unit": "minutes in line",
                         "method": "difference", "exact": "-0.5"},
          "standing": "ahead",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id, competitor, requirement));
    assertThat(get("/v1/competitor-comparisons/" + id).asString()).isEqualTo(created.asString());
    assertThat(
            get("/v1/competitor-comparisons?filter=requirementId==" + requirement)
                .<List<String>>path("items.id"))
        .containsExactly(id);
    Response same = patch("/v1/competitor-comparisons/" + id, "{\"ours\": {\"value\": 3.5}}");
    assertThat(same.header("ETag")).isEqualTo("\"0\"");
    Response level = patch("/v1/competitor-comparisons/" + id, "{\"theirs\": {\"value\": 3.5}}");
    assertThat(level.<String>path("standing")).isEqualTo("level");
    for (String path :
        List.of("/v1/competitors/" + competitor, "/v1/requirements/" + requirement)) {
      Response inUse = as(tenant, "customers:write").header("If-Match", "*").delete(path);
      assertThat(inUse.statusCode()).as(path).isEqualTo(409);
    }
  }

  @Test
  void refusesWhatIsNotOnTheScale() {
    String competitor = made("/v1/competitors", "{\"partyId\": \"%s\"}".formatted(party()));
    Response refused =
        post("/v1/competitor-comparisons", comparison(competitor, requirement(), "9", "-1"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly("/ours/interval", "/theirs/value");
  }

  private String requirement() {
    return made(
        "/v1/requirements",
        "{\"statement\": \"Quick\", \"kind\": \"want\", \"voice\": \"spoken\"}");
  }

  private static String comparison(
      String competitor, String requirement, String ours, String theirs) {
    return """
    {"competitorId": "%s", "requirementId": "%s",
     "scale": {"name": "minutes in line", "lowest": 0, "better": "lower"},
     "ours": {"value": %s, "n": 40, "base": 50, "method": "mean/t", "source": "Our clock",
              "date": "2025-06-01", "interval": {"level": 0.95, "lower": 3.0, "upper": 4.0}},
     "theirs": {"value": %s, "source": "Their report", "date": "2025-05-01"}}"""
        .formatted(competitor, requirement, ours, theirs);
  }

  private String party() {
    return made("/v1/parties", "{\"kind\": \"organization\", \"name\": \"Rival\"}");
  }

  private String made(String path, String body) {
    Response created = post(path, body);
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response patch(String path, String body) {
    return as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(body)
        .patch(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
