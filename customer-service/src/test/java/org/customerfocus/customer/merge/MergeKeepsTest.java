package org.customerfocus.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// What a merge must not lose.
@QuarkusTest
@WithTestResource(Platform.class)
class MergeKeepsTest {

  private final Registry registry = new Registry(freshTenant());

  @Test
  void editsOfTheSurvivorThatCanBeTakenBackLeaveTheWayBackOpen() throws SQLException {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "Bakker", "ana@example.org");
    String kept = registry.customer(anna, null, "end-user");
    registry.customer(ana, null, "payer");
    var before = registry.dump();
    String merge = registry.merge(anna, ana, false).path("id");

    String roles = "{\"roles\": [{\"type\": \"end-user\"}, {\"type\": \"payer\"}%s]}";
    for (String more : List.of(", {\"type\": \"distributor\"}", "")) {
      Response patched = registry.patch("/v1/customers/" + kept, roles.formatted(more));
      assertThat(patched.statusCode()).as(patched.asString()).isEqualTo(200);
    }
    String contacts =
        """
        {"contactPoints": [{"type": "email", "value": "anna@example.org"},
                           {"type": "email", "value": "ana@example.org"}%s]}""";
    for (String more : List.of(", {\"type\": \"email\", \"value\": \"c@example.org\"}", "")) {
      Response patched = registry.patch("/v1/parties/" + anna, contacts.formatted(more));
      assertThat(patched.statusCode()).as(patched.asString()).isEqualTo(200);
    }

    Response undone = registry.undo(merge);
    assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(200);
    assertThat(registry.dump()).isEqualTo(before);
  }

  @Test
  void partsFollowTheirNewOrder() {
    String anna = registry.person("Anna", "de Vries", "a@example.org");
    for (String order : List.of("ab", "ba", "cab", "bc", "abc", "")) {
      String contacts =
          String.join(
              ",",
              order
                  .chars()
                  .mapToObj(
                      c -> "{\"type\": \"email\", \"value\": \"%c@example.org\"}".formatted(c))
                  .toList());
      registry.patch("/v1/parties/" + anna, "{\"contactPoints\": [%s]}".formatted(contacts));
      List<String> values = registry.get("/v1/parties/" + anna).path("contactPoints.value");
      assertThat(values == null ? List.of() : values)
          .isEqualTo(order.chars().mapToObj(c -> "%c@example.org".formatted(c)).toList());
    }
  }

  @Test
  void theSurvivorIsNotDeleted() {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "Bakker", "ana@example.org");
    String kept = registry.customer(anna, null, "end-user");
    registry.customer(ana, null, "payer");
    String merge = registry.merge(anna, ana, false).path("id");

    for (String path : List.of("/v1/customers/" + kept, "/v1/parties/" + anna)) {
      Response refused = registry.delete(path);
      assertThat(refused.statusCode()).as(path).isEqualTo(409);
      assertThat(refused.<String>path("detail")).contains(merge);
    }
    assertThat(registry.undo(merge).statusCode()).isEqualTo(200);
    assertThat(registry.delete("/v1/customers/" + kept).statusCode()).isEqualTo(204);
    assertThat(registry.delete("/v1/parties/" + anna).statusCode()).isEqualTo(204);
  }

  @Test
  void mergedIdsAreToldWhereverTheyStand() {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "Bakker", "ana@example.org");
    String shop = registry.organization("Shop");
    String kept = registry.customer(anna, null, "end-user");
    String gone = registry.customer(ana, null, "payer");
    String list = registry.create("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}");
    registry.merge(anna, ana, false);

    assertThat(
            registry
                .post(
                    "/v1/customers",
                    "{\"partyId\": \"%s\", \"roles\": [{\"type\": \"payer\"}]}".formatted(ana))
                .asString())
        .contains("has become part of " + anna);
    assertThat(
            registry
                .post(
                    "/v1/memberships",
                    "{\"memberPartyId\": \"%s\", \"organizationPartyId\": \"%s\", \"type\": \"member-of\"}"
                        .formatted(ana, shop))
                .asString())
        .contains("has become part of " + anna);
    assertThat(registry.put("/v1/segments/%s/members/%s".formatted(list, gone), "{}").asString())
        .contains("ecome part of " + kept);
    assertThat(registry.get("/v1/nowhere/" + ana).statusCode()).isEqualTo(404);
  }

  @Test
  void aRefusalThatHasBegunIsNotHiddenByAnotherThatHasNot() {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "Bakker", "ana@example.org");
    registry.consent(ana, "withdrawn", "2026-02-01T10:00:00Z");
    registry.consent(anna, "given", "2026-03-01T10:00:00Z");
    registry.create(
        "/v1/consents",
        """
        {"partyId": "%s", "purpose": "newsletter", "channel": "email", "legalBasis": "consent",
         "status": "given", "capturedAt": "2026-04-01T10:00:00Z", "source": "form",
         "evidence": "Signed by hand.", "validFrom": "2099-01-01"}"""
            .formatted(ana));

    Response merged = registry.merge(anna, ana, false);

    assertThat(merged.<List<String>>path("addedConsentIds")).as(merged.asString()).hasSize(1);
    assertThat(
            registry
                .get("/v1/contact-permissions?purpose=newsletter&channel=email&partyId=" + anna)
                .asString())
        .contains("withdrawn");
  }

  @Test
  void theOwnOrganizationStaysTheImpliedProvider() throws SQLException {
    String ours = registry.organization("Ours");
    String twin = registry.organization("Ours, twin");
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    Response own = registry.put("/v1/own-organization", "{\"partyId\": \"%s\"}".formatted(ours));
    assertThat(own.statusCode()).as(own.asString()).isBetween(200, 201);
    registry.customer(anna, null, "end-user");
    String kept = registry.customer(anna, twin, "payer");
    var before = registry.dump();

    Response merged = registry.merge(twin, ours, false);

    assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(201);
    assertThat(registry.get("/v1/own-organization").<String>path("partyId")).isEqualTo(twin);
    assertThat(
            registry.count(
                "SELECT count(*) FROM customer WHERE tenant_id = ? AND provider_implied AND id = '%s'"
                    .formatted(kept)))
        .isEqualTo(1);
    assertThat(registry.undo(merged.path("id")).statusCode()).isEqualTo(200);
    assertThat(registry.dump()).isEqualTo(before);
  }

  @Test
  void whoWasInASegmentTwiceEnteredItOnce() throws SQLException {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "Bakker", "ana@example.org");
    registry.customer(anna, null, "end-user");
    registry.customer(ana, null, "payer");
    registry.write(
        """
        WITH s AS (
          INSERT INTO segment SELECT (jsonb_populate_record(cast(NULL AS segment), jsonb_build_object(
            'tenant_id', cast(? AS text), 'id', uuidv7(), 'version', 0, 'created_at', now(),
            'updated_at', now(), 'name', 'Both', 'name_key', 'both', 'kind', 'list'))).*
          RETURNING tenant_id, id),
        m AS (
          INSERT INTO segment_member (tenant_id, segment_id, customer_id, entered_at)
          SELECT c.tenant_id, s.id, c.id, now() FROM s JOIN customer c USING (tenant_id))
        INSERT INTO segment_change (tenant_id, segment_id, customer_id, change, changed_at)
        SELECT c.tenant_id, s.id, c.id, 'entered', now() FROM s JOIN customer c USING (tenant_id)""");
    String entered =
        "SELECT count(*) FROM segment_change WHERE tenant_id = ? AND change = 'entered'";
    var before = registry.dump();
    assertThat(registry.count(entered)).isEqualTo(2);

    String merge = registry.merge(anna, ana, false).path("id");

    assertThat(registry.count(entered)).isEqualTo(1);
    assertThat(registry.count("SELECT count(*) FROM segment_member WHERE tenant_id = ?"))
        .isEqualTo(1);
    assertThat(registry.undo(merge).statusCode()).isEqualTo(200);
    assertThat(registry.dump()).isEqualTo(before);
  }

  @Test
  void whatPeopleJudgedOfTwoIsKnownAgainAfterAnUndo() throws SQLException {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "Bakker", "ana@example.org");
    registry.write(
        """
        INSERT INTO duplicate (tenant_id, id, version, created_at, updated_at, left_party_id,
          right_party_id, status, certainty, probability, weight, fields, left_digest,
          right_digest, judged_at)
        SELECT ?, uuidv7(), 0, now(), now(), least(cast('%1$s' AS uuid), cast('%2$s' AS uuid)),
          greatest(cast('%1$s' AS uuid), cast('%2$s' AS uuid)), 'rejected', 'possible', 1, 1, '[]',
          'a', 'b', now()"""
            .formatted(anna, ana));
    String rejected = "SELECT count(*) FROM duplicate WHERE tenant_id = ? AND status = 'rejected'";

    String merge = registry.merge(anna, ana, false).path("id");
    assertThat(registry.count(rejected)).isZero();

    assertThat(registry.undo(merge).statusCode()).isEqualTo(200);
    assertThat(registry.count(rejected)).isEqualTo(1);
  }
}
