package org.customerfocus.agreement.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.attainment.AttainmentStatus.BREACHED;
import static org.customerfocus.agreement.attainment.AttainmentStatus.MET;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.underpinning.Chain;
import org.customerfocus.agreement.underpinning.Chain.Link;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// The agreements hold far ahead, so that nothing but the test tells results of their periods.
@QuarkusTest
@WithTestResource(Platform.class)
class BreachResourceTest {

  private static final LocalDate MARCH = LocalDate.parse("2090-03-01");
  private static final Instant APRIL = Instant.parse("2090-04-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2090-04-04T00:00:00Z");

  @Inject Decisions decisions;

  private final Given given = new Given();
  private final Chain chain = new Chain(given);

  @Test
  void isThereOnceForAPeriodAndFollowsItsResults() {
    Link link = chain.agreement(1, 2, Given.commitment(given.ratioMetric(), ""), 2090);
    decisions.tell(given.tenant, link, MARCH, 0, BREACHED, 930, APRIL);
    decisions.tell(given.tenant, link, MARCH, 0, BREACHED, 931, APRIL);
    Response detected = given.reader().get("/v1/breaches");
    assertThat(detected.<List<String>>path("items.id")).hasSize(1);
    String path = "/v1/breaches/" + detected.path("items[0].id");

    decisions.tell(given.tenant, link, MARCH, 1, BREACHED, 932, LATER);
    decisions.tell(given.tenant, link, MARCH, 1, BREACHED, 932, LATER);
    Response confirmed = given.reader().get(path);
    Json.assertBody(
        confirmed,
        """
        {
          "id": "${uuid}", "agreementId": "%s", "agreementVersionId": "%s",
          "commitmentId": "%3$s", "lineageId": "%3$s", "period": "2090-03",
          "periodStart": "2090-03-01T00:00:00Z", "periodEnd": "2090-04-01T00:00:00Z",
          "status": "confirmed", "revision": 1, "attained": 0.932,
          "decisions": [
            {"revision": 0, "status": "provisional", "at": "2090-04-01T00:00:00Z"},
            {"revision": 1, "status": "confirmed", "at": "2090-04-04T00:00:00Z"}],
          "createdAt": "${instant}", "updatedAt": "${instant}"
        }"""
            .formatted(link.agreement(), link.version(), link.commitment()));
    assertThat(confirmed.header("ETag")).isEqualTo("\"2\"");

    decisions.tell(given.tenant, link, MARCH, 2, MET, 990, LATER);
    assertThat(given.reader().get(path).<String>path("status")).isEqualTo("withdrawn");
    decisions.tell(given.tenant, link, MARCH, 3, BREACHED, 940, LATER);
    Response reopened = given.reader().get(path);
    assertThat(reopened.<String>path("status")).isEqualTo("confirmed");
    assertThat(reopened.<List<String>>path("decisions.status"))
        .containsExactly("provisional", "confirmed", "withdrawn", "confirmed");
  }

  @Test
  void aPromiseThatWasKeptIsNoBreach() {
    Link link = chain.agreement(1, 2, Given.commitment(given.ratioMetric(), ""), 2090);
    decisions.tell(given.tenant, link, MARCH, 1, MET, 990, LATER);
    Json.assertBody(given.reader().get("/v1/breaches"), "{\"items\": []}");
  }

  @Test
  void peopleRecordTheCause() {
    String path = "/v1/breaches/" + breach(MARCH);
    Response explained =
        given
            .patcher("\"0\"")
            .body("{\"cause\": {\"category\": \"upstream\", \"text\": \"Power\"}}")
            .patch(path);
    assertThat(explained.statusCode()).as(explained.asString()).isEqualTo(200);
    assertThat(explained.<String>path("cause.category")).isEqualTo("upstream");
    assertThat(explained.<String>path("causeRecordedBy")).isEqualTo("key:test");
    assertThat(given.reader().get(path).asString()).isEqualTo(explained.asString());
    assertThat(
            given
                .reader()
                .get(
                    "/v1/breaches?filter=causeCategory==upstream;status==provisional&sort=-periodStart")
                .<List<String>>path("items.id"))
        .hasSize(1);
    assertThat(given.patcher("\"0\"").body("{}").patch(path).statusCode()).isEqualTo(412);
    Response unknown =
        given.patcher("*").body("{\"cause\": {\"category\": \"weather\"}}").patch(path);
    assertThat(unknown.statusCode()).as(unknown.asString()).isEqualTo(400);
    Response status = given.patcher("*").body("{\"status\": \"withdrawn\"}").patch(path);
    assertThat(status.statusCode()).as(status.asString()).isIn(400, 422);
    assertThat(given.patcher("*").body("{\"cause\": null}").patch(path).<Object>path("cause"))
        .isNull();
  }

  @Test
  void isTracedToWhatWasNotKeptUpstreamMeanwhile() {
    String commitment = Given.commitment(given.ratioMetric(), "");
    Link ours = chain.agreement(1, 2, commitment, 2090);
    Link network = chain.agreement(3, 1, commitment, 2090);
    Link power = chain.agreement(4, 1, commitment, 2090);
    Link grid = chain.agreement(5, 4, commitment, 2090);
    Given.id(chain.support(ours, network, false));
    Given.id(chain.support(ours, power, true));
    Given.id(chain.support(power, grid, false));
    decisions.tell(given.tenant, ours, MARCH, 0, BREACHED, 900, APRIL);
    decisions.tell(given.tenant, network, MARCH.plusMonths(1), 0, BREACHED, 900, APRIL);
    decisions.tell(given.tenant, grid, MARCH, 1, BREACHED, 900, LATER);

    String id =
        given
            .reader()
            .get("/v1/breaches?filter=agreementId==" + ours.agreement())
            .path("items[0].id");
    Json.assertBody(
        given.reader().get("/v1/breaches/%s/trace".formatted(id)),
        """
        {
          "breachId": "%s",
          "upstream": [
            {"level": 2, "breachId": "${uuid}", "agreementId": "%s", "agreementName": "From 5 to 4",
             "commitmentId": "%s", "commitmentName": "Flights leave on time", "period": "2090-03",
             "status": "confirmed", "overlapStart": "2090-03-01T00:00:00Z",
             "overlapEnd": "2090-04-01T00:00:00Z"}],
          "restsOn": 3
        }"""
            .formatted(id, grid.agreement(), grid.commitment()));
    decisions.tell(given.tenant, grid, MARCH, 2, MET, 999, LATER);
    assertThat(
            given
                .reader()
                .get("/v1/breaches/%s/trace".formatted(id))
                .<List<String>>path("upstream.breachId"))
        .isEmpty();
  }

  @Test
  void anotherTenantSeesNothing() {
    String id = breach(MARCH);
    Given other = new Given();
    assertThat(other.reader().get("/v1/breaches/" + id).statusCode()).isEqualTo(404);
    assertThat(other.reader().get("/v1/breaches/%s/trace".formatted(id)).statusCode())
        .isEqualTo(404);
  }

  private String breach(LocalDate month) {
    Link link = chain.agreement(1, 2, Given.commitment(given.ratioMetric(), ""), 2090);
    decisions.tell(given.tenant, link, month, 0, BREACHED, 930, APRIL);
    return given.reader().get("/v1/breaches").path("items[0].id");
  }
}
