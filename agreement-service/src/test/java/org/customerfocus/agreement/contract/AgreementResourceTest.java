package org.customerfocus.agreement.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.CustomerStandIn;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class AgreementResourceTest {

  private final Given given = new Given();

  @Test
  void isCreatedWithItsCommitmentsInOneCall() {
    String metric = given.valueMetric();
    String commitment =
        Given.commitment(
            metric,
            """
            "threshold": {"comparator": "at-most", "value": 10.5},
            "selector": {"offeringIds": ["01a0b7c4-0000-7000-8000-0000000000f1"],
                         "dimensions": {"terminal": "A"}},
            "periodBy": "completed", "exclusionEffect": "excuse", "unknownAs": "bad" """);
    Response created =
        given
            .writer()
            .body(
                Given.agreement(
                    commitment, "\"coveredUserIds\": [\"01a0b7c4-0000-7000-8000-00000000c002\"]"))
            .post("/v1/agreements");

    String id = Given.id(created);
    assertThat(created.header("Location")).isEqualTo("/v1/agreements/" + id);
    Json.assertBody(
        created,
        """
        {
          "id": "${uuid}",
          "name": "Ground handling 2026",
          "providerPartyId": "%1$s",
          "customerId": "%2$s",
          "status": "draft",
          "allowedStatuses": ["proposed"],
          "version": {
            "id": "${uuid}",
            "agreementId": "%3$s",
            "number": 1,
            "status": "draft",
            "term": {"start": "2026-01-01", "end": "2027-01-01"},
            "timeZone": "America/Los_Angeles",
            "coveredUserIds": ["01a0b7c4-0000-7000-8000-00000000c002"],
            "agreedServices": [],
            "requirementIds": [],
            "compensation": [],
            "effectiveFrom": "2026-01-01T08:00:00Z",
            "createdAt": "${instant}",
            "signatures": [],
            "commitments": [
              {
                "id": "${uuid}",
                "agreementId": "%3$s",
                "agreementVersionId": "${uuid}",
                "lineageId": "${uuid}",
                "name": "Flights leave on time",
                "metricId": "%4$s",
                "entityType": "flight",
                "customerTerm": "departure",
                "requirement": "Be told when it will really leave.",
                "requirementIds": ["01a0b7c4-0000-7000-8000-00000000d001"],
                "target": {"comparator": "at-least", "value": 0.95},
                "threshold": {"comparator": "at-most", "value": 10.5},
                "window": {"kind": "calendar", "unit": "month"},
                "hours": "elapsed",
                "selector": {
                  "offeringIds": ["01a0b7c4-0000-7000-8000-0000000000f1"],
                  "dimensions": {"terminal": "A"}
                },
                "periodBy": "completed",
                "exclusionEffect": "excuse",
                "unknownAs": "bad",
                "budgeting": {"method": "occurrences"},
                "graceTime": "P3D",
                "minimumEvents": 0,
                "importance": "medium"
              }
            ]
          },
          "endsOn": "2027-01-01",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(Given.PROVIDER, Given.CUSTOMER, id, metric));
    assertThat(given.reader().get("/v1/agreements/" + id).asString()).isEqualTo(created.asString());

    String version = created.path("version.id");
    String commitmentId = created.path("version.commitments[0].id");
    Json.assertSame(
        given.reader().get("/v1/agreement-versions/" + version).asString(),
        Json.parse(created.asString()).get("version").toString());
    Json.assertSame(
        given.reader().get("/v1/commitments/" + commitmentId).asString(),
        Json.parse(created.asString()).at("/version/commitments/0").toString());
  }

  @Test
  void aDraftChangesAndKeepsTheIdsOfItsCommitments() {
    String metric = given.ratioMetric();
    Response created =
        given
            .writer()
            .body(Given.agreement(Given.commitment(metric, ""), ""))
            .post("/v1/agreements");
    String id = Given.id(created);
    String kept = created.path("version.commitments[0].id");

    Response changed =
        given
            .patcher("\"0\"")
            .body(
                """
                {"name": "Ground handling", "term": {"end": null}, "commitments": [%s, %s]}"""
                    .formatted(
                        Given.commitment(metric, "\"periodBy\": \"started\""),
                        Given.commitment(metric, "\"id\": \"%s\"".formatted(kept))))
            .patch("/v1/agreements/" + id);

    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    assertThat(changed.<String>path("name")).isEqualTo("Ground handling");
    assertThat(changed.<String>path("version.term.end")).isNull();
    assertThat(changed.<String>path("version.commitments[1].id")).isEqualTo(kept);
    assertThat(given.reader().get("/v1/agreements/" + id).asString()).isEqualTo(changed.asString());

    Response emptied =
        given.patcher("\"1\"").body("{\"commitments\": []}").patch("/v1/agreements/" + id);
    assertThat(emptied.<Integer>path("version.commitments.size()")).isZero();
    assertThat(given.reader().get("/v1/commitments/" + kept).statusCode()).isEqualTo(404);
    assertThat(given.patcher("\"2\"").delete("/v1/agreements/" + id).statusCode()).isEqualTo(204);
  }

  @Test
  void nothingIncompleteIsProposed() {
    String metric = given.ratioMetric();
    String foreign = UUID.randomUUID().toString();
    CustomerStandIn.UNKNOWN.add(foreign);
    String wordsAlone =
        Given.commitment(metric, "")
            .replace("\"requirementIds\": [\"%s\"],".formatted(Given.REQUIREMENT), "");
    String ofOthers = Given.commitment(metric, "").replace(Given.REQUIREMENT, foreign);
    given.entityType("flight");
    String uncounted =
        Given.commitment(metric, "")
            .replace("\"entityType\": \"flight\"", "\"entityType\": \"boat\"");
    String customer = UUID.randomUUID().toString();
    String id =
        Given.id(
            given
                .writer()
                .body(
                    Given.agreement(
                            String.join(",", wordsAlone, ofOthers, uncounted),
                            """
                            "agreedServices": [{"offeringId": "%s", "entityTypes": [
                              {"entityType": "boat", "customerTerm": {"en": "ship"},
                               "unit": "furlong"}]}],
                            "requirementIds": ["%s"]"""
                                .formatted(foreign, foreign))
                        .replace(Given.CUSTOMER, customer))
                .post("/v1/agreements"));

    Json.assertBody(
        given.patcher("*").body("{\"status\": \"proposed\"}").patch("/v1/agreements/" + id),
        """
        {
          "type": "/problems/agreement-incomplete",
          "title": "The agreement is not fit to be proposed",
          "status": 422,
          "detail": "Correct what is listed in errors, then propose.",
          "instance": "/v1/agreements/%s",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/requirementIds/0",
             "detail": "is no requirement that matters to this customer or to a segment that it is in"},
            {"pointer": "/commitments/0/requirementIds",
             "detail": "needs a requirement of this customer, or of a segment that it is in"},
            {"pointer": "/commitments/1/requirementIds/0",
             "detail": "is no requirement that matters to this customer or to a segment that it is in"},
            {"pointer": "/commitments/2/entityType",
             "detail": "there is no entity type boat; createEntityType adds one"},
            {"pointer": "/agreedServices/0/offeringId", "detail": "there is no such offering"},
            {"pointer": "/agreedServices/0/entityTypes/0/entityType",
             "detail": "there is no entity type boat; createEntityType adds one"},
            {"pointer": "/agreedServices/0/entityTypes/0/unit",
             "detail": "there is no unit furlong; listUnits names those there are"}
          ]
        }"""
            .formatted(id));
    assertThat(CustomerStandIn.PROMISES.get(customer)).as("questions to the registry").isEqualTo(1);
    assertThat(given.proposed(Given.agreement("", "")).<String>path("errors[0].pointer"))
        .isEqualTo("/commitments");
  }

  @Test
  void nobodyPromisesToItselfOrInTheNameOfAnother() {
    String foreign = UUID.randomUUID().toString();
    CustomerStandIn.UNKNOWN.add(foreign);
    given.entityType("flight");
    Response refused =
        given.proposed(
            Given.agreement(Given.commitment(given.ratioMetric(), ""), "")
                .replaceFirst(
                    "\"providerPartyId\": \"[^\"]*\"",
                    "\"providerPartyId\": \"%s\", \"customerPartyId\": \"%s\""
                        .formatted(Given.CUSTOMER, foreign)));
    assertThat(refused.<List<String>>path("errors.pointer"))
        .as(refused.asString())
        .containsExactly("/providerPartyId", "/customerPartyId");
  }

  @Test
  void whatIsProposedIsWhatTheRegistryWasAskedAbout() {
    String foreign = UUID.randomUUID().toString();
    CustomerStandIn.UNKNOWN.add(foreign);
    given.entityType("flight");
    String customer = UUID.randomUUID().toString();
    Response draft =
        given
            .writer()
            .body(
                Given.agreement(Given.commitment(given.ratioMetric(), ""), "")
                    .replace(Given.CUSTOMER, customer))
            .post("/v1/agreements");
    String path = "/v1/agreements/" + Given.id(draft);
    String proposal = "{\"status\": \"proposed\"}";
    String other = "{\"requirementIds\": [\"%s\"]}".formatted(foreign);

    // Somebody else changes it while the registry is asked, which holds nothing meanwhile.
    CustomerStandIn.MEANWHILE.put(
        customer, () -> given.patcher("*").body(other).patch(path).then().statusCode(200));
    Response refused = given.patcher("*").body(proposal).patch(path);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .as(refused.asString())
        .containsExactly("/requirementIds/0");
    assertThat(CustomerStandIn.PROMISES.get(customer)).as("questions to the registry").isEqualTo(2);

    CustomerStandIn.MEANWHILE.put(
        customer,
        () ->
            given.patcher("*").body("{\"requirementIds\": []}").patch(path).then().statusCode(200));
    assertThat(given.patcher("\"1\"").body(proposal).patch(path).statusCode()).isEqualTo(412);
    assertThat(given.patcher("\"2\"").body(proposal).patch(path).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsInForceStaysAsItWasPromised() throws SQLException {
    String metric = given.ratioMetric();
    Response active = given.activeAgreement(Given.commitment(metric, ""));
    String id = active.path("id");
    String version = active.path("version.id");
    String before = given.reader().get("/v1/agreement-versions/" + version).asString();

    Json.assertBody(
        given
            .patcher("*")
            .body("{\"timeZone\": \"Europe/Amsterdam\"}")
            .patch("/v1/agreements/" + id),
        """
        {
          "type": "/problems/agreement-binding",
          "title": "The terms of the agreement are binding",
          "status": 409,
          "detail": "Version 1 of this agreement is in force, so its terms stay as they are. Amend it with another version.",
          "instance": "/v1/agreements/%s",
          "requestId": "${text}"
        }"""
            .formatted(id));
    assertThat(given.patcher("*").delete("/v1/agreements/" + id).statusCode()).isEqualTo(409);
    for (String change :
        new String[] {
          "UPDATE commitment SET target_value = 0.5",
          "DELETE FROM commitment",
          "UPDATE agreement_version SET time_zone = 'UTC'"
        }) {
      assertThatThrownBy(() -> execute(change))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("are binding");
    }

    Response ended =
        given.patcher("*").body("{\"status\": \"terminated\"}").patch("/v1/agreements/" + id);
    assertThat(ended.statusCode()).as(ended.asString()).isEqualTo(200);
    assertThat(ended.<String>path("terminatedAt")).isNotNull();
    assertThat(ended.<Integer>path("allowedStatuses.size()")).isZero();
    assertThat(given.reader().get("/v1/agreement-versions/" + version).asString())
        .isEqualTo(before);
    assertThat(
            given
                .patcher("*")
                .body("{\"status\": \"proposed\"}")
                .patch("/v1/agreements/" + id)
                .<String>path("detail"))
        .isEqualTo("This agreement is terminated; it may become: nothing else.");
  }

  private void execute(String sql) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      statement.execute(sql);
    }
  }

  @Test
  void aPatchMayChangeADraftAndProposeItAtOnce() {
    String metric = given.ratioMetric();
    given.entityType("flight");
    String id =
        Given.id(
            given
                .writer()
                .body(Given.agreement(Given.commitment(metric, ""), ""))
                .post("/v1/agreements"));

    Response proposed =
        given
            .patcher("\"0\"")
            .body(
                "{\"status\": \"proposed\", \"commitments\": [%s]}"
                    .formatted(Given.commitment(metric, "\"unknownAs\": \"good\"")))
            .patch("/v1/agreements/" + id);

    assertThat(proposed.statusCode()).as(proposed.asString()).isEqualTo(200);
    assertThat(proposed.<String>path("status")).isEqualTo("proposed");
    assertThat(proposed.<String>path("version.commitments[0].unknownAs")).isEqualTo("good");
    assertThat(proposed.<String>path("version.proposedAt")).isNotNull();

    assertThat(
            given
                .patcher("*")
                .body("{\"name\": \"Another\"}")
                .patch("/v1/agreements/" + id)
                .<String>path("type"))
        .isEqualTo("/problems/agreement-binding");
    Response active =
        given.patcher("*").body("{\"status\": \"active\"}").patch("/v1/agreements/" + id);
    assertThat(active.statusCode()).isEqualTo(409);
    assertThat(active.<String>path("detail"))
        .isEqualTo("This agreement is proposed; it may become: draft or terminated.");
    Response reopened =
        given.patcher("*").body("{\"status\": \"draft\"}").patch("/v1/agreements/" + id);
    assertThat(reopened.<String>path("version.status")).isEqualTo("draft");
  }

  @Test
  void whatIsMissingIsToldByItsPlaceInTheBody() {
    Response nothing = given.writer().body("{}").post("/v1/agreements");
    assertThat(nothing.statusCode()).as(nothing.asString()).isEqualTo(422);
    assertThat(nothing.<List<String>>path("errors.pointer"))
        .contains("/name", "/providerPartyId", "/term");
    Response nested =
        given
            .writer()
            .body(
                """
                {"commitments": [{"target": {}}, null], "requirementIds": [null]}""")
            .post("/v1/agreements");
    assertThat(nested.statusCode()).as(nested.asString()).isEqualTo(422);
    assertThat(nested.<List<String>>path("errors.pointer"))
        .contains("/commitments/0/target/value", "/commitments/1", "/requirementIds/0");
  }

  @Test
  void namesEveryFaultOfTheTerms() {
    String ratio = given.ratioMetric();
    String values = given.valueMetric();
    String body =
        Given.agreement(
                String.join(
                    ",",
                    Given.commitment(values, ""),
                    Given.commitment(
                        ratio, "\"threshold\": {\"comparator\": \"below\", \"value\": 1}"),
                    Given.commitment(Given.CUSTOMER, "\"id\": \"%s\"".formatted(Given.CUSTOMER)),
                    Given.commitment(ratio, "\"tolerance\": 0.95"),
                    Given.commitment(
                        ratio,
                        """
                        "credits": {"base": {"amount": "9.00", "currency": "EUR"},
                          "tiers": [{"below": 0.9, "amount": {"amount": "1.00", "currency": "USD"}},
                            {"from": 0.9, "below": 0.95, "share": 0.1}],
                          "capPerPeriod": {"amount": {"amount": "5.00", "currency": "EUR"}},
                          "capPerTerm": {"amount": {"amount": "5.00", "currency": "GBP"}}}""")),
                "")
            .replace("America/Los_Angeles", "UTC+8")
            .replace("2027-01-01", "2026-01-01");

    Json.assertBody(
        given.writer().body(body).post("/v1/agreements"),
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/agreements",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/timeZone",
             "detail": "must be an IANA time zone, such as America/Los_Angeles"},
            {"pointer": "/term/end", "detail": "must be later than the start"},
            {"pointer": "/commitments/0/threshold",
             "detail": "is required: it says which values of the metric are good"},
            {"pointer": "/commitments/1/threshold",
             "detail": "must be absent: measurements of a ratio metric are good or bad themselves"},
            {"pointer": "/commitments/2/id",
             "detail": "must name a commitment of this agreement, once; leave it out to add"},
            {"pointer": "/commitments/2/metricId", "detail": "there is no such metric"},
            {"pointer": "/commitments/3/tolerance",
             "detail": "must leave shares that are a breach: this has none"},
            {"pointer": "/commitments/4/credits/tiers/0/amount/currency",
             "detail": "must be EUR, as the other amounts are"},
            {"pointer": "/commitments/4/credits/capPerTerm/amount/currency",
             "detail": "must be EUR, as the other amounts are"}
          ]
        }""");
  }

  @Test
  void listsFilterByWhatIsDocumented() {
    String metric = given.ratioMetric();
    Response active = given.activeAgreement(Given.commitment(metric, ""));
    given.writer().body(Given.agreement("", "")).post("/v1/agreements");

    Response found =
        given
            .reader()
            .get(
                "/v1/agreements?filter=status==active;customerId=="
                    + Given.CUSTOMER
                    + "&total=true");

    assertThat(found.<Integer>path("total")).isEqualTo(1);
    assertThat(found.<String>path("items[0].id")).isEqualTo(active.path("id"));
  }

  @Test
  void anotherTenantSeesNothing() {
    Response active = given.activeAgreement(Given.commitment(given.ratioMetric(), ""));
    Given other = new Given();

    for (String path :
        new String[] {
          "/v1/agreements/" + active.path("id"),
          "/v1/agreements/" + active.path("id") + "/attainment",
          "/v1/agreement-versions/" + active.path("version.id"),
          "/v1/commitments/" + active.path("version.commitments[0].id"),
          "/v1/commitments/" + active.path("version.commitments[0].id") + "/attainment",
        }) {
      assertThat(other.reader().get(path).statusCode()).as(path).isEqualTo(404);
    }
    Json.assertBody(other.reader().get("/v1/agreements"), "{\"items\": []}");
  }
}
