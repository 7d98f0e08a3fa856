package org.customerfocus.customer.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// A customer through time: potential, current, former, won back.
@QuarkusTest
@WithTestResource(Platform.class)
class LifecycleTest {

  private final String tenant = freshTenant();

  @Test
  void everyPhaseIsDatedAndCanBeAskedForByDate() {
    String competitor = party("Rival Port");
    String id = customer("\"lifecycle\": \"potential\", \"validFrom\": \"2020-01-01\"");
    patch(id, "{\"lifecycle\": \"current\", \"lifecycleSince\": \"2021-03-01\"}", 200);
    patch(
        id,
        """
        {"lifecycle": "former", "lifecycleSince": "2023-06-15", "lifecycleReasonType": "price",
         "lifecycleReason": "Ten per cent dearer.", "switchedToPartyId": "%s"}"""
            .formatted(competitor),
        200);
    Response won =
        patch(
            id,
            """
            {"lifecycle": "current", "lifecycleSince": "2025-01-01",
             "lifecycleReason": "Came back for the crane."}""",
            200);
    Json.assertSame(
        Json.parse(won.asString()).path("lifecycleHistory").toString(),
        """
        [
          {"lifecycle": "potential", "validFrom": "2020-01-01", "validTo": "2021-03-01",
           "recordedAt": "${instant}"},
          {"lifecycle": "current", "validFrom": "2021-03-01", "validTo": "2023-06-15",
           "recordedAt": "${instant}"},
          {"lifecycle": "former", "reasonType": "price", "reason": "Ten per cent dearer.",
           "switchedToPartyId": "%s", "validFrom": "2023-06-15", "validTo": "2025-01-01",
           "recordedAt": "${instant}"},
          {"lifecycle": "current", "reason": "Came back for the crane.",
           "validFrom": "2025-01-01", "recordedAt": "${instant}"}
        ]"""
            .formatted(competitor));
    assertThat(won.<String>path("lifecycleSince")).isEqualTo("2025-01-01");
    assertThat(won.<String>path("lifecycleReasonType")).isNull();
    assertThat(won.<List<String>>path("allowedLifecycles")).containsExactly("former");

    assertThat(lifecycleOn(id, "2020-01-01")).isEqualTo("potential");
    assertThat(lifecycleOn(id, "2023-06-14")).isEqualTo("current");
    assertThat(lifecycleOn(id, "2023-06-15")).isEqualTo("former");
    assertThat(lifecycleOn(id, "2025-01-01")).isEqualTo("current");
    get("/v1/customers/" + id + "?asOf=2019-12-31").then().statusCode(404);

    assertThat(listed("2019-12-31", "id!=" + competitor)).isEmpty();
    assertThat(listed("2022-01-01", "lifecycle==current")).containsExactly(id);
    assertThat(listed("2022-01-01", "lifecycle==former")).isEmpty();
    assertThat(listed("2024-01-01", "lifecycle==former;switchedToPartyId==" + competitor))
        .containsExactly(id);
  }

  @Test
  void aTransitionThatIsNotAllowedIsAConflict() {
    String id = customer("\"lifecycle\": \"potential\"");
    Response refused = patch(id, former("price"), 409);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/transition-not-allowed");
    patch(id, "{\"lifecycle\": \"current\"}", 200);
    patch(id, "{\"lifecycle\": \"potential\"}", 409);
  }

  @Test
  void whoLeavesLeavesForAReason() {
    String id = customer("\"validFrom\": \"2020-01-01\"");
    assertThat(pointer(patch(id, "{\"lifecycle\": \"former\"}", 422)))
        .isEqualTo("/lifecycleReasonType");
    assertThat(pointer(patch(id, former("other"), 422))).isEqualTo("/lifecycleReason");
    assertThat(pointer(patch(id, "{\"lifecycleReasonType\": \"price\"}", 422)))
        .isEqualTo("/lifecycleReasonType");
    patch(id, former("boredom"), 400);
    patch(id, former("price"), 200);
    // The reason does not follow into the next phase.
    Response back = patch(id, "{\"lifecycle\": \"current\"}", 200);
    assertThat(back.<Object>path("lifecycleReasonType")).isNull();
    Response registered =
        post(
            """
            {"party": {"kind": "person", "givenName": "Gone"}, "roles": [{"type": "payer"}],
             "lifecycle": "former"}""");
    assertThat(registered.statusCode()).isEqualTo(422);
  }

  @Test
  void datesOfPhasesStayInOrder() {
    String id = customer("\"validFrom\": \"2020-01-01\"");
    String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    patch(id, former("price", tomorrow), 422);
    patch(id, former("price", "2019-12-31"), 422);
    assertThat(pointer(patch(id, "{\"lifecycleSince\": \"2021-01-01\"}", 422)))
        .isEqualTo("/lifecycleSince");
    patch(id, former("price", "2022-01-01"), 200);
    // A correction moves the border between two phases, and the beginning moves the first one.
    patch(id, "{\"lifecycleSince\": \"2019-06-01\"}", 422);
    patch(id, "{\"lifecycleSince\": \"2021-06-01\", \"validFrom\": \"2018-01-01\"}", 200);
    assertThat(lifecycleOn(id, "2018-01-01")).isEqualTo("current");
    assertThat(lifecycleOn(id, "2021-05-31")).isEqualTo("current");
    assertThat(lifecycleOn(id, "2021-06-01")).isEqualTo("former");
    assertThat(pointer(patch(id, "{\"validFrom\": \"2021-06-01\"}", 422))).isEqualTo("/validFrom");
  }

  @Test
  void leavingAndComingBackOnOneDayLeavesOnePhase() {
    String id = customer("\"validFrom\": \"2020-01-01\"");
    patch(id, former("price", "2022-01-01"), 200);
    Response back =
        patch(id, "{\"lifecycle\": \"current\", \"lifecycleSince\": \"2022-01-01\"}", 200);
    assertThat(back.<List<String>>path("lifecycleHistory.lifecycle")).containsExactly("current");
    assertThat(back.<Object>path("lifecycleSince")).isNull();
  }

  private static String former(String reason) {
    return "{\"lifecycle\": \"former\", \"lifecycleReasonType\": \"%s\"}".formatted(reason);
  }

  private static String former(String reason, String since) {
    return """
        {"lifecycle": "former", "lifecycleReasonType": "%s", "lifecycleSince": "%s"}"""
        .formatted(reason, since);
  }

  private String lifecycleOn(String id, String date) {
    return get("/v1/customers/" + id + "?asOf=" + date).path("lifecycle");
  }

  private List<String> listed(String asOf, String filter) {
    return get("/v1/customers?asOf=" + asOf + "&filter=" + filter).path("items.id");
  }

  private static String pointer(Response refused) {
    return refused.path("errors[0].pointer");
  }

  private String customer(String terms) {
    return post("""
            {"party": {"kind": "person", "givenName": "Ada"}, "roles": [{"type": "end-user"}], %s}"""
            .formatted(terms))
        .path("id");
  }

  private String party(String name) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body("{\"kind\": \"organization\", \"name\": \"%s\"}".formatted(name))
        .post("/v1/parties")
        .path("id");
  }

  private Response post(String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/customers");
  }

  private Response patch(String id, String body, int status) {
    Response answer =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body(body)
            .patch("/v1/customers/" + id);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return answer;
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
