package org.customerfocus.survey.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

/// The drivers of many responses. `-Ddrivers.responses=100000` makes it the measurement of how long
/// they take.
@QuarkusTest
@WithTestResource(Platform.class)
class DriversScaleTest {

  private static final int RESPONSES = Integer.getInteger("drivers.responses", 500);
  private static final int ROUNDS = 5;

  private final String tenant = freshTenant();

  @Test
  void ofTwentyItems() throws SQLException {
    String items =
        IntStream.rangeClosed(1, 20)
            .mapToObj(
                i ->
                    """
                    {"linkId": "item-%d", "type": "scale", "text": "Item %d?",
                     "scale": {"min": 1, "max": 7}}"""
                        .formatted(i, i))
            .collect(Collectors.joining(","));
    String survey =
        Given.survey(
            tenant,
            """
            {"name": "Drivers", "anonymityThreshold": 0, "items": [
              {"linkId": "recommend", "type": "nps", "text": "Recommend?"}, %s]}"""
                .formatted(items));
    String version = Given.version(tenant, survey);
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      for (String insert : RESPONSES_AND_ANSWERS.split(";\n")) {
        statement.execute(
            insert
                .replace(":tenant", "'" + tenant + "'")
                .replace(":survey", "'" + survey + "'")
                .replace(":version", "'" + version + "'")
                .replace(":last", "" + RESPONSES));
      }
    }
    String path = "/v1/surveys/" + survey + "/drivers?outcome=recommend";
    JsonPath found = ask(path).jsonPath();
    assertThat(found.getLong("rSquared.n")).isEqualTo(RESPONSES);
    assertThat(found.getList("drivers")).hasSize(20);
    assertThat(found.getInt("lmgResamples")).isZero();
    assertThat(found.getInt("resamples")).isEqualTo(500);
    awaitFolded(survey);
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      ask(path);
      nanos[i] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "drivers of 20 items over %,d responses: %.3f s, at most %.3f s%n",
        RESPONSES, nanos[ROUNDS / 2] / 1e9, nanos[ROUNDS - 1] / 1e9);
  }

  /// New responses are counted one by one until they are folded, shortly after they came.
  private static void awaitFolded(String survey) {
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> {
              try (Connection owner = Platform.connect("owner");
                  Statement statement = owner.createStatement();
                  ResultSet row =
                      statement.executeQuery(
                          "SELECT count(*) FROM response_tail WHERE survey_id = '%s'"
                              .formatted(survey))) {
                row.next();
                return row.getLong(1) < 1_000;
              }
            });
  }

  private Response ask(String path) {
    Response answer = as(tenant, "surveys:read").get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  /// Answers to 20 items that share a mood, and an outcome that follows some of them.
  private static final String RESPONSES_AND_ANSWERS =
      """
      CREATE TEMP TABLE one AS
      SELECT i, uuidv7() AS id, setseed(0.5) IS NULL AS seeded, random() * 2 AS mood
      FROM generate_series(1, :last) i;
      INSERT INTO response (tenant_id, id, survey_id, survey_version_id, responded_at, recorded_at)
      SELECT :tenant, id, :survey, :version, now(), now() FROM one;
      INSERT INTO answer (tenant_id, response_id, link_id, ordinal, value)
      SELECT :tenant, id, 'item-' || j, 0,
        least(7, greatest(1, round(1 + mood + random() * 4)))
      FROM one, generate_series(1, 20) j;
      INSERT INTO answer (tenant_id, response_id, link_id, ordinal, value)
      SELECT :tenant, id, 'recommend', 0, least(10, greatest(0, round(mood * 2 + v * 0.7 + random() * 2)))
      FROM one, LATERAL (
        SELECT avg(value) AS v FROM answer a
        WHERE a.tenant_id = :tenant AND a.response_id = one.id
          AND a.link_id IN ('item-1', 'item-2', 'item-3')) w;
      INSERT INTO response_tail (tenant_id, survey_id, response_id)
      SELECT :tenant, :survey, id FROM one;
      DROP TABLE one;
      VACUUM ANALYZE response;
      VACUUM ANALYZE answer""";
}
