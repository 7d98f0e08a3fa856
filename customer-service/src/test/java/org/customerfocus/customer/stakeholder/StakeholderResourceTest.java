package org.customerfocus.customer.stakeholder;

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
class StakeholderResourceTest {

  private final String tenant = freshTenant();

  @Test
  void recordsWhoHasAStake() {
    String party =
        post("/v1/parties", "{\"kind\": \"organization\", \"name\": \"Neighbours\"}").path("id");
    Response created =
        post(
            "/v1/stakeholders",
            """
            {"partyId": "%s", "relations": ["is-influenced", "influences"], "interest": "Sleep",
             "interestLevel": "high", "influenceLevel": "low", "strategy": "Ask them first.",
             "validFrom": "2020-01-01"}"""
                .formatted(party));
    String id = created.path("id");
    Json.assertBody(
        created,
        """
        {
          "id": "%s",
          "partyId": "%s",
          "relations": ["is-influenced", "influences"],
          "interest": "Sleep",
          "interestLevel": "high",
          "influenceLevel": "low",
          "strategy": "Ask them first.",
          "validFrom": "2020-01-01",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id, party));
    assertThat(get("/v1/stakeholders/" + id).asString()).isEqualTo(created.asString());
    for (String filter :
        List.of("relation==influences", "partyId==" + party, "interestLevel==high")) {
      assertThat(get("/v1/stakeholders?filter=" + filter).<List<String>>path("items.id"))
          .as(filter)
          .containsExactly(id);
    }
    Response changed =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "\"0\"")
            .body("{\"relations\": [\"benefits-indirectly\"], \"strategy\": null}")
            .patch("/v1/stakeholders/" + id);
    assertThat(changed.<List<String>>path("relations")).containsExactly("benefits-indirectly");
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    assertThat(get("/v1/stakeholders?filter=relation==influences").<List<String>>path("items.id"))
        .isEmpty();
    assertThat(get("/v1/stakeholders?asOf=2019-12-31").<List<String>>path("items.id")).isEmpty();
    Response inUse =
        as(tenant, "customers:write").header("If-Match", "*").delete("/v1/parties/" + party);
    assertThat(inUse.statusCode()).isEqualTo(409);
    assertThat(
            as(tenant, "customers:write")
                .header("If-Match", "\"1\"")
                .delete("/v1/stakeholders/" + id)
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void refusesWhatMakesNoSense() {
    Response refused =
        post(
            "/v1/stakeholders",
            """
            {"partyId": "0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43",
             "relations": ["influences", "influences"],
             "validFrom": "2020-01-01", "validTo": "2020-01-01"}""");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly("/validTo", "/relations/1");
    assertThat(
            post(
                    "/v1/stakeholders",
                    """
                    {"partyId": "0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43", "relations": []}""")
                .statusCode())
        .isEqualTo(422);
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
