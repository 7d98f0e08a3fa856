package org.customerfocus.agreement.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.underpinning.Chain;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.privacy.PersonalData;
import org.customerfocus.conventions.privacy.Subject;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CustomerDataRepositoryTest {

  private final Given given = new Given();

  @Inject PersonalData data;
  @Inject TenantWork work;

  @Test
  void anErasedCustomerLeavesFiguresAndNoWords() {
    String metric = given.ratioMetric();
    String agreement =
        Given.id(
            given.activeAgreement(
                Given.commitment(metric, "\"selector\": {\"dimensions\": {\"gate\": \"A\"}}")));
    given.send(
        Given.flight(
            "secret-1",
            metric,
            "\"dueAt\": \"2026-02-01T10:00:00Z\", \"good\": true,"
                + " \"dimensions\": {\"gate\": \"A\", \"name\": \"Secret\"}"));
    String corrected =
        given
            .source()
            .body(
                """
                {"kind": "measurement", "source": "ops", "sourceId": "secret-1",
                 "reason": "Secret", "author": "Secret", "measurement": %s}"""
                    .formatted(
                        Given.flight(
                            "secret-1",
                            metric,
                            "\"dueAt\": \"2026-02-02T10:00:00Z\", \"good\": true,"
                                + " \"dimensions\": {\"gate\": \"A\", \"name\": \"Secret\"}")))
            .post("/v1/corrections")
            .path("id");
    String before = attainment(agreement);

    erase(UUID.fromString(Given.CUSTOMER));

    Response read = given.reader().get("/v1/agreements/" + agreement);
    assertThat(read.<String>path("name")).isEqualTo("Erased");
    assertThat(read.<String>path("version.signatures[1].partyId")).isEqualTo(Given.SIGNER);
    assertThat(read.<String>path("version.commitments[0].customerTerm")).isEqualTo("Erased");
    assertThat(read.<String>path("version.commitments[0].requirement")).isEqualTo("Erased");
    String measured =
        given.reader().get("/v1/measurements?filter=customerId==" + Given.CUSTOMER).asString();
    assertThat(measured).contains("\"gate\":\"A\"", "erased-").doesNotContain("ecret");
    assertThat(given.reader().get("/v1/corrections/" + corrected).<String>path("reason"))
        .isEqualTo("Erased");
    assertThat(attainment(agreement)).contains("\"value\":1").isEqualTo(redacted(before));
  }

  @Test
  void everyFigureStaysWhatItWas() {
    String ratio = given.ratioMetric();
    String states = metric("\"type\": \"time-ratio\"");
    String timers = metric("\"type\": \"duration\", \"unit\": \"h\"");
    Response active =
        given.activeAgreement(
            String.join(
                ",",
                Given.commitment(
                    ratio,
                    """
                    "qualifyingCondition": {"text": "Secret",
                      "selector": {"dimensions": {"haul": "long"}}}"""),
                Given.commitment(states, ""),
                Given.commitment(timers, "\"percentile\": 0.5")
                    .replace("at-least\", \"value\": 0.95", "at-most\", \"value\": 4")));
    String agreement = Given.id(active);
    report(
        "measurements",
        "/v1/measurements/batch",
        ratio,
        """
        1|Secret 1|"dueAt": "2026-02-01T10:00:00Z", "good": true,
          "dimensions": {"haul": "long", "crew": "Secret A"}
        2|Secret 2|"dueAt": "2026-02-01T10:00:00Z", "good": false,
          "dimensions": {"haul": "long", "crew": "Secret B"}
        3|Secret 3|"dueAt": "2026-02-01T10:00:00Z", "good": false,
          "dimensions": {"haul": "short", "crew": "Secret A"}""");
    // Two things that are good and bad at different times, and two timers that run at once.
    report(
        "stateChanges",
        "/v1/state-changes/batch",
        states,
        """
        1|Secret 1|"at": "2026-02-01T10:00:00Z", "state": "good"
        2|Secret 2|"at": "2026-02-01T11:00:00Z", "state": "bad"
        3|Secret 1|"at": "2026-02-10T10:00:00Z", "state": "bad"
        4|Secret 2|"at": "2026-02-11T10:00:00Z", "state": "good\"""");
    report(
        "timerEvents",
        "/v1/timer-events/batch",
        timers,
        """
        1|Secret 1|"at": "2026-02-01T10:00:00Z", "action": "start"
        2|Secret 2|"at": "2026-02-01T11:00:00Z", "action": "start"
        3|Secret 1|"at": "2026-02-01T12:00:00Z", "action": "stop"
        4|Secret 2|"at": "2026-02-01T20:00:00Z", "action": "stop\"""");
    // As of an instant everything is counted from the rows.
    String counted =
        "/v1/agreements/%s/attainment?from=2026-02&to=2026-03&asOf=%s"
            .formatted(agreement, Instant.now());
    String byCrew =
        "/v1/commitments/%s/attainment/2026-02/by/crew"
            .formatted(active.<String>path("version.commitments[0].id"));
    Response before = given.reader().get(counted);
    Response parts = given.reader().get(byCrew);
    assertThat(before.<List<Object>>path("commitments.collect { it.periods[0].result.good }"))
        .hasSize(3)
        .doesNotContain(0);
    assertThat(before.<List<Object>>path("commitments.collect { it.periods[0].result.bad }"))
        .doesNotContain(0);

    erase(UUID.fromString(Given.CUSTOMER));

    assertThat(given.reader().get(counted).asString()).isEqualTo(redacted(before.asString()));
    Response after = given.reader().get(byCrew);
    assertThat(after.<List<Object>>path("parts.result"))
        .hasSize(2)
        .containsExactlyInAnyOrderElementsOf(parts.<List<Object>>path("parts.result"));
    for (String path : List.of("measurements", "state-changes", "timer-events")) {
      assertThat(given.reader().get("/v1/" + path).asString())
          .contains("erased-")
          .doesNotContain("ecret");
    }
  }

  private String metric(String members) {
    return Given.id(
        given
            .writer()
            .body(
                "{\"name\": \"%s\", \"description\": \"It is.\", %s}"
                    .formatted(UUID.randomUUID(), members))
            .post("/v1/metrics"));
  }

  /// One line each: the source's id, the thing, and what is said of it.
  private void report(String member, String path, String metric, String lines) {
    String reports =
        lines
            .replaceAll("\n +", " ")
            .lines()
            .map(line -> line.split("\\|"))
            .map(
                line ->
                    """
                    {"source": "ops", "sourceId": "%s", "metricId": "%s", "customerId": "%s",
                     "entity": {"type": "flight", "reference": "%s"}, %s}"""
                        .formatted(line[0], metric, Given.CUSTOMER, line[1], line[2]))
            .collect(Collectors.joining(","));
    Response answer = given.source().body("{\"%s\": [%s]}".formatted(member, reports)).post(path);
    assertThat(answer.<List<String>>path("items.status"))
        .as(answer.asString())
        .containsOnly("created");
  }

  @Test
  void whatPeopleSaidOfASupportIsErasedAndTheLinkStays() {
    Chain chain = new Chain(given);
    String commitment = Given.commitment(given.ratioMetric(), "");
    Chain.Link ours = chain.agreement(1, 2, commitment);
    Chain.Link theirs = chain.agreement(3, 1, commitment);
    String path =
        "/v1/agreements/%s/underpinnings/%s"
            .formatted(ours.agreement(), Given.id(chain.support(ours, theirs, false)));
    given.patcher("*").body("{\"note\": \"Secret\"}").patch(path);

    erase(UUID.fromString(Chain.party(2)));

    assertThat(given.reader().get(path).<String>path("note")).isEqualTo("Erased");
    assertThat(given.reader().get(path).<String>path("supportingAgreementId"))
        .isEqualTo(theirs.agreement());
  }

  @Test
  void theTermsStayBindingForEverybodyElse() {
    String agreement = Given.id(given.activeAgreement(Given.commitment(given.ratioMetric(), "")));
    erase(UUID.randomUUID());
    Response read = given.reader().get("/v1/agreements/" + agreement);
    assertThat(read.<String>path("name")).isEqualTo("Ground handling 2026");
    assertThat(read.<String>path("version.commitments[0].customerTerm")).isEqualTo("departure");
  }

  private String attainment(String agreement) {
    return given
        .reader()
        .get("/v1/agreements/%s/attainment?from=2026-02&to=2026-03".formatted(agreement))
        .asString()
        .replaceAll("\"cut\":\"[^\"]+\"", "");
  }

  /// The figures of before, under the names of after.
  private static String redacted(String attainment) {
    return attainment.replace("Flights leave on time", "Erased").replace("departure", "Erased");
  }

  private void erase(UUID customer) {
    work.call(
        Caller.system("test", given.tenant, false),
        () -> {
          data.erase(new Subject(List.of(), List.of(customer)));
          return true;
        });
  }
}
