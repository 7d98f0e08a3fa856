package org.customerfocus.agreement.openslo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class OpenSloResourceTest {

  private final Given given = new Given();

  @Test
  void objectivesBecomeCommitmentsAndWhatHasNoPlaceIsListed() throws IOException {
    String draft = draft("");
    Response taken =
        take(resource("examples/budgeting-method--occurences-slo.yaml"), "?agreementId=" + draft);
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
    Json.assertBody(
        taken,
        """
        {
          "dryRun": false, "documents": 1, "agreementId": "%s",
          "metrics": [{"pointer": "/0/spec/indicator", "metricId": "${uuid}",
                       "name": "Latency of user searches", "created": true}],
          "commitments": [{"pointer": "/0/spec/objectives/0", "commitmentId": "${uuid}",
                           "name": "Searching time"}],
          "unmapped": [
            {"pointer": "/0/spec/description", "line": 8,
             "reason": "commitments have a name and requirements, and no description"},
            {"pointer": "/0/spec/indicator/spec/thresholdMetric/metricSource", "line": 16,
             "reason": "how a source is asked has no place here; measurements are sent"},
            {"pointer": "/0/spec/objectives/0/displayName", "line": 25,
             "reason": "the commitment is named by its SLO"}
          ]
        }"""
            .formatted(draft));
    Response agreement = given.reader().get("/v1/agreements/" + draft);
    String at = "version.commitments[0].";
    assertThat(agreement.<String>path(at + "entityType")).isEqualTo("web-shop");
    assertThat(agreement.<Object>path(at + "target.value").toString()).isEqualTo("0.99");
    assertThat(agreement.<String>path(at + "threshold.comparator")).isEqualTo("below");
    assertThat(agreement.<Object>path(at + "threshold.value").toString()).isEqualTo("500");
    assertThat(agreement.<String>path(at + "window.length")).isEqualTo("P14D");
    Response again = take(resource("examples/budgeting-method--occurences-slo.yaml"), "");
    assertThat(again.<Boolean>path("metrics[0].created")).isFalse();
    assertThat(again.<Object>path("commitments[0].commitmentId")).isNull();
  }

  @Test
  void windowsThatAreNoneHereAreToldInsteadOfBent() throws IOException {
    String draft = draft("");
    Response slices =
        take(resource("examples/budgeting-method--timeslices-slo.yaml"), "?agreementId=" + draft);
    assertThat(slices.<List<Object>>path("commitments")).isEmpty();
    assertThat(slices.<List<String>>path("unmapped.reason"))
        .contains(
            "calendar windows are months, quarters or years here, so nothing is made of this SLO");
    Response ratios = take(resource("examples/budgeting-method--ratio-timeslices.yaml"), "");
    assertThat(ratios.<List<Object>>path("commitments")).isEmpty();
    Response month =
        take(
            resource("examples/budgeting-method--timeslices-slo.yaml")
                .replace("duration: 1m", "duration: 1M"),
            "?agreementId=" + draft);
    assertThat(month.<List<String>>path("commitments.name"))
        .containsExactly(
            "Reflaction of out availability SLA: Internal objective",
            "Reflaction of out availability SLA: SLA");
    assertThat(month.<List<String>>path("unmapped.pointer"))
        .contains("/0/spec/timeWindow/0/calendar/startTime");
    Response agreement = given.reader().get("/v1/agreements/" + draft);
    assertThat(agreement.<String>path("version.commitments[0].budgeting.slice")).isEqualTo("PT1M");
    assertThat(agreement.<String>path("version.commitments[0].window.unit")).isEqualTo("month");
  }

  @Test
  void whatBreaksTheSpecificationIsRefusedWithTheReasonAndNothingKept() throws IOException {
    Response refused =
        take(
            resource("examples/budgeting-method--occurences-slo.yaml")
                + "---\n"
                + resource("specification/01-notes-sli.yaml"),
            "");
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/1/spec/budgetingMethod");
    assertThat(refused.<String>path("errors[0].detail")).startsWith("is required (line ");
    assertThat(given.reader().get("/v1/metrics").<List<Object>>path("items")).isEmpty();
    assertThat(take("a: [", "").<String>path("errors[0].detail"))
        .contains("cannot be read as YAML");
    assertThat(take("# nothing", "").statusCode()).isEqualTo(422);
  }

  @Test
  void aDryRunKeepsNothing() throws IOException {
    Response tried =
        take(resource("examples/budgeting-method--occurences-slo.yaml"), "?dryRun=true");
    assertThat(tried.<Boolean>path("dryRun")).as(tried.asString()).isTrue();
    assertThat(tried.<List<Object>>path("metrics")).hasSize(1);
    assertThat(given.reader().get("/v1/metrics").<List<Object>>path("items")).isEmpty();
  }

  @Test
  void documentsMayBeSentAsJson() {
    Response taken = given.writer().body(OpenSloResource.JSON_EXAMPLE).post("/v1/openslo-imports");
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
    Response same = take(OpenSloResource.EXAMPLE, "");
    assertThat(same.<Object>path("metrics.metricId")).isEqualTo(taken.path("metrics.metricId"));
    Response broken =
        given
            .writer()
            .body(OpenSloResource.JSON_EXAMPLE.replace("Occurrences", "Guesses"))
            .post("/v1/openslo-imports");
    assertThat(broken.<String>path("errors[0].pointer")).isEqualTo("/0/spec/budgetingMethod");
    assertThat(given.writer().body("{").post("/v1/openslo-imports").statusCode()).isEqualTo(422);
  }

  @Test
  void onlyADraftTakesCommitments() throws IOException {
    String active = given.activeAgreement(Given.commitment(given.ratioMetric(), "")).path("id");
    Response refused =
        take(resource("examples/budgeting-method--occurences-slo.yaml"), "?agreementId=" + active);
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
    assertThat(given.reader().get("/v1/metrics").<List<Object>>path("items")).hasSize(1);
    assertThat(take("kind: x", "?agreementId=" + Given.CUSTOMER).statusCode()).isEqualTo(422);
  }

  @Test
  void whatWasWrittenIsReadAsTheSameAndWrittenAgain() {
    String ratio = given.ratioMetric();
    String value = given.valueMetric();
    String commitments =
        Given.commitment(
                ratio,
                """
                "graceTime": "P5D", "warning": 0.97, "minimumEvents": 30, "unknownAs": "bad",
                "credits": {"tiers": [{"below": 0.95, "share": 0.1}], "claimBy": "P30D"},
                "selector": {"dimensions": {"origin": "DFW"}},
                "window": {"kind": "calendar", "unit": "quarter"}""")
            + ","
            + Given.commitment(
                value,
                """
                "threshold": {"comparator": "at-most", "value": 7.5},
                "window": {"kind": "rolling", "length": "P28D"},
                "budgeting": {"method": "timeslices", "slice": "PT5M", "sliceTarget": 0.9}""")
            + ","
            + Given.commitment(ratio, "").replace("0.95", "1");
    String draft = draft(commitments);
    String written = yaml(draft);
    assertThat(written).startsWith("# Left out: Flights leave on time. Targets of OpenSLO");
    assertThat(OpenSloRulesTest.faults(written)).isEmpty();

    String other = draft("");
    Response taken = take(written, "?agreementId=" + other);
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
    assertThat(taken.<List<Object>>path("unmapped")).isEmpty();
    assertThat(taken.<List<Boolean>>path("metrics.created")).containsOnly(false);
    assertThat(yaml(other)).isEqualTo(written.substring(written.indexOf("---")));

    Given elsewhere = new Given();
    String there =
        Given.id(elsewhere.writer().body(Given.agreement("", "")).post("/v1/agreements"));
    Response moved =
        as(elsewhere.tenant, "agreements:write")
            .contentType("application/yaml")
            .body(written.getBytes(StandardCharsets.UTF_8))
            .post("/v1/openslo-imports?agreementId=" + there);
    assertThat(moved.<List<Boolean>>path("metrics.created"))
        .as(moved.asString())
        .containsOnly(true);
    assertThat(
            as(elsewhere.tenant, "agreements:read")
                .get("/v1/agreements/%s/openslo.yaml".formatted(there))
                .asString())
        .isEqualTo(written.substring(written.indexOf("---")));

    Response json = given.reader().get("/v1/agreements/%s/openslo".formatted(draft));
    assertThat(json.<List<String>>path("documents.kind"))
        .containsExactly("Service", "SLI", "SLI", "SLO", "SLO");
    assertThat(json.<String>path("leftOut[0].reason")).contains("less than 1");
    Response back = take(Json.parse(json.asString()).get("documents").toString(), "?dryRun=true");
    assertThat(back.<List<Object>>path("commitments")).as(back.asString()).hasSize(2);
  }

  private String yaml(String agreement) {
    Response written = given.reader().get("/v1/agreements/%s/openslo.yaml".formatted(agreement));
    assertThat(written.statusCode()).as(written.asString()).isEqualTo(200);
    return written.asString();
  }

  private String draft(String commitments) {
    return Given.id(given.writer().body(Given.agreement(commitments, "")).post("/v1/agreements"));
  }

  private Response take(String text, String query) {
    return as(given.tenant, "agreements:write")
        .contentType("application/yaml")
        .body(text.getBytes(StandardCharsets.UTF_8))
        .post("/v1/openslo-imports" + query);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = OpenSloResourceTest.class.getResourceAsStream("/openslo/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
