package org.customerfocus.agreement.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.agreement.Given.flight;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class RecountWorkerTest {

  private static final String DUE = "\"dueAt\": \"2026-03-01T10:00:00Z\", \"good\": true";

  private final Given given = new Given();

  @Inject MarkRepository marks;
  @Inject TenantWork tenants;

  private Caller caller() {
    return Caller.system("test", given.tenant, false);
  }

  @Test
  void whatIsRecordedIsMarkedAndTheMarkIsWorkedOff() throws Exception {
    String metric = given.ratioMetric();
    given.activeAgreement(Given.commitment(metric, ""));
    given.send(flight("f", metric, DUE));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(count("period_mark")).isZero());
    assertThat(count("period_result")).isPositive();
    // Sent again it changes nothing, and so marks nothing.
    given.send(flight("f", metric, DUE));
    assertThat(count("period_mark")).isZero();
  }

  @Test
  void marksNearEachOtherAreTakenTogetherByOneAtATime() {
    UUID metric = UUID.randomUUID();
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      tenants.call(
          caller(),
          () -> {
            // The worker runs as well: it is one of those who are kept off.
            assertThat(marks.hold(metric)).isTrue();
            Future<Boolean> second =
                other.submit(
                    () -> {
                      mark(metric, "2026-03-01", "2026-03-02");
                      mark(metric, "2026-03-20", "2026-03-21");
                      mark(metric, "2022-03-20", "2022-03-21");
                      return tenants.call(caller(), () -> marks.hold(metric));
                    });
            assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
            assertThat(marks.take(metric))
                .containsExactly(
                    Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-21T00:00:00Z"));
            assertThat(marks.take(metric))
                .containsExactly(
                    Instant.parse("2022-03-20T00:00:00Z"), Instant.parse("2022-03-21T00:00:00Z"));
            assertThat(marks.take(metric)).isEmpty();
            return true;
          });
    }
  }

  private void mark(UUID metric, String earliest, String latest) throws SQLException {
    execute(
        """
        INSERT INTO period_mark (tenant_id, id, metric_id, earliest, latest, test, created_at)
        VALUES ('%s', uuidv7(), '%s', '%s', '%s', false, clock_timestamp())"""
            .formatted(given.tenant, metric, earliest, latest));
  }

  private void execute(String sql) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      statement.execute(sql);
    }
  }

  private int count(String table) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
