package org.customerfocus.agreement.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.Given.flight;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CorrectionResourceTest {

  private static final String GOOD = "\"dueAt\": \"2026-03-01T10:00:00Z\", \"good\": true";
  private static final String LATER = "\"dueAt\": \"2026-05-02T10:00:00Z\", \"good\": false";

  private final Given given = new Given();
  private String metric;

  @BeforeEach
  void nameAMetric() {
    metric = given.ratioMetric();
  }

  private Response correct(String target, String what) {
    return given
        .source()
        .body(
            """
            {"kind": "measurement", %s, %s, "reason": "Wrong clock", "author": "Ada"}"""
                .formatted(target, what))
        .post("/v1/corrections");
  }

  private static String bySource(String id) {
    return "\"source\": \"ops\", \"sourceId\": \"%s\"".formatted(id);
  }

  @Test
  void replacesWhatWasReportedAndKeepsIt() throws SQLException {
    // The worker leaves the metric alone for the time being.
    rows(
        """
        INSERT INTO period_mark (tenant_id, id, metric_id, earliest, latest, test, created_at, due_at)
        VALUES (current_setting('app.tenant'), uuidv7(), '%s', now(), now(), false, now(),
          now() + interval '1 hour')
        RETURNING 1, 1"""
            .formatted(metric));
    String id = given.send(flight("f", metric, GOOD)).path("items[0].id");
    String right = "\"measurement\": " + flight("f", metric, LATER);

    Response made = correct("\"reportId\": \"%s\"".formatted(id), right);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    Json.assertBody(
        made,
        """
        {"id": "${uuid}", "kind": "measurement", "reportId": "%s", "reportVersion": 1,
         "metricId": "%s", "retracted": false, "reason": "Wrong clock", "author": "Ada",
         "createdAt": "${instant}"}"""
            .formatted(id, metric));
    Response read = given.reader().get("/v1/measurements/" + id);
    assertThat(read.<Boolean>path("good")).isFalse();
    assertThat(read.<String>path("at")).isEqualTo("2026-05-02T10:00:00Z");
    assertThat(read.header("ETag")).isEqualTo("\"1\"");

    // Made again, by another name of the same thing: nothing more happens.
    Response again = correct(bySource("f"), right);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.<String>path("id")).isEqualTo(made.path("id"));
    assertThat(rows("SELECT good, version FROM measurement_history")).containsExactly("t|0");
    // What changed was in two months.
    assertThat(
            rows(
                "SELECT min(earliest)::date, max(latest)::date FROM period_mark WHERE due_at < now()"))
        .containsExactly("2026-03-01|2026-05-02");

    // The source sends again what it sent before, and what is right.
    assertThat(given.send(flight("f", metric, GOOD)).<String>path("items[0].status"))
        .isEqualTo("duplicate");
    assertThat(given.send(flight("f", metric, LATER)).<String>path("items[0].status"))
        .isEqualTo("duplicate");
    assertThat(given.reader().get("/v1/measurements?total=true").<Integer>path("total"))
        .isEqualTo(1);
  }

  @Test
  void takesBackWhatNeverWasAndPutsItBack() throws SQLException {
    String id = given.send(flight("f", metric, GOOD)).path("items[0].id");
    Response made = correct(bySource("f"), "\"retract\": true");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(given.reader().get("/v1/measurements/" + id).statusCode()).isEqualTo(404);
    Response again = correct("\"reportId\": \"%s\"".formatted(id), "\"retract\": true");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.<String>path("id")).isEqualTo(made.path("id"));
    // It stays away, however often its source sends it.
    assertThat(given.send(flight("f", metric, GOOD)).<String>path("items[0].status"))
        .isEqualTo("duplicate");
    assertThat(given.send(flight("f", metric, LATER)).<String>path("items[0].status"))
        .isEqualTo("conflict");
    assertThat(given.reader().get("/v1/measurements").<List<Object>>path("items")).isEmpty();

    Response back = correct(bySource("f"), "\"measurement\": " + flight("f", metric, LATER));
    assertThat(back.statusCode()).as(back.asString()).isEqualTo(201);
    assertThat(given.reader().get("/v1/measurements/" + id).<Boolean>path("good")).isFalse();
    assertThat(
            given
                .reader()
                .get("/v1/corrections?filter=reportId==" + id)
                .<List<Boolean>>path("items.retracted"))
        .containsExactly(true, false);
  }

  @Test
  void refusesWhatCannotBeRecorded() {
    given.send(flight("f", metric, GOOD));
    assertThat(correct(bySource("g"), "\"retract\": true").<String>path("errors[0].detail"))
        .isEqualTo("the source has reported no such measurement");
    assertThat(
            correct(bySource("f"), "\"measurement\": " + flight("g", metric, GOOD))
                .<String>path("errors[0].pointer"))
        .isEqualTo("/measurement/sourceId");
    assertThat(
            correct(
                    bySource("f"),
                    "\"measurement\": "
                        + flight("f", metric, GOOD.replace("good", "unknown") + ", \"value\": 1"))
                .<List<String>>path("errors.pointer"))
        .contains("/measurement");
    assertThat(correct(bySource("f"), "\"measurement\": " + flight("f", metric, GOOD)).statusCode())
        .isEqualTo(409);
    assertThat(correct(bySource("f"), "\"retract\": false").statusCode()).isEqualTo(422);
    assertThat(correct("\"source\": \"ops\"", "\"retract\": true").statusCode()).isEqualTo(422);
    assertThat(new Given().tenant).isNotEqualTo(given.tenant);
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      try (ResultSet row = statement.executeQuery(query)) {
        while (row.next()) {
          rows.add(row.getString(1) + "|" + row.getString(2));
        }
      }
    }
    return rows;
  }
}
