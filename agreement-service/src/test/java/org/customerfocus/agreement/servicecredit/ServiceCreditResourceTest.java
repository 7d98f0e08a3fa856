package org.customerfocus.agreement.servicecredit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.attainment.AttainmentStatus.BREACHED;
import static org.customerfocus.agreement.attainment.AttainmentStatus.MET;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.attainment.AttainmentStatus;
import org.customerfocus.agreement.breach.Decisions;
import org.customerfocus.agreement.underpinning.Chain;
import org.customerfocus.agreement.underpinning.Chain.Link;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// The agreements hold far ahead, so that nothing but the test tells results of their periods.
@QuarkusTest
@WithTestResource(Platform.class)
class ServiceCreditResourceTest {

  private static final LocalDate MARCH = LocalDate.parse("2090-03-01");
  private static final Instant FINAL = Instant.parse("2090-04-04T00:00:00Z");
  private static final String TIERS =
      """
      "tiers": [{"from": 0.9, "below": 0.95, "share": 0.1}, {"below": 0.9, "share": 0.25},
                {"kind": "reward", "from": 0.999, "compensation": "A case of wine"}]""";
  private static final String BASE = ", \"base\": {\"amount\": \"1000.00\", \"currency\": \"EUR\"}";

  @Inject Decisions decisions;
  @Inject ServiceCreditWorker worker;

  private final Given given = new Given();
  private final Chain chain = new Chain(given);

  @Test
  void tiersThatLeaveAGapOrReachOverTheTargetAreRefused() {
    String terms =
        """
        "tiers": [{"from": 0.9, "below": 0.96, "share": 0.1}, {"below": 0.8, "share": 0.2}]""";
    Response refused = refused(terms);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly("/commitments/0/credits/tiers/0/below");
    Response gap = refused(terms.replace("0.96", "0.95"));
    assertThat(gap.<List<String>>path("errors.detail"))
        .containsExactly("leaves a gap from 0.8; it must be 0.8");
    assertThat(gap.<List<String>>path("errors.pointer"))
        .containsExactly("/commitments/0/credits/tiers/0/from");
    assertThat(
            refused(terms.replace("0.96", "0.95").replace("0.8", "0.91"))
                .<String>path("errors[0].detail"))
        .startsWith("overlaps");
  }

  private Response refused(String terms) {
    Response refused =
        given
            .writer()
            .body(Given.agreement(commitment(metric(), terms), ""))
            .post("/v1/agreements");
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    return refused;
  }

  @Test
  void isProposedByTheFinalResultThenApprovedAndSettledOnce() {
    Link link = link(TIERS + BASE);
    tell(link, 0, BREACHED, 920);
    assertThat(items()).isEmpty();
    tell(link, 1, BREACHED, 920);
    tell(link, 1, BREACHED, 920);
    assertThat(items()).hasSize(1);
    String path = "/v1/credits/" + items().getFirst();
    Json.assertBody(
        given.reader().get(path),
        """
        {
          "id": "${uuid}", "agreementId": "%s", "commitmentId": "%2$s", "lineageId": "%2$s",
          "breachId": "${uuid}", "kind": "credit", "period": "2090-03",
          "periodStart": "2090-03-01T00:00:00Z", "periodEnd": "2090-04-01T00:00:00Z",
          "revision": 1, "status": "proposed", "allowedStatuses": ["claimed", "rejected"],
          "attained": 0.92, "tier": {"from": 0.9, "below": 0.95, "share": 0.1},
          "base": {"amount": "1000.00", "currency": "EUR"},
          "ownAmount": {"amount": "100.00", "currency": "EUR"},
          "amount": {"amount": "100.00", "currency": "EUR"},
          "createdAt": "${instant}", "updatedAt": "${instant}"
        }"""
            .formatted(link.agreement(), link.commitment()));

    assertThat(settle(path).statusCode()).isEqualTo(409);
    Response approved = approve(path, "{}");
    assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
    assertThat(approved.<String>path("approval.by")).isEqualTo("key:test");
    assertThat(approve(path, "{}").statusCode()).isEqualTo(409);
    Response settled = settle(path);
    assertThat(settled.<String>path("status")).as(settled.asString()).isEqualTo("settled");
    assertThat(settled.<String>path("settlementReference")).isEqualTo("CN-1");
    assertThat(settle(path).statusCode()).isEqualTo(409);
    assertThat(given.reader().get(path).asString()).isEqualTo(settled.asString());
    // Neither of them comes with the scope for agreements.
    assertThat(
            given.writer().header("If-Match", "*").body("{}").put(path + "/approval").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aRevisionIsWorthTheDifferenceAndWhatIsOverpaidIsShown() {
    Link link = link(TIERS + BASE);
    tell(link, 1, BREACHED, 920);
    String first = "/v1/credits/" + items().getFirst();
    settleAfterApproval(first);
    tell(link, 2, BREACHED, 880);
    assertThat(statusesAndAmounts()).containsExactly("settled 100.00", "proposed 150.00");
    tell(link, 3, BREACHED, 930);
    assertThat(statusesAndAmounts())
        .containsExactly("settled 100.00", "superseded 150.00", "not-due 0.00");
    tell(link, 4, MET, 960);
    assertThat(statusesAndAmounts())
        .containsExactly("settled 100.00", "superseded 150.00", "not-due 0.00", "overpaid -100.00");
    tell(link, 5, BREACHED, 880);
    assertThat(statusesAndAmounts()).endsWith("superseded -100.00", "proposed 150.00");
  }

  @Test
  void capsAndStackingHoldOverAllCommitments() {
    String metric = given.ratioMetric();
    String capped =
        commitment(
            metric,
            TIERS
                + BASE
                + ", \"capPerPeriod\": {\"amount\": {\"amount\": \"300.00\", \"currency\": \"EUR\"}}"
                + ", \"capPerTerm\": {\"share\": 0.35}");
    Link one = chain.agreement(1, 2, capped + "," + capped, 2090);
    Link other = second(one);
    tell(one, 1, BREACHED, 800);
    tell(other, 1, BREACHED, 800);
    assertThat(statusesAndAmounts()).containsExactly("proposed 250.00", "proposed 50.00");
    decisions.tell(given.tenant, one, MARCH.plusMonths(1), 1, BREACHED, 800, FINAL);
    assertThat(statusesAndAmounts())
        .containsExactly("proposed 250.00", "proposed 50.00", "proposed 50.00");
  }

  @Test
  void aCapOfAQuarterHoldsOverItsMonthsAndBindsThePromiseThatHasIt() {
    String metric = given.ratioMetric();
    String quarterly =
        Given.commitment(
            metric,
            """
            "window": {"kind": "calendar", "unit": "quarter"}, "credits": {%s%s,
              "capPerPeriod": {"amount": {"amount": "400.00", "currency": "EUR"}},
              "capPerTerm": {"amount": {"amount": "550.00", "currency": "EUR"}}}"""
                .formatted(TIERS, BASE));
    Link month = chain.agreement(1, 2, commitment(metric, TIERS + BASE) + "," + quarterly, 2090);
    Link quarter = second(month);
    tell(month, 1, BREACHED, 920);
    decisions.tell(given.tenant, month, MARCH.plusMonths(1), 1, BREACHED, 800, FINAL);
    quarter(quarter, "2090-Q1", MARCH.minusMonths(2));
    // Of its 250 the cap of the quarter leaves 300, since March was granted, and that of the term
    // 200.
    assertThat(statusesAndAmounts())
        .containsExactly("proposed 100.00", "proposed 250.00", "proposed 200.00");
    // The month has no cap of its own.
    tell(month, 2, BREACHED, 800);
    assertThat(statusesAndAmounts())
        .containsExactly(
            "superseded 100.00", "proposed 250.00", "proposed 200.00", "proposed 250.00");
    quarter(quarter, "2090-Q2", MARCH.plusMonths(1));
    assertThat(statusesAndAmounts()).endsWith("not-due 0.00");
  }

  private void quarter(Link link, String period, LocalDate first) {
    decisions.tell(given.tenant, link, period, first, first.plusMonths(3), 1, BREACHED, 800, FINAL);
  }

  /// The second commitment of its agreement.
  private Link second(Link one) {
    return new Link(
        one.agreement(),
        one.version(),
        given.reader().get("/v1/agreements/" + one.agreement()).path("version.commitments[1].id"));
  }

  @Test
  void onlyTheHighestWhereTheyDoNotStack() {
    String highest = commitment(given.ratioMetric(), TIERS + BASE + ", \"stacking\": \"highest\"");
    Link one = chain.agreement(1, 2, highest + "," + highest, 2090);
    Link other = second(one);
    tell(one, 1, BREACHED, 920);
    tell(other, 1, BREACHED, 800);
    assertThat(statusesAndAmounts()).containsExactly("proposed 100.00", "proposed 150.00");
  }

  @Test
  void rewardsAreOwedTheOtherWayAndNeedNotBeMoney() {
    Link link = link(TIERS + BASE);
    tell(link, 1, MET, 1000);
    Response shown = given.reader().get("/v1/credits?filter=kind==reward");
    assertThat(shown.<String>path("items[0].compensation")).isEqualTo("A case of wine");
    assertThat(shown.<Object>path("items[0].amount")).isNull();
    assertThat(shown.<Object>path("items[0].breachId")).isNull();
    settleAfterApproval("/v1/credits/" + shown.path("items[0].id"));
    tell(link, 2, MET, 999);
    tell(link, 3, MET, 960);
    assertThat(given.reader().get("/v1/credits").<List<String>>path("items.status"))
        .containsExactly("settled", "not-due", "overpaid");
  }

  @Test
  void theAffectedChargeIsNamedWhereTheAgreementNamesNone() {
    Link link =
        link(
            TIERS
                + ", \"capPerTerm\": {\"amount\": {\"amount\": \"300.00\", \"currency\": \"EUR\"}}");
    tell(link, 1, BREACHED, 920);
    String path = "/v1/credits/" + items().getFirst();
    Response refused = approve(path, "{}");
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/base");
    Response dollars = approve(path, "{\"base\": {\"amount\": \"333.33\", \"currency\": \"USD\"}}");
    assertThat(dollars.<String>path("errors[0].pointer")).isEqualTo("/base/currency");
    Response approved =
        approve(path, "{\"base\": {\"amount\": \"333.33\", \"currency\": \"EUR\"}}");
    assertThat(approved.<String>path("amount.amount")).as(approved.asString()).isEqualTo("33.33");
    Link named = link(TIERS + BASE);
    tell(named, 1, BREACHED, 920);
    Response other =
        approve(
            "/v1/credits/"
                + given
                    .reader()
                    .get("/v1/credits?filter=agreementId==" + named.agreement())
                    .path("items[0].id"),
            "{\"base\": {\"amount\": \"5.00\", \"currency\": \"EUR\"}}");
    assertThat(other.statusCode()).as(other.asString()).isEqualTo(422);
  }

  @Test
  void whatNobodyClaimsInTimeLapsesAndIsNotProposedAgain() {
    Link link = link(TIERS + BASE + ", \"claimBy\": \"P30D\"");
    Instant longAgo = Instant.parse("2020-04-04T00:00:00Z");
    decisions.tell(given.tenant, link, MARCH, 1, BREACHED, 920, longAgo);
    String path = "/v1/credits/" + items().getFirst();
    Response late = given.patcher("*").body("{\"status\": \"claimed\"}").patch(path);
    assertThat(late.statusCode()).as(late.asString()).isEqualTo(409);
    worker.tick();
    Response lapsed = given.reader().get(path);
    assertThat(lapsed.<String>path("status")).isEqualTo("lapsed");
    assertThat(lapsed.<String>path("claimBy")).isEqualTo("2020-05-04T00:00:00Z");
    tell(link, 2, BREACHED, 919);
    assertThat(statusesAndAmounts()).containsExactly("lapsed 100.00", "not-due 0.00");
  }

  @Test
  void whoClaimsInTimeKeepsIt() {
    Link link = link(TIERS + BASE + ", \"claimBy\": \"P30D\"");
    tell(link, 1, BREACHED, 920);
    String path = "/v1/credits/" + items().getFirst();
    Response claimed =
        given.patcher("\"0\"").body("{\"status\": \"claimed\", \"note\": \"Ours\"}").patch(path);
    assertThat(claimed.<String>path("claim.by")).as(claimed.asString()).isEqualTo("key:test");
    assertThat(claimed.<List<String>>path("allowedStatuses")).containsExactly("rejected");
    Response rejected = given.patcher("\"1\"").body("{\"status\": \"rejected\"}").patch(path);
    assertThat(rejected.<String>path("status")).isEqualTo("rejected");
    assertThat(given.patcher("*").body("{\"status\": \"claimed\"}").patch(path).statusCode())
        .isEqualTo(409);
  }

  @RepeatedTest(3)
  void ofTwoWhoApproveAtOnceOneIsRefused() throws InterruptedException, ExecutionException {
    Link link = link(TIERS + BASE);
    tell(link, 1, BREACHED, 920);
    String path = "/v1/credits/" + items().getFirst();
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Callable<Integer> one = () -> approve(path, "{}").statusCode();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> each : pool.invokeAll(List.of(one, one))) {
        answers.add(each.get());
      }
      assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }
  }

  private Link link(String terms) {
    return chain.agreement(1, 2, commitment(metric(), terms), 2090);
  }

  private String metric() {
    Response known = given.reader().get("/v1/metrics");
    return known.<List<String>>path("items.id").isEmpty()
        ? given.ratioMetric()
        : known.path("items[0].id");
  }

  private static String commitment(String metric, String terms) {
    return Given.commitment(metric, "\"credits\": {%s}".formatted(terms));
  }

  private void tell(Link link, int revision, AttainmentStatus status, long good) {
    decisions.tell(given.tenant, link, MARCH, revision, status, good, FINAL);
  }

  private List<String> items() {
    return given.reader().get("/v1/credits").path("items.id");
  }

  private List<String> statusesAndAmounts() {
    Response all = given.reader().get("/v1/credits");
    List<String> statuses = all.path("items.status");
    List<String> amounts = all.path("items.amount.amount");
    List<String> both = new ArrayList<>();
    for (int i = 0; i < statuses.size(); i++) {
      both.add(statuses.get(i) + " " + amounts.get(i));
    }
    return both;
  }

  private Response approve(String path, String body) {
    return as(given.tenant, "credits:approve")
        .contentType(ContentType.JSON)
        .header("If-Match", "*")
        .body(body)
        .put(path + "/approval");
  }

  private Response settle(String path) {
    return as(given.tenant, "credits:settle")
        .contentType(ContentType.JSON)
        .header("If-Match", "*")
        .body("{\"reference\": \"CN-1\"}")
        .put(path + "/settlement");
  }

  private void settleAfterApproval(String path) {
    assertThat(approve(path, "{}").statusCode()).isEqualTo(200);
    assertThat(settle(path).statusCode()).isEqualTo(200);
  }
}
