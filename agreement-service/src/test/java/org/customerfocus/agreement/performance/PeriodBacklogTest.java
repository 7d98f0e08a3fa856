package org.customerfocus.agreement.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Years of windows that end with each midnight, all over when they are agreed on.
@QuarkusTest
@WithTestResource(Platform.class)
class PeriodBacklogTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String AT_ONCE = "\"graceTime\": \"PT0M\"";

  private final Given given = new Given();

  /// Nobody waits for the rest.
  @AfterEach
  void leaveTheRest() throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      statement.execute("DELETE FROM period_due");
    }
  }

  private String state(String commitment, String period) {
    return given
        .reader()
        .get("/v1/commitments/%s/attainment/%s".formatted(commitment, period))
        .path("period.state");
  }

  @Test
  void yearsOfDaysTakeTheirTurnWithOthers() {
    String metric = given.ratioMetric();
    String daily =
        Given.commitment(
            metric, "\"window\": {\"kind\": \"rolling\", \"length\": \"P1D\"}, " + AT_ONCE);
    Response years =
        given.active(Given.agreement(daily + "," + daily, "").replace("2026-01-01", "2012-01-01"));
    Response other = given.activeAgreement(Given.commitment(metric, AT_ONCE));

    String quick = other.path("version.commitments[0].id");
    await().atMost(PATIENCE).until(() -> "final".equals(state(quick, "2026-10")));
    List<String> slow = years.path("version.commitments.id");
    assertThat(slow).allSatisfy(each -> assertThat(state(each, "2026-10-31")).isEqualTo("draft"));
    await()
        .atMost(PATIENCE)
        .until(() -> slow.stream().allMatch(each -> "final".equals(state(each, "2012-01-31"))));
  }

  @Test
  void termsBeginWhenPeriodsCanBeCounted() {
    String body = Given.agreement(Given.commitment(given.ratioMetric(), ""), "");
    Response refused =
        given.writer().body(body.replace("2026-01-01", "1969-12-31")).post("/v1/agreements");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/term/start");
    assertThat(refused.<String>path("errors[0].detail")).contains("1970-01-01");
  }
}
