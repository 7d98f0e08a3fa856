package org.customerfocus.survey.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class ResponseExportResourceTest {

  private static final String SURVEY =
      """
      {"name": "Export", "items": [
        {"linkId": "about", "type": "group", "text": "About us", "items": [
          {"linkId": "recommend", "type": "nps", "text": "Recommend?", "required": true},
          {"linkId": "used", "type": "multiple-choice", "text": "Used?",
           "options": [{"code": "a", "label": "A"},
                       {"code": "other", "label": "Other", "freeText": true}]}]},
        {"linkId": "share", "type": "constant-sum", "text": "Share 10", "limits": {"total": 10},
         "options": [{"code": "x", "label": "X"}, {"code": "y", "label": "Y"}]},
        {"linkId": "why", "type": "text", "text": "Why?"}]}""";

  private static final String ANSWERS =
      """
      [{"linkId": "recommend", "value": 9},
       {"linkId": "used", "optionCodes": ["other", "a"], "otherText": "Ferry"},
       {"linkId": "share", "allocation": [{"optionCode": "x", "amount": 2.5},
                                          {"optionCode": "y", "amount": 7.5}]},
       {"linkId": "why", "text": "=1+1"}]""";

  private final String tenant = freshTenant();

  @Test
  void everyAnswerIsInEachFormat() throws Exception {
    String survey = Given.survey(tenant, SURVEY);
    String version = Given.version(tenant, survey);
    String id =
        Given.submit(
                tenant,
                "{\"surveyVersionId\": \"%s\", \"respondedAt\": \"2026-11-20T10:00:00Z\", \"answers\": %s}"
                    .formatted(version, ANSWERS))
            .path("id");

    CSVRecord row = csv(version).getFirst();
    assertThat(row.get("id")).isEqualTo(id);
    assertThat(row.get("status")).isEqualTo("completed");
    assertThat(row.get("recommend")).isEqualTo("9");
    assertThat(row.get("recommend.nonAnswer")).isEmpty();
    assertThat(row.get("used")).isEqualTo("other|a");
    assertThat(row.get("used.text")).isEqualTo("Ferry");
    assertThat(row.get("share.x")).isEqualTo("2.5");
    assertThat(row.get("share.y")).isEqualTo("7.5");
    assertThat(row.get("why")).isEqualTo("'=1+1");

    assertThat(get(version, "responses.ndjson").asString())
        .isEqualTo(as(tenant, "surveys:read").get("/v1/responses/" + id).asString() + "\n");

    JsonNode resource =
        new ObjectMapper().readTree(get(version, "questionnaire-responses.ndjson").asString());
    assertThat(resource)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"resourceType": "QuestionnaireResponse", "id": "%s",
                     "questionnaire": "urn:uuid:%s|1", "status": "completed",
                     "authored": "2026-11-20T10:00:00Z",
                     "item": [
                       {"linkId": "about", "text": "About us", "item": [
                         {"linkId": "recommend", "text": "Recommend?",
                          "answer": [{"valueInteger": 9}]},
                         {"linkId": "used", "text": "Used?",
                          "extension": [{"url": "https://customerfocus.org/fhir/StructureDefinition/other-text",
                                         "valueString": "Ferry"}],
                          "answer": [{"valueCoding": {"code": "other", "display": "Other"}},
                                     {"valueCoding": {"code": "a", "display": "A"}}]}]},
                       {"linkId": "share", "text": "Share 10", "answer": [
                         {"valueCoding": {
                           "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight",
                                          "valueDecimal": 2.5}],
                           "code": "x", "display": "X"}},
                         {"valueCoding": {
                           "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight",
                                          "valueDecimal": 7.5}],
                           "code": "y", "display": "Y"}}]},
                       {"linkId": "why", "text": "Why?", "answer": [{"valueString": "=1+1"}]}]}"""
                        .formatted(id, survey)));
  }

  @Test
  void manyPagesHoldEachResponseOnce() throws Exception {
    String version = Given.version(tenant, Given.survey(tenant, SURVEY));
    fill(version, 1201);

    Set<String> ids = new HashSet<>();
    for (CSVRecord row : csv(version)) {
      assertThat(ids.add(row.get("id"))).isTrue();
      assertThat(row.get("recommend")).isEqualTo("9");
    }
    assertThat(ids).hasSize(1201);
  }

  @Test
  void aFileThatBreaksOffIsNotTakenForAWholeOne() throws Exception {
    String version = Given.version(tenant, Given.survey(tenant, SURVEY));
    fill(version, 1201);
    // A row that no release writes: what is read after it fails.
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          UPDATE response SET spam_score = 1, spam_reasons = 'unheard-of' WHERE id =
            (SELECT id FROM response WHERE survey_version_id = '%s' ORDER BY id DESC LIMIT 1)"""
              .formatted(version));
    }

    assertThatThrownBy(() -> get(version, "responses.csv").asString())
        .isInstanceOf(Exception.class);
    assertThatThrownBy(() -> get(version, "responses.ndjson").asString())
        .isInstanceOf(Exception.class);
  }

  @Test
  void anotherTenantGetsNothing() {
    String version = Given.version(tenant, Given.survey(tenant, SURVEY));
    for (String file :
        List.of("responses.csv", "responses.ndjson", "questionnaire-responses.ndjson")) {
      assertThat(
              as(freshTenant(), "surveys:read")
                  .get("/v1/survey-versions/" + version + "/" + file)
                  .statusCode())
          .isEqualTo(404);
    }
  }

  private void fill(String version, int count) throws SQLException {
    String one =
        "{\"surveyVersionId\": \"%s\", \"answers\": [{\"linkId\": \"recommend\", \"value\": 9}]}"
            .formatted(version);
    for (int left = count; left > 0; left -= 1000) {
      Response batch =
          as(tenant, "responses:submit")
              .contentType(ContentType.JSON)
              .body(
                  "{\"responses\": [%s]}"
                      .formatted(
                          String.join(
                              ",", java.util.Collections.nCopies(Math.min(left, 1000), one))))
              .post("/v1/response-batches");
      assertThat(batch.statusCode()).isEqualTo(200);
    }
  }

  private List<CSVRecord> csv(String version) throws Exception {
    String text = get(version, "responses.csv").asString();
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text))
        .getRecords();
  }

  private Response get(String version, String file) {
    return as(tenant, "surveys:read").get("/v1/survey-versions/" + version + "/" + file);
  }
}
