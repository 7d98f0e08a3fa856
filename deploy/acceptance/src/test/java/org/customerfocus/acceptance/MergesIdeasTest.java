package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas that duplicates and merges stand for.
@ExtendWith(Running.class)
class MergesIdeasTest {

  private final Api api = Tenant.fresh().admin();

  @Test
  void nothingIsDeletedByMergingIdsRedirectAndAMergeCanBeUndone() {
    String kept = MergeFixtures.person(api, "Wilhelmina", "Ostrander");
    String gone = MergeFixtures.person(api, "Wilhelmina", "Ostrender");
    String customer = customer(kept, "end-user");
    String second = customer(gone, "payer");
    JsonNode pair = awaitPair(kept);
    assertThat(pair.path("rightPartyId").asText()).isEqualTo(gone);

    ObjectNode request =
        Api.object().put("survivorId", kept).put("mergedId", gone).put("dryRun", true);
    JsonNode shown = api.post("/v1/merges", request).expect(200).json();
    assertThat(shown.path("resolved").findValuesAsText("removedId")).contains(second);
    api.get("/v1/parties/" + gone).expect(200);

    String merge = api.post("/v1/merges", request.put("dryRun", false)).expect(201).id();
    Answer old = api.get("/v1/parties/" + gone).expect(308);
    assertThat(old.header("Location")).endsWith("/v1/parties/" + kept);
    assertThat(api.get("/v1/customers/" + second).expect(308).header("Location"))
        .endsWith("/v1/customers/" + customer);
    assertThat(
            api.get("/v1/customers/" + customer)
                .expect(200)
                .json()
                .path("roles")
                .findValuesAsText("type"))
        .containsExactly("end-user", "payer");
    Answer refused =
        api.send(
            Request.patch("/v1/parties/" + gone, Api.object().put("givenName", "Mina"))
                .with("If-Match", "*"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asText()).contains(kept);

    api.send(
            Request.patch("/v1/merges/" + merge, Api.object().put("status", "undone"))
                .with("If-Match", "*"))
        .expect(200);
    assertThat(api.get("/v1/parties/" + gone).expect(200).json().path("familyName").asText())
        .isEqualTo("Ostrender");
    assertThat(api.get("/v1/customers/" + second).expect(200).json().path("partyId").asText())
        .isEqualTo(gone);
  }

  private String customer(String party, String role) {
    ObjectNode customer = Api.object().put("partyId", party).put("lifecycle", "current");
    customer.putArray("roles").addObject().put("type", role);
    return api.post("/v1/customers", customer).expect(201).id();
  }

  private JsonNode awaitPair(String left) {
    String filter = Api.encode("leftPartyId==" + left);
    return Eventually.json(
            api, "/v1/duplicates?filter=" + filter, page -> page.path("items").size() == 1)
        .at("/items/0");
  }
}
