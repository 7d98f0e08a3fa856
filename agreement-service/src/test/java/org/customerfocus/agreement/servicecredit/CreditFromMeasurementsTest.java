package org.customerfocus.agreement.servicecredit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// From what a source reports to what is owed, with nothing in between but the platform itself.
@QuarkusTest
@WithTestResource(Platform.class)
class CreditFromMeasurementsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Given given = new Given();

  @Test
  void whatWasMissedIsABreachAndOwedAndWhatIsCorrectedIsNot() {
    String metric = given.ratioMetric();
    given.activeAgreement(
        Given.commitment(
            metric,
            """
            "graceTime": "PT0M", "credits": {
              "tiers": [{"from": 0.5, "below": 0.95, "share": 0.1}, {"below": 0.5, "share": 0.3}],
              "base": {"amount": "200.00", "currency": "EUR"}}"""));
    given.send(
        Given.flight("late", metric, "\"dueAt\": \"2026-02-20T12:00:00Z\", \"good\": false"));
    awaited("/v1/breaches", "items.status", each -> each.equals(List.of("confirmed")));
    Response owed =
        awaited("/v1/credits", "items.amount.amount", each -> each.equals(List.of("60.00")));
    assertThat(owed.<String>path("items[0].period")).isEqualTo("2026-02");

    // Two that were on time come in late: a third of a month missed is worth the lesser tier.
    given.send(
        Given.flight("one", metric, "\"dueAt\": \"2026-02-21T12:00:00Z\", \"good\": true")
            + ","
            + Given.flight("two", metric, "\"dueAt\": \"2026-02-22T12:00:00Z\", \"good\": true"));
    Response less =
        awaited(
            "/v1/credits", "items.status", each -> each.equals(List.of("superseded", "proposed")));
    assertThat(less.<String>path("items[1].amount.amount")).isEqualTo("20.00");
    assertThat(less.<Integer>path("items[1].revision")).isGreaterThan(1);
  }

  private static final String MONEY =
      """
      "graceTime": "PT0M", "credits": {"tiers": [{"below": 0.95, "share": 0.3}],
        "base": {"amount": "200.00", "currency": "EUR"}}""";
  private static final String WINE =
      """
      "graceTime": "PT0M", "credits": {"tiers": [{"below": 0.95, "compensation": "Wine"}]}""";
  private static final String CREDITS = "/v1/credits?sort=createdAt&filter=period==2026-";

  /// From the middle of February another wording holds: March is its own by then, and February was
  /// missed in its half.
  @Test
  void whatIsAmendedForThePastIsOwedOnceByTheWordingThatHolds() {
    String metric = given.ratioMetric();
    Response active =
        given.activeAgreement(
            Given.commitment(metric, MONEY) + "," + Given.commitment(metric, WINE));
    String agreement = active.path("id");
    List<String> first = active.path("version.commitments.id");
    String flights =
        Given.flight("f", metric, "\"dueAt\": \"2026-02-20T12:00:00Z\", \"good\": false")
            + ","
            + Given.flight("m", metric, "\"dueAt\": \"2026-03-10T12:00:00Z\", \"good\": false");
    given.send(flights);
    awaited("/v1/credits", "items", each -> each.size() == 4);
    Response february = given.reader().get(CREDITS + "02");
    february.<List<String>>path("items.id").forEach(this::settle);

    amend(agreement, first, metric);
    awaited("/v1/credits", "items", each -> each.size() == 12);
    String money = ";lineageId==" + first.getFirst();
    assertThat(told(CREDITS + "02" + money))
        .containsExactly("settled 60.00", "superseded -60.00", "not-due 0.00");
    assertThat(told(CREDITS + "03" + money))
        .containsExactly("superseded 60.00", "not-due 0.00", "proposed 60.00");
    String wine = ";lineageId==" + first.getLast();
    assertThat(told(CREDITS + "02" + wine)).containsExactly("settled", "superseded", "not-due");
    assertThat(told(CREDITS + "03" + wine)).containsExactly("superseded", "not-due", "proposed");
    String old = "commitmentId=in=(%s)".formatted(String.join(",", first));
    assertThat(breaches(old)).hasSize(4).containsOnly("withdrawn");
    assertThat(breaches("status==confirmed")).hasSize(4);
    Response march = given.reader().get(attainment(first.getFirst(), "2026-03/revisions"));
    assertThat(march.<List<String>>path("revisions.result.status"))
        .endsWith("breached", "insufficient");
    assertThat(march.<Integer>path("revisions[-1].difference.bad")).isEqualTo(-1);
    assertThat(given.reader().get(attainment(first.getFirst(), "2026-03")).statusCode())
        .isEqualTo(404);

    nothingComesOfTheSameAgain(agreement, flights, metric);
  }

  private void nothingComesOfTheSameAgain(String agreement, String flights, String metric) {
    given.send(flights);
    for (String status : List.of("suspended", "active")) {
      given
          .patcher("*")
          .body("{\"status\": \"%s\"}".formatted(status))
          .patch("/v1/agreements/" + agreement)
          .then()
          .statusCode(200);
    }
    given.send(Given.flight("a", metric, "\"dueAt\": \"2026-04-10T12:00:00Z\", \"good\": false"));
    awaited(CREDITS + "04", "items", each -> each.size() == 2);
    await().atMost(PATIENCE).until(this::isReviewed);
    assertThat(told("/v1/credits")).hasSize(14);
    assertThat(breaches("status==confirmed")).hasSize(6);
  }

  private boolean isReviewed() throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      try (ResultSet row = statement.executeQuery("SELECT count(review_from) FROM period_due")) {
        row.next();
        return row.getInt(1) == 0;
      }
    }
  }

  private static String attainment(String commitment, String part) {
    return "/v1/commitments/%s/attainment/%s".formatted(commitment, part);
  }

  private void settle(String credit) {
    for (String step : List.of("approval", "settlement")) {
      as(given.tenant, "credits:approve", "credits:settle")
          .contentType(ContentType.JSON)
          .header("If-Match", "*")
          .body("{\"note\": \"As agreed.\"}")
          .put("/v1/credits/%s/%s".formatted(credit, step))
          .then()
          .statusCode(200);
    }
  }

  private void amend(String agreement, List<String> first, String metric) {
    String id = "\"id\": \"%s\", ";
    given
        .writer()
        .body(
            "{\"effectiveOn\": \"2026-02-15\", \"status\": \"proposed\", \"commitments\": [%s, %s]}"
                .formatted(
                    Given.commitment(metric, id.formatted(first.getFirst()) + MONEY),
                    Given.commitment(metric, id.formatted(first.getLast()) + WINE)))
        .post("/v1/agreements/%s/amendments".formatted(agreement))
        .then()
        .statusCode(201);
    for (String side : List.of("provider", "customer")) {
      given.sign(agreement, side).then().statusCode(201);
    }
  }

  private List<String> told(String path) {
    List<Map<String, Object>> items = given.reader().get(path).path("items");
    return items.stream()
        .map(
            each ->
                each.get("amount") instanceof Map<?, ?> amount
                    ? each.get("status") + " " + amount.get("amount")
                    : each.get("status").toString())
        .toList();
  }

  private List<String> breaches(String filter) {
    return given.reader().get("/v1/breaches?sort=createdAt&filter=" + filter).path("items.status");
  }

  private Response awaited(String path, String member, Predicate<List<Object>> awaited) {
    return await()
        .atMost(PATIENCE)
        .until(() -> given.reader().get(path), answer -> awaited.test(answer.path(member)));
  }
}
