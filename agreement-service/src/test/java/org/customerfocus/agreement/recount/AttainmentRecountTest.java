package org.customerfocus.agreement.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.performance.PeriodRecounter;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Random histories through the front door, counted by the service and again by hand: whatever the
/// order of arrival, what is sent twice, corrected or taken back, and whatever work was done or
/// broke off in between, the attainment is that of one count of what is known in the end.
@QuarkusTest
@WithTestResource(Platform.class)
class AttainmentRecountTest {

  /// Each takes most of a second: a tenth of the usual tries in `verify`, all of them with
  /// `-Plong`.
  private static final int TRIES =
      Integer.getInteger("property.tries", 200) > 1000
          ? Integer.getInteger("property.tries")
          : Integer.getInteger("property.tries", 200) / 10;

  private static final Instant CUT = Instant.parse("2026-04-10T12:00:00Z");

  // A tenant for each history: what is counted anew is all that counts its metric.
  private Given given = new Given();

  @Inject RecountWorker worker;
  @Inject PeriodRecounter recounter;
  @Inject TenantWork tenants;

  @AfterEach
  void letTheClockRun() {
    TestClock.run();
  }

  @Test
  void theServiceCountsWhatAPersonWouldCount() throws SQLException {
    TestClock.stop(CUT);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      long seed = 20_260_101L + attempt;
      given = new Given();
      RandomHistory history = history(attempt, new Random(seed));
      history.play(() -> work(history));
      history.assertCounted(CUT, "as it is, seed " + seed);
      await().atMost(Duration.ofSeconds(60)).until(this::worksAllOff);
      history.assertCounted(CUT, "from what is stored, seed " + seed);
      inTenant("DELETE FROM period_result");
      history.assertCounted(CUT, "from scratch, seed " + seed);
    }
  }

  private RandomHistory history(int attempt, Random random) {
    return switch (attempt % 4) {
      case 0 -> new EventHistory(random, given, false);
      case 1 -> new EventHistory(random, given, true);
      case 2 -> new StateHistory(random, given);
      default -> new TimerHistory(random, given);
    };
  }

  /// What is marked is worked off, or all periods are counted by a process that dies before they
  /// are stored.
  private void work(RandomHistory history) {
    if (history.random.nextBoolean()) {
      worker.tick();
      return;
    }
    try {
      tenants.call(
          Caller.system("recount", given.tenant, false),
          () -> {
            recounter.recount(
                history.promise(),
                Instant.parse("2025-12-01T00:00:00Z"),
                Instant.parse("2026-07-01T00:00:00Z"));
            throw new IllegalStateException("The process died");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("The process died");
    }
  }

  /// The worker that runs by itself may have a part of the work.
  private boolean worksAllOff() throws SQLException {
    worker.tick();
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM period_mark")) {
        row.next();
        return row.getLong(1) == 0;
      }
    }
  }

  private void inTenant(String sql) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      statement.execute(sql);
    }
  }
}
