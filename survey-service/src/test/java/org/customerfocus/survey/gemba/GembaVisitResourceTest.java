package org.customerfocus.survey.gemba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.privacy.PersonalData;
import org.customerfocus.conventions.privacy.Subject;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.CustomerStandIn;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(CustomerStandIn.class)
class GembaVisitResourceTest {

  private final String tenant = freshTenant();
  private final UUID ann = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();

  @Inject PersonalData data;
  @Inject TenantWork work;

  private Response create(String body) {
    return as(tenant, "feedback:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/gemba-visits");
  }

  private Response patch(String id, String body) {
    return as(tenant, "feedback:write")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(body)
        .patch("/v1/gemba-visits/" + id);
  }

  private Response visitors(String sort) {
    return as(tenant, "feedback:read").queryParam("sort", sort).get("/v1/gemba-visitors");
  }

  private String planned(String day, UUID... people) {
    String who = String.join("\", \"", List.of(people).stream().map(UUID::toString).toList());
    Response made =
        create(
            """
            {"title": "Security", "place": "Terminal 2", "visitorPartyIds": ["%s"],
             "plannedFor": "2026-01-%sT06:00:00Z"}"""
                .formatted(who, day));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("id");
  }

  @Test
  void whomAVisitMetIsTheCustomersOfThatTimeOrNotRecordedYet() {
    String one = UUID.randomUUID().toString();
    String other = UUID.randomUUID().toString();
    CustomerStandIn.CUSTOMERS.put(
        one,
        """
        {"customerId": "%s", "partyId": "%s", "lifecycle": "current", "roles": ["end-user"],
         "segmentIds": []}"""
            .formatted(one, UUID.randomUUID()));
    String planned =
        """
        {"title": "Security", "place": "Terminal 2", "visitorPartyIds": ["%s"],
         "plannedFor": "2026-01-10T06:00:00Z", "customerId": "%s"%s}""";
    String id = create(planned.formatted(ann, one, "")).path("id");
    assertThat(met(id)).containsExactly("end-user");

    CustomerStandIn.SILENT.add(other);
    try {
      for (Response refused :
          List.of(
              create(planned.formatted(ann, other, "")),
              patch(id, "{\"customerId\": \"%s\"}".formatted(other)))) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotBlank();
      }
      assertThat(met(id)).containsExactly("end-user");
      assertThat(create(planned.formatted(ann, other, ", \"roles\": [\"payer\"]")).statusCode())
          .isEqualTo(201);
    } finally {
      CustomerStandIn.SILENT.remove(other);
    }
    // Nothing is known of this customer, least of all what the former one was.
    assertThat(patch(id, "{\"customerId\": \"%s\"}".formatted(other)).statusCode()).isEqualTo(200);
    assertThat(met(id)).isEmpty();
  }

  private List<String> met(String id) {
    return as(tenant, "feedback:read").get("/v1/gemba-visits/" + id).path("met.roles");
  }

  @Test
  void aPlannedVisitIsDoneAndTellsWhoWentAndWhenLast() {
    String first = planned("10", ann, ben);
    String second = planned("20", ann);
    Json.assertBody(visitors("lastVisitedAt"), "{\"items\": []}");
    assertThat(patch(first, "{\"findings\": [{\"key\": \"f\", \"kind\": \"need\",").statusCode())
        .isEqualTo(400);

    Response done =
        patch(
            first,
            """
            {"status": "done", "visitedAt": "2026-01-10T06:10:00Z", "roles": ["end-user"],
             "observations": [{"key": "belt", "seen": "Unpacked twice", "where": "Lane 4",
                               "evidence": ["Picture 1"]}],
             "findings": [{"key": "late", "kind": "problem", "statement": "Told too late",
                           "observationKeys": ["belt"]}]}""");
    Json.assertBody(
        done,
        """
        {"id": "%s", "title": "Security", "place": "Terminal 2",
         "visitorPartyIds": ["%s", "%s"], "status": "done", "allowedStatuses": [],
         "plannedFor": "2026-01-10T06:00:00Z", "visitedAt": "2026-01-10T06:10:00Z",
         "met": {"roles": ["end-user"], "segmentIds": []},
         "observations": [{"id": "%s", "key": "belt", "seen": "Unpacked twice",
           "where": "Lane 4", "evidence": ["Picture 1"]}],
         "findings": [{"id": "%s", "key": "late", "kind": "problem",
           "statement": "Told too late", "observationKeys": ["belt"]}],
         "createdAt": "${instant}", "updatedAt": "${instant}"}"""
            .formatted(
                first,
                ann,
                ben,
                done.<String>path("observations[0].id"),
                done.<String>path("findings[0].id")));
    patch(second, "{\"status\": \"done\", \"visitedAt\": \"2026-01-20T06:00:00Z\"}");
    Json.assertBody(
        visitors("-lastVisitedAt"),
        """
        {"items": [
          {"partyId": "%s", "visits": 2, "lastVisitedAt": "2026-01-20T06:00:00Z",
           "lastVisitId": "%s"},
          {"partyId": "%s", "visits": 1, "lastVisitedAt": "2026-01-10T06:10:00Z",
           "lastVisitId": "%s"}]}"""
            .formatted(ann, second, ben, first));
    assertThat(
            as(tenant, "feedback:read")
                .queryParam("filter", "visitorPartyId==%s;finding.kind==problem".formatted(ben))
                .get("/v1/gemba-visits")
                .<List<String>>path("items.id"))
        .containsExactly(first);

    Response kept =
        patch(
            first,
            """
            {"observations": [{"key": "belt", "seen": "Unpacked three times"},
                              {"key": "new", "seen": "Queue"}],
             "findings": null}""");
    assertThat(kept.<String>path("observations[0].id"))
        .isEqualTo(done.<String>path("observations[0].id"));
    assertThat(kept.<List<?>>path("findings")).isEmpty();
    as(tenant, "feedback:write").header("If-Match", "*").delete("/v1/gemba-visits/" + second);
    assertThat(visitors("partyId").<List<Integer>>path("items.visits")).containsOnly(1);
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    Response empty =
        create(
            """
            {"title": "x", "visitorPartyIds": ["%s", "%s"], "observations": [
              {"key": "a", "seen": "s"}, {"key": "a", "seen": "s"}],
             "findings": [{"key": "b", "kind": "need", "statement": "s",
               "observationKeys": ["c"]}]}"""
                .formatted(ann, ann));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.<List<String>>path("errors.pointer"))
        .containsExactly(
            "/place",
            "/visitorPartyIds",
            "/plannedFor",
            "/observations",
            "/findings",
            "/observations/1/key",
            "/findings/0/observationKeys");
    String visit = planned("10", ann);
    assertThat(patch(visit, "{\"status\": \"done\"}").<String>path("errors[0].pointer"))
        .isEqualTo("/visitedAt");
    assertThat(
            patch(visit, "{\"status\": \"done\", \"visitedAt\": \"2999-01-01T00:00:00Z\"}")
                .<String>path("errors[0].detail"))
        .isEqualTo("must not be in the future");
    assertThat(patch(visit, "{\"status\": \"cancelled\"}").statusCode()).isEqualTo(200);
    assertThat(patch(visit, "{\"status\": \"planned\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void erasureKeepsTheVisitAndTakesTheWords() {
    UUID customer = UUID.randomUUID();
    UUID party = UUID.randomUUID();
    String visit =
        create(
                """
                {"title": "At Mr Secret's", "customerId": "%s", "visitorPartyIds": ["%s"],
                 "visitedAt": "2026-01-10T06:10:00Z", "roles": ["end-user"],
                 "observations": [{"key": "a", "seen": "Secret", "withPartyId": "%s"}],
                 "findings": [{"key": "b", "kind": "need", "statement": "Secret"}]}"""
                    .formatted(customer, ann, party))
            .path("id");
    work.call(
        Caller.system("test", tenant, false),
        () -> {
          data.erase(new Subject(List.of(party, ann), List.of(customer)));
          return true;
        });
    Response erased = as(tenant, "feedback:read").get("/v1/gemba-visits/" + visit);
    assertThat(erased.asString())
        .contains("(erased)", "end-user")
        .doesNotContain("Secret", customer.toString(), party.toString(), ann.toString());
    Json.assertBody(visitors("partyId"), "{\"items\": []}");
  }
}
