package org.customerfocus.agreement.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class Tmf651ResourceTest {

  private final Given given = new Given();

  private String export(String id) {
    Response read = given.reader().get("/v1/agreements/%s/tmf651-agreement".formatted(id));
    assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
    return read.asString();
  }

  private Response send(String document) {
    return given.writer().body(document).post("/v1/tmf651-agreements");
  }

  @Test
  void exportedAndImportedItIsExportedTheSame() {
    String metric = given.ratioMetric();
    String signed =
        given
            .active(
                Given.agreement(
                    Given.commitment(metric, "\"selector\": {\"dimensions\": {\"gate\": \"A\"}}"),
                    """
                    "coveredUserIds": ["01a0b7c4-0000-7000-8000-00000000c002"],
                    "agreedServices": [{"offeringId": "%1$s", "terms": "Always", "entityTypes": [
                      {"entityType": "flight", "customerTerm": {"de": "Flug"}, "unit": "min"}]}],
                    "requirementIds": ["%1$s"],
                    "compensation": [{"kind": "money", "per": "P1M",
                      "amount": {"amount": "10.50", "currency": "EUR"}}],
                    "noticePeriod": "P3M", "renewal": {"automatic": false, "period": "P1Y"}"""
                        .formatted(Given.REQUIREMENT)))
            .path("id");
    String document = export(signed);
    assertThat(document)
        .contains("\"agreementAuthorization\":[{\"date\":", "customer: " + Given.SIGNER)
        .contains("\"startDateTime\":\"2026-01-01T08:00:00Z\"");

    Response made = send(document);

    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    String copy = made.path("id");
    assertThat(copy).isNotEqualTo(signed);
    // Nobody has signed it here.
    assertThat(made.<String>path("status")).isEqualTo("draft");
    assertThat(made.<List<String>>path("version.signatures")).isEmpty();
    for (String member :
        List.of(
            "agreedServices",
            "requirementIds",
            "compensation",
            "noticePeriod",
            "renewal",
            "term",
            "coveredUserIds",
            "commitments[0].selector",
            "commitments[0].target")) {
      assertThat(made.<Object>path("version." + member))
          .as(member)
          .isEqualTo(given.reader().get("/v1/agreements/" + signed).path("version." + member));
    }
    assertThat(export(copy)).isEqualTo(document);

    given.patcher("*").body("{\"name\": \"Another name\"}").patch("/v1/agreements/" + copy);
    assertThat(export(copy))
        .contains("\"name\":\"Another name\"", "\"id\":\"" + copy, "\"status\":\"draft\"")
        .doesNotContain("agreementAuthorization");
  }

  @Test
  void whatIsWrongIsToldWhereItIsInTheDocument() {
    String document =
        """
        {"name": "Foreign", "agreementPeriod": {"startDateTime": "2026-01-01T00:00:00Z"},
         "engagedParty": [{"id": "%1$s", "role": "provider"}, {"id": "%1$s", "role": "customer"}],
         "characteristic": [
           {"name": "costCentre", "value": 1},
           {"name": "customerfocus.commitments", "valueType": "array", "value": [
             {"name": "On time", "metricId": "%1$s", "entityType": "flight",
              "customerTerm": "flight", "target": {"comparator": "at-least", "value": 0.9}}]}]}"""
            .formatted(Given.REQUIREMENT);
    assertThat(send(document).<String>path("errors[0].pointer"))
        .isEqualTo("/characteristic/1/value/0/metricId");
    assertThat(send("{\"name\": \"None\"}").statusCode()).isEqualTo(422);
    assertThat(send("[]").statusCode()).isEqualTo(400);
    assertThat(send("{").statusCode()).isEqualTo(400);
    assertThat(send(document.replace("\"at-least\"", "\"somehow\"")).statusCode()).isIn(400, 422);
  }
}
