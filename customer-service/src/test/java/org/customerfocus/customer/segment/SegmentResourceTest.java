package org.customerfocus.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;
import static org.customerfocus.customer.segment.SegmentClient.group;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class SegmentResourceTest {

  private final String tenant = freshTenant();
  private final SegmentClient segments = new SegmentClient(tenant);

  @Test
  void filtersOfListsSpeakTheSameLanguage() {
    segments
        .post(
            "/v1/attribute-definitions",
            """
            {"target": "party", "code": "score", "type": "decimal", "label": "Score",
             "required": false}""")
        .then()
        .statusCode(201);
    Response firm =
        segments.post(
            "/v1/customers",
            """
            {"party": {"kind": "organization", "name": "North Pier", "attributes": {"score": 1.5}},
             "roles": [{"type": "payer", "validTo": "2020-01-01", "validFrom": "2019-01-01"}],
             "people": [{"party": {"kind": "person", "givenName": "Ada"},
                         "memberships": [{"type": "user-of"}]}]}""");
    String pier = firm.path("id");
    String ada = firm.path("people[0].customerId");
    assertFiltered("organization.name==North*", ada);
    assertFiltered("organization.attribute.score=gt=1;createdAt=ge=-PT1H", ada);
    assertFiltered("party.attribute.score=null=false", pier);
    assertFiltered("organization.id=null=true,party.kind==person", pier, ada);
    assertFiltered("role!=payer;party.name==North*", pier);
    assertFiltered("role==payer");
    assertFiltered("createdAt=lt=-P1D");
    Response people = segments.get("/v1/parties?filter=organization.attribute.score=le=1.5");
    assertThat(people.<List<String>>path("items.name")).containsExactly("Ada");
  }

  private void assertFiltered(String filter, String... customers) {
    Response page = as(tenant, "customers:read").queryParam("filter", filter).get("/v1/customers");
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    assertThat(page.<List<String>>path("items.id")).as(filter).containsExactly(customers);
  }

  @Test
  void aListHoldsThoseWhoAreNamed() {
    String ada = segments.customer("person", "Ada", "current", "end-user");
    String bob = segments.customer("person", "Bob", "current", "end-user");
    String list =
        segments.post("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}").path("id");
    Json.assertBody(
        segments.post(
            "/v1/segments/" + list + "/members",
            "{\"customerIds\": [\"%s\", \"%s\"]}".formatted(ada, ada)),
        """
        {"items": [{"customerId": "%s", "result": "entered"}]}"""
            .formatted(ada));
    segments.writer().put("/v1/segments/" + list + "/members/" + bob).then().statusCode(428);
    segments
        .writer()
        .header("If-Match", "*")
        .put("/v1/segments/" + list + "/members/" + bob)
        .then()
        .statusCode(204);
    segments
        .writer()
        .header("If-Match", "*")
        .put("/v1/segments/" + list + "/members/" + bob)
        .then()
        .statusCode(204);
    segments.delete("/v1/segments/" + list + "/members/" + ada, 204);
    segments.delete("/v1/segments/" + list + "/members/" + ada, 404);
    assertThat(segments.members(list)).containsExactly(bob);
    assertThat(segments.changes(list))
        .containsExactly("entered " + ada, "entered " + bob, "left " + ada);
    String nobody = UUID.randomUUID().toString();
    Response refused =
        segments.post(
            "/v1/segments/" + list + "/members",
            "{\"customerIds\": [\"%s\", \"%s\"]}".formatted(ada, nobody));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/customerIds/1");
    assertThat(segments.members(list)).containsExactly(bob);
  }

  @Test
  void whatIsUsedIsNotDeleted() {
    String list =
        segments.post("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}").path("id");
    String campaign = UUID.randomUUID().toString();
    String use = "/internal/segments/%s/uses/survey/campaign/%s".formatted(list, campaign);
    segments.writer().put(use).then().statusCode(403);
    as(tenant, "segment-uses:write").put(use).then().statusCode(204);
    as(tenant, "segment-uses:write").put(use).then().statusCode(204);
    Json.assertBody(
        segments.get("/v1/segments/" + list + "/uses"),
        """
        {"items": [{"service": "survey", "resourceType": "campaign", "resourceId": "%s"}],
         "complete": true}"""
            .formatted(campaign));
    Response refused = segments.writer().header("If-Match", "*").delete("/v1/segments/" + list);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("type")).endsWith("in-use");
    assertThat(refused.<String>path("detail"))
        .isEqualTo("It is still used by: campaign %s.".formatted(campaign));
    as(tenant, "segment-uses:write").delete(use).then().statusCode(204);
    segments.delete("/v1/segments/" + list, 204);
  }

  @Test
  void aPreviewCountsAndStoresNothing() {
    segments.customer("person", "Ada", "current", "end-user");
    String bob = segments.customer("person", "Bob", "former", "end-user");
    Response preview =
        segments.post(
            "/v1/segment-previews",
            "{\"rule\": %s, \"limit\": 5}"
                .formatted(
                    group(
                        """
                        {"combinator": "or", "not": true, "rules": [
                          {"field": "lifecycle", "operator": "=", "value": "current"},
                          {"field": "createdAt", "operator": "<", "value": "-P1D"}]}""")));
    Json.assertBody(
        preview,
        """
        {"count": 1,
         "members": [{"customerId": "%s", "partyId": "${uuid}", "name": "Bob"}],
         "computedAt": "${instant}"}"""
            .formatted(bob));
    assertThat(segments.get("/v1/segments").<List<?>>path("items")).isEmpty();
  }

  @Test
  void refusesRulesWhereTheyAreWrong() {
    assertRefused(
        group("{\"field\": \"colour\", \"operator\": \"=\", \"value\": \"red\"}"),
        "/rule/rules/0/field");
    assertRefused(
        group("{\"field\": \"createdAt\", \"operator\": \"<\", \"value\": \"soon\"}"),
        "/rule/rules/0/value");
    assertRefused(
        group("{\"field\": \"lifecycle\", \"operator\": \"<\", \"value\": \"former\"}"),
        "/rule/rules/0/operator");
    assertRefused(
        group("{\"field\": \"role\", \"operator\": \"in\", \"value\": \"payer\"}"),
        "/rule/rules/0/value");
    assertRefused(
        "{\"field\": \"role\", \"operator\": \"=\", \"value\": \"payer\"}", "/rule/combinator");
    assertRefused(
        group(
            group(
                group(
                    group(
                        group(
                            group(
                                group(
                                    group(
                                        "{\"field\": \"role\", \"operator\": \"=\", \"value\": \"payer\"}")))))))),
        "/rule/rules/0/rules/0/rules/0/rules/0/rules/0/rules/0/rules/0/rules/0");
    Response twice = segments.post("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}");
    assertThat(twice.statusCode()).isEqualTo(201);
    assertThat(
            segments.post("/v1/segments", "{\"name\": \"PILOT\", \"kind\": \"list\"}").statusCode())
        .isEqualTo(409);
  }

  private void assertRefused(String rule, String pointer) {
    Response refused =
        segments.post(
            "/v1/segments", "{\"name\": \"x\", \"kind\": \"rule\", \"rule\": %s}".formatted(rule));
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer")).contains(pointer);
  }
}
