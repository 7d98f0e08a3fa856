package org.customerfocus.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.questionnaire.ItemType;
import org.junit.jupiter.api.Test;

/// The examples of the documentation fit together: what one makes, another answers.
@QuarkusTest
@WithTestResource(Platform.class)
class ExamplesTest {

  private final String tenant = freshTenant();

  @Inject ObjectMapper json;

  @Test
  void theSurveyIsPublishedAndAnswered() throws IOException {
    JsonNode request = example("SurveyRequest");
    String survey = Given.survey(tenant, request.toString());
    String version = Given.version(tenant, survey);
    JsonNode made =
        json.readTree(as(tenant, "surveys:read").get("/v1/surveys/" + survey).asString());
    JsonNode published =
        json.readTree(as(tenant, "surveys:read").get("/v1/survey-versions/" + version).asString());
    for (String member : Set.of("items", "attributes", "translations", "theme", "title")) {
      assertThat(made.path(member)).as(member).isEqualTo(request.path(member));
      assertThat(example("SurveyView").path(member)).as(member).isEqualTo(request.path(member));
      assertThat(published.path(member)).as(member).isEqualTo(request.path(member));
      assertThat(example("SurveyVersionView").path(member))
          .as(member)
          .isEqualTo(request.path(member));
    }
    ObjectNode response = (ObjectNode) example("ResponseRequest");
    Response submitted = Given.submit(tenant, response.put("surveyVersionId", version).toString());
    assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(201);
  }

  @Test
  void theSurveyShowsMostKindsOfItems() throws IOException {
    Set<String> shown = new HashSet<>();
    example("SurveyRequest").findValuesAsText("type").forEach(shown::add);
    Set<String> missing = new HashSet<>();
    EnumSet.allOf(ItemType.class).forEach(type -> missing.add(type.wire()));
    missing.removeAll(shown);
    assertThat(missing).containsExactlyInAnyOrder("ces", "number", "phone", "date");
  }

  private JsonNode example(String schema) throws IOException {
    try (InputStream file =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("openapi/examples/%s.json".formatted(schema))) {
      return json.readTree(file);
    }
  }
}
