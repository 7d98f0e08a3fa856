package org.customerfocus.customer.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Interactions are recorded once under their external reference, one by one or many at once.
@QuarkusTest
@WithTestResource(Platform.class)
class InteractionResourceTest {

  private final String tenant = freshTenant();
  private String customer = "";
  private String party = "";

  @BeforeEach
  void registerCustomer() {
    Response made =
        post(
            "/v1/customers",
            """
            {"party": {"kind": "organization", "name": "Okafor Ltd"},
             "roles": [{"type": "purchaser"}]}""");
    customer = made.path("id");
    party = made.path("partyId");
  }

  @Test
  void recordsWhoMetWhomWhereAndWhen() {
    String desk =
        post("/v1/touchpoints", "{\"name\": \"Hotline\", \"channel\": \"phone\"}").path("id");
    Response created =
        post(
            "/v1/interactions",
            """
            {"customerId": "%s", "touchpointId": "%s", "direction": "inbound",
             "startedAt": "2026-03-02T08:15:00.1234567Z", "summary": "Where is it?",
             "participants": [{"partyId": "%s", "role": "caller"}]}"""
                .formatted(customer, desk, party));
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    Json.assertBody(
        created,
        """
        {"id": "${text}", "customerId": "%s", "touchpointId": "%s", "channel": "phone",
         "direction": "inbound", "startedAt": "2026-03-02T08:15:00.123456Z",
         "summary": "Where is it?", "participants": [{"partyId": "%s", "role": "caller"}],
         "createdAt": "${instant}", "updatedAt": "${instant}"}"""
            .formatted(customer, desk, party));
    String path = "/v1/interactions/" + created.path("id");
    assertThat(get(path).asString()).isEqualTo(created.asString());
    Response resolved =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "\"0\"")
            .body("{\"resolvedAt\": \"2026-03-02T08:20:00Z\", \"participants\": null}")
            .patch(path);
    assertThat(resolved.statusCode()).as(resolved.asString()).isEqualTo(200);
    assertThat(resolved.header("ETag")).isEqualTo("\"1\"");
    assertThat(resolved.<List<?>>path("participants")).isEmpty();
    assertThat(
            get("/v1/interactions?filter=resolvedAt=gt=2026-03-01T00:00:00Z;customerId=="
                    + customer)
                .<List<String>>path("items.id"))
        .containsExactly(created.<String>path("id"));
  }

  @Test
  void refusesWhatCannotBe() {
    Response refused =
        post(
            "/v1/interactions",
            """
            {"customerId": "%1$s", "touchpointId": "%1$s", "direction": "inbound",
             "startedAt": "2026-03-02T08:15:00Z", "answeredAt": "2026-03-02T08:14:59Z",
             "participants": [{"partyId": "%1$s"}]}"""
                .formatted("01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a10"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly("/customerId", "/touchpointId", "/participants/0/partyId", "/answeredAt");
    assertThat(
            post(
                    "/v1/interactions",
                    """
                    {"customerId": "%s", "direction": "inbound", "startedAt": "2026-03-02T08:15:00Z"}
                    """
                        .formatted(customer))
                .<List<String>>path("errors.pointer"))
        .containsExactly("/channel");
  }

  @Test
  void nothingHasHappenedInTheFuture() {
    String tomorrow = Instant.now().plus(Duration.ofHours(20)).toString();
    String later = Instant.now().plus(Duration.ofHours(30)).toString();
    String report =
        """
        {"customerId": "%s", "channel": "phone", "direction": "inbound", "startedAt": "%s",
         "answeredAt": "%s"}""";
    assertThat(
            post("/v1/interactions", report.formatted(customer, tomorrow, tomorrow)).statusCode())
        .isEqualTo(201);
    Response refused =
        post("/v1/interactions", report.formatted(customer, later, "3026-01-01T00:00:00Z"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly("/startedAt", "/answeredAt");
    assertThat(
            post(
                    "/v1/interaction-batches",
                    "{\"interactions\": [%s]}".formatted(report.formatted(customer, later, later)))
                .<List<String>>path("items[0].errors.pointer"))
        .containsExactly("/interactions/0/startedAt", "/interactions/0/answeredAt");
  }

  @Test
  void sentAgainItMakesNothingNewAndOtherContentIsAConflict() {
    Response first = post("/v1/interactions", report("a-1", "Hello"));
    assertThat(first.statusCode()).isEqualTo(201);
    // Corrected since, it is still the one that was reported.
    as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body("{\"summary\": \"Hello!\"}")
        .patch("/v1/interactions/" + first.path("id"))
        .then()
        .statusCode(200);
    Response again = post("/v1/interactions", report("a-1", "Hello"));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    Response other = post("/v1/interactions", report("a-1", "Good bye"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.<String>path("detail")).contains(first.<String>path("id"));
    assertThat(get("/v1/interactions").<List<?>>path("items")).hasSize(1);
  }

  @Test
  void judgesEachOfABatchOnItsOwn() {
    String known = post("/v1/interactions", report("b-1", "Known")).path("id");
    Response batch =
        post(
            "/v1/interaction-batches",
            "{\"interactions\": [%s, %s, %s, %s, {\"customerId\": \"%s\"}]}"
                .formatted(
                    report("b-2", "New"),
                    report("b-1", "Known"),
                    report("b-1", "Other"),
                    report("b-2", "New"),
                    customer));
    assertThat(batch.statusCode()).as(batch.asString()).isEqualTo(207);
    assertThat(batch.<List<String>>path("items.status"))
        .containsExactly("created", "duplicate", "conflict", "duplicate", "refused");
    assertThat(batch.<String>path("items[1].id")).isEqualTo(known);
    assertThat(batch.<String>path("items[3].id")).isEqualTo(batch.path("items[0].id"));
    assertThat(batch.<List<String>>path("items[4].errors.pointer"))
        .containsExactly("/interactions/4/direction", "/interactions/4/startedAt");
    assertThat(get("/v1/interactions?total=true").<Integer>path("total")).isEqualTo(2);
  }

  @Test
  void manyAtOnceRecordItOnce() throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Response>> answers =
          java.util.stream.IntStream.range(0, 8)
              .mapToObj(i -> pool.submit(() -> post("/v1/interactions", report("c-1", "Once"))))
              .toList();
      int created = 0;
      for (Future<Response> answer : answers) {
        assertThat(answer.get().statusCode()).isIn(200, 201);
        created += answer.get().statusCode() == 201 ? 1 : 0;
      }
      assertThat(created).isEqualTo(1);
    }
    assertThat(get("/v1/interactions?total=true").<Integer>path("total")).isEqualTo(1);
  }

  @Test
  void aCustomerWithInteractionsIsNotDeleted() {
    post("/v1/interactions", report("d-1", "Hello")).then().statusCode(201);
    Response refused =
        as(tenant, "customers:write").header("If-Match", "*").delete("/v1/customers/" + customer);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("detail")).contains("interaction");
  }

  private String report(String ref, String summary) {
    return """
    {"customerId": "%s", "channel": "phone", "direction": "outbound",
     "startedAt": "2026-03-02T08:15:00Z", "summary": "%s",
     "externalRef": {"scheme": "calls", "value": "%s"}}"""
        .formatted(customer, summary, ref);
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
