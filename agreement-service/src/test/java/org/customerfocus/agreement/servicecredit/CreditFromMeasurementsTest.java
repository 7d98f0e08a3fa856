package org.customerfocus.agreement.servicecredit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
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

  private Response awaited(String path, String member, Predicate<List<Object>> awaited) {
    return await()
        .atMost(PATIENCE)
        .until(() -> given.reader().get(path), answer -> awaited.test(answer.path(member)));
  }
}
