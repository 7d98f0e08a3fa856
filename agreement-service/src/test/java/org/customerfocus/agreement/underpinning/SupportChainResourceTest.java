package org.customerfocus.agreement.underpinning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.underpinning.Chain.Link;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class SupportChainResourceTest {

  private final Given given = new Given();
  private final Chain chain = new Chain(given);

  @Test
  void holdsEachPromiseAgainstWhatWasPromisedUpstream() {
    String metric = given.ratioMetric();
    Link ours = chain.agreement(1, 2, promise(metric, "0.998"));
    Link network = chain.agreement(3, 1, promise(metric, "0.9995"));
    Link power = chain.agreement(4, 1, promise(metric, "0.999"));
    Link grid = chain.agreement(5, 4, promise(metric, "0.99"));
    Given.id(chain.support(ours, network, false));
    Given.id(chain.support(ours, power, true));
    Given.id(chain.support(power, grid, false));

    Response shown = given.reader().get(path(ours) + "?asOf=2026-03-01");
    assertThat(shown.statusCode()).as(shown.asString()).isEqualTo(200);
    Json.assertBody(
        shown,
        """
        {
          "agreementId": "%1$s",
          "asOf": "2026-03-01",
          "summary": {"supported": 1, "notSupported": 0, "unknown": 0},
          "promises": [
            {"level": 0, "agreementId": "%1$s", "agreementName": "From 1 to 2",
             "commitmentId": "%2$s", "name": "Flights leave on time", "measure": "event-share",
             "window": "calendar/month", "target": {"comparator": "at-least", "value": 0.998},
             "verdict": "supported",
             "assumption": "The dependencies are taken to fail independently of each other, and the provider's own part to add no failures.",
             "steps": [
               {"what": "Shares of serial dependencies multiply",
                "expression": "0.9995 × 0.999 = 0.9985005"},
               {"what": "Composed share against what is promised (at-least)",
                "expression": "0.9985005 > 0.998"}],
             "supportedBy": ["%3$s", "%4$s"], "notInForce": []},
            {"level": 1, "agreementId": "%5$s", "agreementName": "From 3 to 1",
             "commitmentId": "%3$s", "name": "Flights leave on time", "measure": "event-share",
             "window": "calendar/month", "target": {"comparator": "at-least", "value": 0.9995},
             "verdict": "unknown", "reason": "Nothing is recorded upstream that supports it.",
             "steps": [], "supportedBy": [], "notInForce": []},
            {"level": 1, "agreementId": "%6$s", "agreementName": "From 4 to 1",
             "commitmentId": "%4$s", "name": "Flights leave on time", "measure": "event-share",
             "window": "calendar/month", "target": {"comparator": "at-least", "value": 0.999},
             "verdict": "not-supported", "reason": "The composed share is lower.",
             "assumption": "The dependencies are taken to fail independently of each other, and the provider's own part to add no failures.",
             "steps": [
               {"what": "Shares of serial dependencies multiply", "expression": "0.99 = 0.99"},
               {"what": "Composed share against what is promised (at-least)",
                "expression": "0.99 < 0.999"}],
             "supportedBy": ["%7$s"], "notInForce": []},
            {"level": 2, "agreementId": "%8$s", "agreementName": "From 5 to 4",
             "commitmentId": "%7$s", "name": "Flights leave on time", "measure": "event-share",
             "window": "calendar/month", "target": {"comparator": "at-least", "value": 0.99},
             "verdict": "unknown", "reason": "Nothing is recorded upstream that supports it.",
             "steps": [], "supportedBy": [], "notInForce": []}
          ],
          "truncated": false
        }"""
            .formatted(
                ours.agreement(),
                ours.commitment(),
                network.commitment(),
                power.commitment(),
                network.agreement(),
                power.agreement(),
                grid.commitment(),
                grid.agreement()));
  }

  @Test
  void whatIsNotInForceSupportsNothing() {
    String metric = given.ratioMetric();
    Link ours = chain.agreement(1, 2, promise(metric, "0.9"));
    Link theirs = chain.agreement(3, 1, promise(metric, "0.99"));
    Given.id(chain.support(ours, theirs, false));
    assertThat(verdict(ours, "2026-03-01")).isEqualTo("supported");
    assertThat(verdict(ours, "2027-03-01")).isEqualTo("unknown");
    assertThat(
            given
                .reader()
                .get(path(ours) + "?asOf=2027-03-01")
                .<List<String>>path("promises[0].notInForce"))
        .containsExactly(theirs.agreement());
  }

  @Test
  void unlikeWindowsAreUnknownAndPercentilesComposeWithThresholds() {
    String metric = given.valueMetric();
    Link ours = chain.agreement(1, 2, within(metric, "30", "0.9", ""));
    Link one = chain.agreement(3, 1, within(metric, "10", "0.95", ""));
    Link other = chain.agreement(4, 1, within(metric, "20", "0.95", ""));
    Given.id(chain.support(ours, one, false));
    Given.id(chain.support(ours, other, false));
    assertThat(verdict(ours, "2026-03-01")).isEqualTo("supported");

    Link yearly =
        chain.agreement(
            5,
            1,
            within(
                metric, "1", "0.99", ", \"window\": {\"kind\": \"calendar\", \"unit\": \"year\"}"));
    Given.id(chain.support(ours, yearly, false));
    Response unknown = given.reader().get(path(ours) + "?asOf=2026-03-01");
    assertThat(unknown.<String>path("promises[0].verdict")).isEqualTo("unknown");
    assertThat(unknown.<String>path("promises[0].reason")).contains("unlike windows");
    assertThat(new Given().reader().get(path(ours)).statusCode()).isEqualTo(404);
  }

  private String verdict(Link link, String day) {
    return given.reader().get(path(link) + "?asOf=" + day).path("promises[0].verdict");
  }

  private static String path(Link link) {
    return "/v1/agreements/%s/support-chain".formatted(link.agreement());
  }

  private static String promise(String metric, String target) {
    return Given.commitment(metric, "").replace("0.95", target);
  }

  private static String within(String metric, String limit, String share, String extra) {
    return Given.commitment(
            metric,
            "\"threshold\": {\"comparator\": \"at-most\", \"value\": %s}%s".formatted(limit, extra))
        .replace("\"value\": 0.95", "\"value\": " + share);
  }
}
