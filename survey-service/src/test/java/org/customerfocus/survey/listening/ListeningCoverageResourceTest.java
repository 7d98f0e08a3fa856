package org.customerfocus.survey.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.CustomerStandIn;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(CustomerStandIn.class)
class ListeningCoverageResourceTest {

  private final String tenant = freshTenant();
  private final UUID families = UUID.randomUUID();
  private final UUID firms = UUID.randomUUID();

  private UUID customer(UUID party, String role, UUID segment) {
    UUID id = UUID.randomUUID();
    CustomerStandIn.CUSTOMERS.put(
        id.toString(),
        """
        {"throughCustomerId": "%1$s", "customerId": "%1$s", "partyId": "%2$s",
         "lifecycle": "current", "roles": ["%3$s"], "segmentIds": ["%4$s"]}"""
            .formatted(id, party, role, segment));
    return id;
  }

  private void feedback(UUID customer, String channel, String form) {
    Response made =
        as(tenant, "feedback:write")
            .contentType(ContentType.JSON)
            .body(
                """
                {"form": "%s", "channel": "%s", "text": "x", "customerId": "%s",
                 "receivedAt": "2026-01-05T10:00:00Z"}"""
                    .formatted(form, channel, customer))
            .post("/v1/feedback");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
  }

  private Response coverage() {
    return as(tenant, "feedback:read")
        .queryParam("from", "2026-01-01")
        .queryParam("to", "2026-02-01")
        .get("/v1/listening-coverage");
  }

  @Test
  void whoIsHeardOnlyThroughOthersIsSaid() {
    CustomerStandIn.period =
        """
        {"roles": [{"role": "end-user", "count": 4}, {"role": "payer", "count": 2}],
         "segments": [{"segmentId": "%s", "name": "Families", "count": 3},
                      {"segmentId": "%s", "name": "Firms", "count": 2}]}"""
            .formatted(families, firms);
    UUID user = customer(UUID.randomUUID(), "end-user", families);
    UUID payer = customer(UUID.randomUUID(), "payer", firms);
    UUID partyOfUser = UUID.randomUUID();
    UUID other = customer(partyOfUser, "end-user", firms);
    Response nobody = coverage();
    assertThat(nobody.<List<String>>path("warnings.kind"))
        .as(nobody.asString())
        .containsExactly("end-users-not-heard", "end-users-never-visited");

    feedback(user, "dealer", "complaint");
    feedback(payer, "telephone", "complaint");
    // Somebody else answers for this one.
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    Given.submit(
        tenant,
        """
        {"surveyVersionId": "%s", "customerId": "%s", "partyId": "%s",
         "respondedAt": "2026-01-10T10:00:00Z",
         "answers": [{"linkId": "recommend", "value": 9}]}"""
            .formatted(version, other, UUID.randomUUID()));
    Response others = coverage();
    Json.assertSame(
        Json.parse(others.asString()).at("/roles/0").toString(),
        """
        {"role": "end-user", "coverage": {
          "population": 4, "heard": 2, "heardDirectly": 0,
          "share": {"status": "ok", "value": 0.5, "unit": "ratio", "n": 2, "base": 4,
            "method": "listening-coverage/wilson",
            "interval": {"level": 0.95, "lower": 0.15003898915214953,
                         "upper": 0.8499610108478505}},
          "responses": 1, "feedback": 1, "visits": 0, "lastHeardAt": "2026-01-10T10:00:00Z",
          "methods": [
            {"method": "intermediary-reports", "direct": false, "customers": 1, "items": 1,
             "lastHeardAt": "2026-01-05T10:00:00Z"},
            {"method": "survey", "direct": false, "customers": 1, "items": 1,
             "lastHeardAt": "2026-01-10T10:00:00Z"}]}}""");
    assertThat(others.<List<String>>path("warnings.kind"))
        .containsExactly(
            "end-users-only-through-others",
            "end-users-never-visited",
            "end-users-only-through-others",
            "end-users-only-through-others");
    assertThat(others.<List<Integer>>path("roles.coverage.heardDirectly")).containsExactly(0, 1);

    Response visit =
        as(tenant, "feedback:write")
            .contentType(ContentType.JSON)
            .body(
                """
                {"title": "At home", "customerId": "%s", "visitorPartyIds": ["%s"],
                 "visitedAt": "2026-01-20T09:00:00Z"}"""
                    .formatted(user, UUID.randomUUID()))
            .post("/v1/gemba-visits");
    assertThat(visit.<List<String>>path("met.roles")).containsExactly("end-user");
    Response seen = coverage();
    assertThat(seen.<Integer>path("roles[0].coverage.heardDirectly")).isEqualTo(1);
    assertThat(seen.<Integer>path("roles[0].coverage.visits")).isEqualTo(1);
    assertThat(seen.<String>path("roles[0].coverage.lastVisitAt"))
        .isEqualTo("2026-01-20T09:00:00Z");
    assertThat(seen.<List<String>>path("warnings.segmentId")).containsExactly(firms.toString());
  }

  @Test
  void aTimeThatEndsBeforeItBeginsIsRefused() {
    assertThat(
            as(tenant, "feedback:read")
                .queryParam("from", "2026-02-01")
                .queryParam("to", "2026-02-01")
                .get("/v1/listening-coverage")
                .statusCode())
        .isEqualTo(400);
  }
}
