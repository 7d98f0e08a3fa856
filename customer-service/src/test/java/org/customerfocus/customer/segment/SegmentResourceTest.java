package org.customerfocus.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class SegmentResourceTest {

  private final String tenant = freshTenant();

  @Test
  void aMemberEntersAndLeavesOnceEach() throws Exception {
    String ada = customer("person", "Ada", "current", "end-user");
    String pier = customer("organization", "North Pier", "current", "payer");
    String segment =
        rule(
            "End users",
            """
            {"combinator": "and", "rules": [
              {"field": "lifecycle", "operator": "=", "value": "current"},
              {"field": "role", "operator": "in", "values": ["end-user", "free-user"]}]}""");
    await(() -> members(segment).equals(List.of(ada)));
    Response view = get("/v1/segments/" + segment);
    assertThat(view.<Integer>path("memberCount")).isEqualTo(1);
    assertThat(view.<Boolean>path("computing")).isFalse();
    assertThat(view.<String>path("computedAt")).isNotNull();

    patch("/v1/customers/" + pier, "{\"roles\": [{\"type\": \"free-user\"}]}", 200);
    await(() -> members(segment).equals(List.of(ada, pier)));
    patch(
        "/v1/customers/" + ada,
        "{\"lifecycle\": \"former\", \"lifecycleReasonType\": \"unknown\"}",
        200);
    await(() -> members(segment).equals(List.of(pier)));

    assertThat(changes(segment))
        .containsExactly("entered " + ada, "entered " + pier, "left " + ada);
    assertThat(events(segment)).containsExactly("entered " + ada, "entered " + pier, "left " + ada);
    assertThat(get("/v1/customers/" + pier + "/segments").<List<String>>path("items.segmentId"))
        .containsExactly(segment);
    assertThat(get("/v1/customers/" + ada + "/segments").<List<String>>path("items.segmentId"))
        .isEmpty();
    assertThat(
            get("/v1/customers/" + pier + "/segments?asOf=2020-01-01")
                .<List<String>>path("items.segmentId"))
        .isEmpty();
    assertThat(
            get("/v1/customers/" + pier + "/segments?asOf=2999-01-01")
                .<List<String>>path("items.segmentId"))
        .containsExactly(segment);
  }

  @Test
  void aChangedRuleMovesOnlyThoseWhomItConcerns() throws Exception {
    String ada = customer("person", "Ada", "current", "end-user");
    String bob = customer("person", "Bob", "potential", "end-user");
    String cem = customer("person", "Cem", "former", "payer");
    String segment =
        rule("Users", group("{\"field\": \"role\", \"operator\": \"=\", \"value\": \"end-user\"}"));
    await(() -> members(segment).size() == 2);
    patch(
        "/v1/segments/" + segment,
        "{\"rule\": "
            + group("{\"field\": \"lifecycle\", \"operator\": \"!=\", \"value\": \"current\"}")
            + "}",
        200);
    await(() -> members(segment).equals(List.of(bob, cem)));
    assertThat(changes(segment))
        .containsExactlyInAnyOrder(
            "entered " + ada, "entered " + bob, "left " + ada, "entered " + cem);
    assertThat(events(segment)).containsExactlyInAnyOrderElementsOf(changes(segment));
  }

  @Test
  void followsWhatChangesInPartiesOrganisationsAndAttributes() {
    post(
            "/v1/attribute-definitions",
            """
            {"target": "organization", "code": "tier", "type": "text", "label": "Tier",
             "required": false}""")
        .then()
        .statusCode(201);
    Response firm =
        post(
            "/v1/customers",
            """
            {"party": {"kind": "organization", "name": "North Pier"}, "roles": [{"type": "payer"}],
             "people": [{"party": {"kind": "person", "givenName": "Ada"},
                         "memberships": [{"type": "user-of"}]}]}""");
    String ada = firm.path("people[0].customerId");
    String party = firm.path("partyId");
    String byName =
        rule(
            "Of the north",
            group(
                "{\"field\": \"organization.name\", \"operator\": \"begins-with\", \"value\":"
                    + " \"North\"}"));
    String byTier =
        rule(
            "Of gold",
            group(
                "{\"field\": \"organization.attribute.tier\", \"operator\": \"=\", \"value\":"
                    + " \"gold\"}"));
    await(() -> members(byName).equals(List.of(ada)));
    assertThat(members(byTier)).isEmpty();
    patch("/v1/parties/" + party, "{\"attributes\": {\"tier\": \"gold\"}}", 200);
    await(() -> members(byTier).equals(List.of(ada)));
    patch("/v1/parties/" + party, "{\"name\": \"South Pier\"}", 200);
    await(() -> members(byName).isEmpty());
    String membership = get("/v1/memberships").path("items[0].id");
    delete("/v1/memberships/" + membership, 204);
    await(() -> members(byTier).isEmpty());
    assertThat(changes(byTier)).containsExactly("entered " + ada, "left " + ada);
  }

  @Test
  void filtersOfListsSpeakTheSameLanguage() {
    post(
            "/v1/attribute-definitions",
            """
            {"target": "party", "code": "score", "type": "decimal", "label": "Score",
             "required": false}""")
        .then()
        .statusCode(201);
    Response firm =
        post(
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
    Response people = get("/v1/parties?filter=organization.attribute.score=le=1.5");
    assertThat(people.<List<String>>path("items.name")).containsExactly("Ada");
  }

  private void assertFiltered(String filter, String... customers) {
    Response page = as(tenant, "customers:read").queryParam("filter", filter).get("/v1/customers");
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    assertThat(page.<List<String>>path("items.id")).as(filter).containsExactly(customers);
  }

  @Test
  void aListHoldsThoseWhoAreNamed() {
    String ada = customer("person", "Ada", "current", "end-user");
    String bob = customer("person", "Bob", "current", "end-user");
    String list = post("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}").path("id");
    Json.assertBody(
        post(
            "/v1/segments/" + list + "/members",
            "{\"customerIds\": [\"%s\", \"%s\"]}".formatted(ada, ada)),
        """
        {"items": [{"customerId": "%s", "result": "entered"}]}"""
            .formatted(ada));
    writer().put("/v1/segments/" + list + "/members/" + bob).then().statusCode(428);
    writer()
        .header("If-Match", "*")
        .put("/v1/segments/" + list + "/members/" + bob)
        .then()
        .statusCode(204);
    writer()
        .header("If-Match", "*")
        .put("/v1/segments/" + list + "/members/" + bob)
        .then()
        .statusCode(204);
    delete("/v1/segments/" + list + "/members/" + ada, 204);
    delete("/v1/segments/" + list + "/members/" + ada, 404);
    assertThat(members(list)).containsExactly(bob);
    assertThat(changes(list)).containsExactly("entered " + ada, "entered " + bob, "left " + ada);
    String nobody = UUID.randomUUID().toString();
    Response refused =
        post(
            "/v1/segments/" + list + "/members",
            "{\"customerIds\": [\"%s\", \"%s\"]}".formatted(ada, nobody));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/customerIds/1");
    assertThat(members(list)).containsExactly(bob);
  }

  @Test
  void whoIsDeletedLeavesWithAnEvent() throws Exception {
    String ada = customer("person", "Ada", "current", "end-user");
    String list = post("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}").path("id");
    post("/v1/segments/" + list + "/members", "{\"customerIds\": [\"%s\"]}".formatted(ada));
    delete("/v1/customers/" + ada, 204);
    assertThat(get("/v1/segments/" + list).<Integer>path("memberCount")).isZero();
    assertThat(events(list)).containsExactly("entered " + ada, "left " + ada);
  }

  @Test
  void whatIsUsedIsNotDeleted() {
    String list = post("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}").path("id");
    String campaign = UUID.randomUUID().toString();
    String use = "/internal/segments/%s/uses/survey/campaign/%s".formatted(list, campaign);
    writer().put(use).then().statusCode(403);
    as(tenant, "segment-uses:write").put(use).then().statusCode(204);
    as(tenant, "segment-uses:write").put(use).then().statusCode(204);
    Json.assertBody(
        get("/v1/segments/" + list + "/uses"),
        """
        {"items": [{"service": "survey", "resourceType": "campaign", "resourceId": "%s"}],
         "complete": true}"""
            .formatted(campaign));
    Response refused = writer().header("If-Match", "*").delete("/v1/segments/" + list);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("type")).endsWith("in-use");
    assertThat(refused.<String>path("detail"))
        .isEqualTo("It is still used by: campaign %s.".formatted(campaign));
    as(tenant, "segment-uses:write").delete(use).then().statusCode(204);
    delete("/v1/segments/" + list, 204);
  }

  @Test
  void aPreviewCountsAndStoresNothing() {
    customer("person", "Ada", "current", "end-user");
    String bob = customer("person", "Bob", "former", "end-user");
    Response preview =
        post(
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
    assertThat(get("/v1/segments").<List<?>>path("items")).isEmpty();
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
    Response twice = post("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}");
    assertThat(twice.statusCode()).isEqualTo(201);
    assertThat(post("/v1/segments", "{\"name\": \"PILOT\", \"kind\": \"list\"}").statusCode())
        .isEqualTo(409);
  }

  private void assertRefused(String rule, String pointer) {
    Response refused =
        post("/v1/segments", "{\"name\": \"x\", \"kind\": \"rule\", \"rule\": %s}".formatted(rule));
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer")).contains(pointer);
  }

  @Test
  void manyChangesAtOnceMoveEachMemberOnce() throws Exception {
    String segment =
        rule(
            "Current",
            group("{\"field\": \"lifecycle\", \"operator\": \"=\", \"value\":" + " \"current\"}"));
    List<String> customers = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> work =
          IntStream.range(0, 24)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        String id = customer("person", "P" + i, "current", "end-user");
                        customers.add(id);
                        if (i % 3 == 0) {
                          patch("/v1/segments/" + segment, "{\"description\": \"" + i + "\"}", 0);
                          restart(segment);
                        }
                        return true;
                      })
              .toList();
      threads.invokeAll(work).forEach(each -> assertThat(each.resultNow()).isTrue());
    }
    await(
        () ->
            members(segment).size() == 24
                && !get("/v1/segments/" + segment).<Boolean>path("computing"));
    assertThat(members(segment)).containsExactlyInAnyOrderElementsOf(customers);
    assertThat(changes(segment)).hasSize(24).doesNotHaveDuplicates();
    assertThat(events(segment)).containsExactlyInAnyOrderElementsOf(changes(segment));
  }

  private static void restart(String segment) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.execute(
          "UPDATE segment_state SET due_at = now(), full_after = NULL WHERE segment_id = '%s'"
              .formatted(segment));
    }
  }

  private String customer(String kind, String name, String lifecycle, String role) {
    String party =
        kind.equals("person")
            ? "{\"kind\": \"person\", \"givenName\": \"%s\"}".formatted(name)
            : "{\"kind\": \"organization\", \"name\": \"%s\"}".formatted(name);
    Response created =
        post(
            "/v1/customers",
            "{\"party\": %s, \"lifecycle\": \"%s\"%s, \"roles\": [{\"type\": \"%s\"}]}"
                .formatted(
                    party,
                    lifecycle,
                    lifecycle.equals("former") ? ", \"lifecycleReasonType\": \"unknown\"" : "",
                    role));
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  private String rule(String name, String rule) {
    Response created =
        post(
            "/v1/segments",
            "{\"name\": \"%s\", \"kind\": \"rule\", \"rule\": %s}".formatted(name, rule));
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  private static String group(String rule) {
    return "{\"combinator\": \"and\", \"rules\": [%s]}".formatted(rule);
  }

  private List<String> members(String segment) {
    return get("/v1/segments/" + segment + "/members").path("items.customerId");
  }

  private List<String> changes(String segment) {
    Response page = get("/v1/segments/" + segment + "/changes");
    List<String> kinds = page.path("items.change");
    List<String> customers = page.path("items.customerId");
    return IntStream.range(0, kinds.size())
        .mapToObj(i -> kinds.get(i) + " " + customers.get(i))
        .toList();
  }

  /// What the outbox says of entries and exits, in order.
  private List<String> events(String segment) throws SQLException {
    List<String> events = new ArrayList<>();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT split_part(type, '.', 4), jsonb_array_elements_text(data -> 'customerIds')
                FROM outbox_event WHERE resource_id = '%s' AND data ? 'customerIds' ORDER BY id"""
                    .formatted(segment))) {
      while (rows.next()) {
        events.add(rows.getString(1) + " " + rows.getString(2));
      }
    }
    return events;
  }

  private io.restassured.specification.RequestSpecification writer() {
    return as(tenant, "customers:read", "customers:write").contentType(ContentType.JSON);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }

  private Response post(String path, String body) {
    return writer().body(body).post(path);
  }

  private void patch(String path, String body, int status) {
    Response answer =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body(body)
            .patch(path);
    if (status != 0) {
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    }
  }

  private void delete(String path, int status) {
    writer().header("If-Match", "*").delete(path).then().statusCode(status);
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
