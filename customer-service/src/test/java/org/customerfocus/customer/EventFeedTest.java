package org.customerfocus.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.journal.Sealer;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class EventFeedTest {

  @Inject Sealer sealer;

  @Test
  void servesWhatIsSealedInDenseOrder() throws SQLException {
    long before = drain();
    String tenant = freshTenant();
    String id = create(tenant, "First");
    create(tenant, "Second");
    sealer.seal();
    Response page = feed(before);
    List<Integer> positions = page.path("items.position");
    assertThat(positions)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(before + 1, before + 2).mapToObj(Math::toIntExact).toList());
    Json.assertSame(
        Json.parse(page.asString()).at("/items/0").toString(),
        """
        {
          "specversion": "1.0",
          "id": "${uuid}",
          "source": "/customer",
          "type": "org.customerfocus.offering.created.v1",
          "subject": "%1$s",
          "time": "${instant}",
          "datacontenttype": "application/json",
          "data": {"id": "%1$s", "version": 0},
          "tenantid": "%2$s",
          "position": %3$d,
          "test": false
        }"""
            .formatted(id, tenant, before + 1));
  }

  @Test
  void whatCommitsLateComesAfterWhatWasServed() throws SQLException {
    long before = drain();
    try (Connection late = Platform.connect("app");
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      statement.execute("SET LOCAL app.tenant = 'late'");
      // Takes its number in the sequence now, and commits after the others are sealed.
      statement.execute(
          """
          INSERT INTO outbox_event (tenant_id, event_id, type, resource_id, resource_version, data,
                                    test, recorded_at)
          VALUES ('late', gen_random_uuid(), 'org.customerfocus.late.created.v1',
                  gen_random_uuid(), 0, '{}', false, now())""");
      create(freshTenant(), "Early");
      sealer.seal();
      assertThat(types(before)).containsExactly("org.customerfocus.offering.created.v1");
      late.commit();
    }
    sealer.seal();
    assertThat(types(before))
        .containsExactly(
            "org.customerfocus.offering.created.v1", "org.customerfocus.late.created.v1");
  }

  @Test
  void theAuditIsChained() throws SQLException {
    create(freshTenant(), "Chained");
    drain();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT count(*) FILTER (WHERE position IS NULL OR length(digest) <> 32), count(*),
                       max(position), count(DISTINCT digest)
                FROM audit_entry""")) {
      rows.next();
      assertThat(rows.getLong(1)).isZero();
      assertThat(rows.getLong(2))
          .isPositive()
          .isEqualTo(rows.getLong(3))
          .isEqualTo(rows.getLong(4));
    }
  }

  private long drain() throws SQLException {
    while (sealer.seal() > 0) {
      // Until nothing is left.
    }
    long last = 0;
    List<Integer> positions = feed(last).path("items.position");
    while (!positions.isEmpty()) {
      last = positions.getLast();
      positions = feed(last).path("items.position");
    }
    return last;
  }

  private static List<String> types(long after) {
    return feed(after).path("items.type");
  }

  private static Response feed(long after) {
    return as(Caller.NO_TENANT, "events:read").get("/internal/events?after=" + after);
  }

  private static String create(String tenant, String name) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body("{\"name\": \"%s\", \"kind\": \"product\"}".formatted(name))
        .post("/v1/offerings")
        .path("id");
  }
}
