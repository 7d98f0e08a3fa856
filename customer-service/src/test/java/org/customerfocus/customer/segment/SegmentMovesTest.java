package org.customerfocus.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;
import static org.customerfocus.customer.segment.SegmentClient.group;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Who enters and who leaves when, and that each does it once.
@QuarkusTest
@WithTestResource(Platform.class)
class SegmentMovesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SegmentClient segments = new SegmentClient(freshTenant());

  @Test
  void aMemberEntersAndLeavesOnceEach() throws Exception {
    String ada = segments.customer("person", "Ada", "current", "end-user");
    String pier = segments.customer("organization", "North Pier", "current", "payer");
    String segment =
        segments.rule(
            "End users",
            """
            {"combinator": "and", "rules": [
              {"field": "lifecycle", "operator": "=", "value": "current"},
              {"field": "role", "operator": "in", "values": ["end-user", "free-user"]}]}""");
    await().atMost(PATIENCE).until(() -> segments.members(segment).equals(List.of(ada)));
    // Whoever has just changed may be in before all the others were looked at.
    Response view =
        await()
            .atMost(PATIENCE)
            .until(
                () -> segments.get("/v1/segments/" + segment),
                found -> !found.<Boolean>path("computing"));
    assertThat(view.<Integer>path("memberCount")).isEqualTo(1);
    assertThat(view.<String>path("computedAt")).isNotNull();

    segments.patch("/v1/customers/" + pier, "{\"roles\": [{\"type\": \"free-user\"}]}", 200);
    await().atMost(PATIENCE).until(() -> segments.members(segment).equals(List.of(ada, pier)));
    segments.patch(
        "/v1/customers/" + ada,
        "{\"lifecycle\": \"former\", \"lifecycleReasonType\": \"unknown\"}",
        200);
    await().atMost(PATIENCE).until(() -> segments.members(segment).equals(List.of(pier)));

    assertThat(segments.changes(segment))
        .containsExactly("entered " + ada, "entered " + pier, "left " + ada);
    assertThat(segments.events(segment))
        .containsExactly("entered " + ada, "entered " + pier, "left " + ada);
    assertThat(
            segments
                .get("/v1/customers/" + pier + "/segments")
                .<List<String>>path("items.segmentId"))
        .containsExactly(segment);
    assertThat(
            segments
                .get("/v1/customers/" + ada + "/segments")
                .<List<String>>path("items.segmentId"))
        .isEmpty();
    assertThat(
            segments
                .get("/v1/customers/" + pier + "/segments?asOf=2020-01-01")
                .<List<String>>path("items.segmentId"))
        .isEmpty();
    assertThat(
            segments
                .get("/v1/customers/" + pier + "/segments?asOf=2999-01-01")
                .<List<String>>path("items.segmentId"))
        .containsExactly(segment);
  }

  @Test
  void aChangedRuleMovesOnlyThoseWhomItConcerns() throws Exception {
    String ada = segments.customer("person", "Ada", "current", "end-user");
    String bob = segments.customer("person", "Bob", "potential", "end-user");
    String cem = segments.customer("person", "Cem", "former", "payer");
    String segment =
        segments.rule(
            "Users", group("{\"field\": \"role\", \"operator\": \"=\", \"value\": \"end-user\"}"));
    await().atMost(PATIENCE).until(() -> segments.members(segment).size() == 2);
    segments.patch(
        "/v1/segments/" + segment,
        "{\"rule\": "
            + group("{\"field\": \"lifecycle\", \"operator\": \"!=\", \"value\": \"current\"}")
            + "}",
        200);
    await().atMost(PATIENCE).until(() -> segments.members(segment).equals(List.of(bob, cem)));
    assertThat(segments.changes(segment))
        .containsExactlyInAnyOrder(
            "entered " + ada, "entered " + bob, "left " + ada, "entered " + cem);
    assertThat(segments.events(segment))
        .containsExactlyInAnyOrderElementsOf(segments.changes(segment));
  }

  @Test
  void followsWhatChangesInPartiesOrganisationsAndAttributes() {
    segments
        .post(
            "/v1/attribute-definitions",
            """
            {"target": "organization", "code": "tier", "type": "text", "label": "Tier",
             "required": false}""")
        .then()
        .statusCode(201);
    Response firm =
        segments.post(
            "/v1/customers",
            """
            {"party": {"kind": "organization", "name": "North Pier"}, "roles": [{"type": "payer"}],
             "people": [{"party": {"kind": "person", "givenName": "Ada"},
                         "memberships": [{"type": "user-of"}]}]}""");
    String ada = firm.path("people[0].customerId");
    String party = firm.path("partyId");
    String byName =
        segments.rule(
            "Of the north",
            group(
                "{\"field\": \"organization.name\", \"operator\": \"begins-with\", \"value\":"
                    + " \"North\"}"));
    String byTier =
        segments.rule(
            "Of gold",
            group(
                "{\"field\": \"organization.attribute.tier\", \"operator\": \"=\", \"value\":"
                    + " \"gold\"}"));
    await().atMost(PATIENCE).until(() -> segments.members(byName).equals(List.of(ada)));
    assertThat(segments.members(byTier)).isEmpty();
    segments.patch("/v1/parties/" + party, "{\"attributes\": {\"tier\": \"gold\"}}", 200);
    await().atMost(PATIENCE).until(() -> segments.members(byTier).equals(List.of(ada)));
    segments.patch("/v1/parties/" + party, "{\"name\": \"South Pier\"}", 200);
    await().atMost(PATIENCE).until(() -> segments.members(byName).isEmpty());
    String membership = segments.get("/v1/memberships").path("items[0].id");
    segments.delete("/v1/memberships/" + membership, 204);
    await().atMost(PATIENCE).until(() -> segments.members(byTier).isEmpty());
    assertThat(segments.changes(byTier)).containsExactly("entered " + ada, "left " + ada);
  }

  @Test
  void whoIsDeletedLeavesWithAnEvent() throws Exception {
    String ada = segments.customer("person", "Ada", "current", "end-user");
    String list =
        segments.post("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}").path("id");
    segments.post(
        "/v1/segments/" + list + "/members", "{\"customerIds\": [\"%s\"]}".formatted(ada));
    segments.delete("/v1/customers/" + ada, 204);
    assertThat(segments.get("/v1/segments/" + list).<Integer>path("memberCount")).isZero();
    assertThat(segments.events(list)).containsExactly("entered " + ada, "left " + ada);
  }

  @Test
  void manyChangesAtOnceMoveEachMemberOnce() throws Exception {
    String segment =
        segments.rule(
            "Current",
            group("{\"field\": \"lifecycle\", \"operator\": \"=\", \"value\":" + " \"current\"}"));
    List<String> customers = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> work =
          IntStream.range(0, 24)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        String id = segments.customer("person", "P" + i, "current", "end-user");
                        customers.add(id);
                        if (i % 3 == 0) {
                          segments.patch(
                              "/v1/segments/" + segment, "{\"description\": \"" + i + "\"}", 0);
                          restart(segment);
                        }
                        return true;
                      })
              .toList();
      threads.invokeAll(work).forEach(each -> assertThat(each.resultNow()).isTrue());
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                segments.members(segment).size() == 24
                    && !segments.get("/v1/segments/" + segment).<Boolean>path("computing"));
    assertThat(segments.members(segment)).containsExactlyInAnyOrderElementsOf(customers);
    assertThat(segments.changes(segment)).hasSize(24).doesNotHaveDuplicates();
    assertThat(segments.events(segment))
        .containsExactlyInAnyOrderElementsOf(segments.changes(segment));
  }

  private static void restart(String segment) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.execute(
          "UPDATE segment_state SET due_at = now(), full_after = NULL WHERE segment_id = '%s'"
              .formatted(segment));
    }
  }
}
