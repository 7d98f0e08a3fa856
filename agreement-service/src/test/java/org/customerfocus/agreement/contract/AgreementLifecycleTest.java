package org.customerfocus.agreement.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// What time and notice bring to agreements.
@QuarkusTest
@WithTestResource(Platform.class)
class AgreementLifecycleTest {

  private final Given given = new Given();

  @Inject AgreementWorker worker;

  private String metric = "";

  private Response active(String start, String end, String extra) {
    if (metric.isEmpty()) {
      metric = given.ratioMetric();
    }
    return given.active(
        Given.agreement(Given.commitment(metric, ""), extra)
            .replace("2026-01-01", start)
            .replace("2027-01-01", end));
  }

  private Response read(String id) {
    return given.reader().get("/v1/agreements/" + id);
  }

  private Response patch(String id, String body) {
    return given.patcher("*").body(body).patch("/v1/agreements/" + id);
  }

  private Response giveNotice(String id, String on) {
    return patch(id, "{\"noticeGiven\": {\"on\": \"%s\", \"by\": \"customer\"}}".formatted(on));
  }

  @Test
  void aTermThatIsOverExpires() {
    Response over = active("2024-01-01", "2025-01-01", "");

    assertThat(over.<String>path("status")).isEqualTo("expired");
    assertThat(over.<Integer>path("allowedStatuses.size()")).isZero();
    String asOf = "/v1/agreements/%s?asOf=2024-06-01".formatted(over.<String>path("id"));
    assertThat(given.reader().get(asOf).<String>path("status")).isEqualTo("active");
    assertThat(patch(over.path("id"), "{\"status\": \"active\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void whatRenewsItselfGoesOnInAnotherAgreement() {
    int year = LocalDate.now(ZoneOffset.UTC).getYear();
    String id =
        active(
                (year - 3) + "-01-01",
                (year - 2) + "-01-01",
                "\"renewal\": {\"automatic\": true, \"period\": \"P1Y\"}")
            .path("id");
    assertThat(read(id).<String>path("status")).isEqualTo("renewed");

    String next = id;
    for (int i = 0; i < 3; i++) {
      next = successor(next);
    }

    Response last = read(next);
    assertThat(last.<String>path("status")).isEqualTo("active");
    assertThat(last.<String>path("version.term.start")).isEqualTo(year + "-01-01");
    assertThat(last.<String>path("version.term.end")).isEqualTo((year + 1) + "-01-01");
    assertThat(last.<String>path("version.commitments[0].name")).isEqualTo("Flights leave on time");
    // The chain of them leads back to what was signed.
    assertThat(last.<List<String>>path("version.signatures")).isEmpty();
    worker.tick();
    assertThat(given.reader().get("/v1/agreements?total=true").<Integer>path("total")).isEqualTo(4);
  }

  private String successor(String id) {
    worker.tick();
    List<String> found =
        given
            .reader()
            .get("/v1/agreements?limit=200")
            .path("items.findAll { it.renewalOfId == '%s' }.id".formatted(id));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void aSuccessorThatIsSignedRenewsWhatHasExpired() {
    String old = active("2024-01-01", "2025-01-01", "").path("id");

    String next =
        active("2025-01-01", "2099-01-01", "\"renewalOfId\": \"%s\"".formatted(old)).path("id");

    assertThat(read(next).<String>path("status")).isEqualTo("active");
    assertThat(read(old).<String>path("status")).isEqualTo("renewed");
    assertThat(
            given
                .writer()
                .body(Given.agreement("", "\"renewalOfId\": \"%s\"".formatted(UUID.randomUUID())))
                .post("/v1/agreements")
                .<String>path("errors[0].pointer"))
        .isEqualTo("/renewalOfId");
  }

  @Test
  void noticeEndsItWhenItsPeriodHasPassed() {
    String id =
        active(
                "2026-01-01",
                "2099-01-01",
                """
                "noticePeriod": "P1M",
                "renewal": {"automatic": true, "period": "P1Y"}""")
            .path("id");

    int year = LocalDate.now(ZoneOffset.UTC).getYear() + 9;
    Response later = giveNotice(id, year + "-12-31");
    assertThat(later.statusCode()).as(later.asString()).isEqualTo(200);
    assertThat(later.<String>path("status")).isEqualTo("active");
    assertThat(later.<String>path("endsOn")).isEqualTo((year + 1) + "-01-31");
    assertThat(patch(id, "{\"noticeGiven\": null}").<String>path("endsOn")).isEqualTo("2099-01-01");

    for (String on : List.of("0001-01-01", "2025-12-31", (year + 3) + "-01-01", "9999-12-31")) {
      Response refused = giveNotice(id, on);
      assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
      assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/noticeGiven/on");
    }

    Response ended = giveNotice(id, "2026-01-31");
    assertThat(ended.<String>path("status")).isEqualTo("terminated");
    // The last day of February, in the agreement's own zone.
    assertThat(ended.<String>path("terminatedAt")).isEqualTo("2026-02-28T08:00:00Z");
    assertThat(ended.<String>path("endsOn")).isEqualTo("2026-02-28");
  }

  @Test
  void noticeNeedsAPeriodThatWasAgreed() {
    String id = active("2026-01-01", "2099-01-01", "").path("id");
    Response refused = giveNotice(id, "2026-01-31");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("detail")).startsWith("No period of notice was agreed.");
  }

  @Test
  void itIsSuspendedResumedAndTerminated() {
    String id = active("2026-01-01", "2099-01-01", "").path("id");
    assertThat(patch(id, "{\"status\": \"suspended\"}").<List<String>>path("allowedStatuses"))
        .containsExactly("active", "terminated");
    assertThat(patch(id, "{\"status\": \"active\"}").<String>path("status")).isEqualTo("active");
    assertThat(patch(id, "{\"status\": \"expired\"}").statusCode()).isEqualTo(409);
    assertThat(patch(id, "{\"status\": \"terminated\"}").<String>path("terminatedAt")).isNotNull();
    assertThat(patch(id, "{\"status\": \"active\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void aProposalThatNobodyTakesUpIsTerminated() {
    String id =
        Given.id(given.proposed(Given.agreement(Given.commitment(given.ratioMetric(), ""), "")));
    Response ended = patch(id, "{\"status\": \"terminated\"}");
    assertThat(ended.<String>path("status")).isEqualTo("terminated");
    assertThat(ended.<String>path("activatedAt")).isNull();
    assertThat(given.sign(id, "provider").statusCode()).isEqualTo(409);
    assertThat(given.patcher("*").delete("/v1/agreements/" + id).statusCode()).isEqualTo(409);
  }

  @Test
  void conditionsThatContradictThemselvesAreNamed() {
    Response refused =
        given
            .writer()
            .body(
                Given.agreement(
                    "",
                    """
                    "compensation": [{"kind": "data"},
                      {"kind": "goods", "amount": {"amount": "1.00", "currency": "EUR"}},
                      {"kind": "money", "description": "rent", "per": "P1M"}],
                    "coveredUserIds": ["%1$s", "%1$s"],
                    "noticePeriod": "P0D",
                    "renewal": {"automatic": true, "period": "P1D"},
                    "agreedServices": [
                      {"offeringId": "%1$s"}, {"offeringId": "%1$s", "entityTypes": [
                        {"entityType": "a", "customerTerm": {"en": "b"}},
                        {"entityType": "a", "customerTerm": {"en": "c"}}]}]"""
                        .formatted(Given.REQUIREMENT)))
            .post("/v1/agreements");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly(
            "/compensation/0/description",
            "/compensation/1/amount",
            "/compensation/2/per",
            "/coveredUserIds/1",
            "/agreedServices/1/offeringId",
            "/agreedServices/1/entityTypes/1/entityType",
            "/noticePeriod",
            "/renewal/period");
    assertThat(
            given
                .writer()
                .body(Given.agreement("", "\"noticePeriod\": \"P9Y13M\""))
                .post("/v1/agreements")
                .<List<String>>path("errors.pointer"))
        .containsExactly("/noticePeriod");
  }
}
