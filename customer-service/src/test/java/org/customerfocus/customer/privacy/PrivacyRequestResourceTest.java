package org.customerfocus.customer.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class PrivacyRequestResourceTest {

  private static final String MARKER = "Xylographer";

  private static final String PART =
      "{\"attempt\": \"00000000-0000-7000-8000-000000000000\", \"pieces\": 1}";

  private final String tenant = freshTenant();

  @Inject ErasureRepository erasure;
  @Inject ReachRepository reach;
  @Inject TenantWork work;

  @Test
  void isReceivedAndDueWithinAMonth() {
    String party = party("Ada");
    Response created =
        json("""
                {"kind": "access", "partyId": "%s", "receivedOn": "2026-01-31",
                 "note": "By letter."}"""
                .formatted(party))
            .post("/v1/privacy-requests");
    Json.assertBody(
        created,
        """
        {
          "id": "${uuid}",
          "kind": "access",
          "partyId": "%s",
          "status": "received",
          "allowedStatuses": ["in-progress", "refused"],
          "note": "By letter.",
          "receivedOn": "2026-01-31",
          "dueOn": "2026-02-28",
          "services": [],
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(party));
    assertThat(archive(created.path("id")).statusCode()).isEqualTo(409);
  }

  @Test
  void aRefusalNeedsItsReason() {
    String id = request("erasure", party("Ada"), "received").path("id");
    Response without = patch(id, "{\"status\": \"refused\"}");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.<String>path("errors[0].pointer")).isEqualTo("/reason");
    Response refused =
        patch(id, "{\"status\": \"refused\", \"reason\": \"Invoices are kept for ten years.\"}");
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(200);
    assertThat(refused.<String>path("status")).isEqualTo("refused");
    assertThat(refused.<List<?>>path("allowedStatuses")).isEmpty();
    assertThat(patch(id, "{\"status\": \"in-progress\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void anArchiveHoldsEverythingAndIsCompleteWhenAllPartsAreIn() {
    String party = party(MARKER);
    String customer = customer(party, "Came by " + MARKER);
    consent(party);
    Response started = request("access", party, "in-progress");
    String id = started.path("id");
    assertThat(started.<List<String>>path("services.service"))
        .containsExactly("agreement", "survey");
    assertThat(started.<List<Boolean>>path("services.done")).containsOnly(false);

    Response partial = archive(id);
    assertThat(partial.<Boolean>path("complete")).isFalse();
    assertThat(partial.<List<String>>path("missing")).containsExactly("agreement", "survey");
    Map<String, List<Map<String, Object>>> sections = sections(partial, "customer");
    assertThat(sections)
        .containsKeys("party", "contact-point", "customer", "customer-role", "consent", "audit");
    assertThat(sections.get("customer").getFirst())
        .containsEntry("id", customer)
        .containsEntry("lifecycleReason", "Came by " + MARKER);
    assertThat(sections.get("audit").stream().map(each -> each.get("resourceType")).toList())
        .contains("party", "customer", "consent");

    handIn(id, "survey", "{\"sections\": [{\"name\": \"response\", \"rows\": [{\"id\": 1}]}]}");
    assertThat(get(id).<String>path("status")).isEqualTo("in-progress");
    handIn(id, "agreement", "{\"sections\": []}");
    handIn(id, "agreement", "{\"sections\": []}");
    assertThat(get(id).<String>path("status")).isEqualTo("completed");
    Response whole = archive(id);
    assertThat(whole.<Boolean>path("complete")).isTrue();
    assertThat(sections(whole, "survey").get("response").getFirst()).containsEntry("id", 1);
  }

  @Test
  void anErasureLeavesATombstoneAndNothingElse() throws SQLException {
    String party = party(MARKER);
    String customer = customer(party, "Came by " + MARKER);
    String other = party("Other");
    String provider = customer(other, "Kept");
    consent(party);
    json("{\"kind\": \"organization\", \"name\": \"Org\"}").post("/v1/parties");
    assertThat(found()).isNotEmpty();

    String id = request("erasure", party, "in-progress").path("id");
    assertThat(found()).isEmpty();
    Response tombstone = as(tenant, "customers:read").get("/v1/parties/" + party);
    assertThat(tombstone.<String>path("name")).isEqualTo("Erased");
    assertThat(tombstone.<String>path("erasedAt")).isNotBlank();
    assertThat(tombstone.<List<?>>path("contactPoints")).isEmpty();
    Response relationship = as(tenant, "customers:read").get("/v1/customers/" + customer);
    assertThat(relationship.<String>path("party.name")).isEqualTo("Erased");
    assertThat(relationship.<List<String>>path("roles.type")).containsExactly("end-user");
    assertThat(
            as(tenant, "customers:read")
                .get("/v1/customers/" + provider)
                .<String>path("lifecycleReason"))
        .isEqualTo("Kept");
    assertThat(
            json("{\"givenName\": \"Back\"}", "application/merge-patch+json")
                .header("If-Match", "*")
                .patch("/v1/parties/" + party)
                .statusCode())
        .isEqualTo(409);
    assertThat(request("access", party, "received").statusCode()).isEqualTo(422);

    assertThat(get(id).<String>path("status")).isEqualTo("in-progress");
    confirm(id, "survey");
    assertThat(get(id).<String>path("status")).isEqualTo("in-progress");
    confirm(id, "agreement");
    assertThat(get(id).<String>path("status")).isEqualTo("completed");
    assertThat(archive(id).statusCode()).isEqualTo(409);
  }

  @Test
  void onlyServicesMayAnswer() {
    String id = request("access", party("Ada"), "in-progress").path("id");
    assertThat(
            as(tenant, "privacy:write")
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/internal/privacy-requests/%s/parts/survey".formatted(id))
                .statusCode())
        .isEqualTo(403);
    assertThat(answer(id, "parts/stranger", PART).statusCode()).isEqualTo(404);
    assertThat(answer(id, "confirmations/survey", "{}").statusCode()).isEqualTo(409);
    assertThat(answer(UUID.randomUUID().toString(), "parts/survey", PART).statusCode())
        .isEqualTo(404);
  }

  /// A table with texts must be reached from a party, be searched or emptied, or be known to be
  /// about nobody: whoever adds one says so in [ErasureRules].
  @Test
  void noTableWithTextsIsForgotten() {
    Set<String> open =
        work.call(
            Caller.system("test", tenant, false),
            () -> {
              Set<String> tables = new TreeSet<>(erasure.tables().keySet());
              tables.removeAll(reach.reachable());
              return tables;
            });
    open.removeAll(ErasureRules.SEARCHED);
    open.removeAll(ErasureRules.PASSING);
    open.removeAll(ErasureRules.JOURNAL);
    open.removeAll(ErasureRules.IMPERSONAL);
    assertThat(open).as("tables that ErasureRules does not speak of").isEmpty();
  }

  private Set<String> found() throws SQLException {
    Set<String> found = new TreeSet<>();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                  + " AND relkind = 'r' AND relname NOT IN ('flyway_schema_history', 'feed_cursor')")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT 1 FROM \"%s\" t WHERE tenant_id = '%s' AND (t::text LIKE '%%%s%%'"
                        .formatted(table, tenant, MARKER)
                    // Bytes are written in hexadecimal.
                    + " OR t::text LIKE '%%' || encode('%s', 'hex') || '%%')".formatted(MARKER))) {
          if (row.next()) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }

  private static Map<String, List<Map<String, Object>>> sections(Response archive, String service) {
    List<Map<String, Object>> sections =
        archive.path("services.find { it.service == '%s' }.sections".formatted(service));
    Map<String, List<Map<String, Object>>> byName = new java.util.TreeMap<>();
    for (Map<String, Object> section : sections) {
      @SuppressWarnings("unchecked")
      var rows = (List<Map<String, Object>>) section.get("rows");
      byName.put((String) section.get("name"), rows);
    }
    return byName;
  }

  private void handIn(String id, String service, String part) {
    String attempt = UUID.randomUUID().toString();
    as(tenant, "privacy:answer")
        .contentType("application/octet-stream")
        .body(part.getBytes(StandardCharsets.UTF_8))
        .put("/internal/privacy-requests/%s/parts/%s/pieces/%s/0".formatted(id, service, attempt))
        .then()
        .statusCode(204);
    String whole = "{\"attempt\": \"%s\", \"pieces\": 1}".formatted(attempt);
    assertThat(answer(id, "parts/" + service, whole).statusCode()).isEqualTo(204);
  }

  private void confirm(String id, String service) {
    assertThat(answer(id, "confirmations/" + service, "{}").statusCode()).isEqualTo(204);
  }

  private Response answer(String id, String path, String body) {
    return as(tenant, "privacy:answer")
        .contentType(ContentType.JSON)
        .body(body)
        .put("/internal/privacy-requests/%s/%s".formatted(id, path));
  }

  @Test
  void whatIsMissingIsToldByItsPlaceInTheBody() {
    Response refused = json("{}").post("/v1/privacy-requests");
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/kind", "/partyId");
  }

  private Response archive(String id) {
    return as(tenant, "privacy:read").get("/v1/privacy-requests/%s/archive".formatted(id));
  }

  private Response get(String id) {
    return as(tenant, "privacy:read").get("/v1/privacy-requests/" + id);
  }

  private Response request(String kind, String party, String status) {
    return json("""
            {"kind": "%s", "partyId": "%s", "status": "%s", "note": "Asked by %s"}"""
            .formatted(kind, party, status, MARKER))
        .post("/v1/privacy-requests");
  }

  private Response patch(String id, String patch) {
    return json(patch, "application/merge-patch+json")
        .header("If-Match", "*")
        .patch("/v1/privacy-requests/" + id);
  }

  private String party(String name) {
    return json("""
            {"kind": "person", "givenName": "%s", "contactPoints":
              [{"type": "email", "value": "%s@example.org"}]}"""
            .formatted(name, name))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post("/v1/parties")
        .path("id");
  }

  private String customer(String party, String reason) {
    return json("""
            {"partyId": "%s", "lifecycle": "current", "lifecycleReason": "%s",
             "roles": [{"type": "end-user"}]}"""
            .formatted(party, reason))
        .post("/v1/customers")
        .path("id");
  }

  private void consent(String party) {
    json("""
        {"partyId": "%s", "purpose": "newsletter", "channel": "email", "legalBasis": "consent",
         "status": "given", "evidence": "Signed: %s"}"""
            .formatted(party, MARKER))
        .post("/v1/consents")
        .then()
        .statusCode(201);
  }

  private RequestSpecification json(String body) {
    return json(body, "application/json");
  }

  private RequestSpecification json(String body, String type) {
    return as(tenant, "customers:write", "privacy:write").contentType(type).body(body);
  }
}
