package org.customerfocus.survey.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class SurveyLinkResourceTest {

  private final String tenant = freshTenant();

  private String version() {
    return Given.version(tenant, Given.survey(tenant, Given.SURVEY));
  }

  private Response create(String body) {
    return as(tenant, "surveys:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/survey-links");
  }

  private Response patch(String id, String body) {
    return as(tenant, "surveys:write")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(body)
        .patch("/v1/survey-links/" + id);
  }

  @Test
  void anOpenLinkIsMadeListedAndClosedForGood() throws SQLException {
    String version = version();
    Response made = create("{\"surveyVersionId\": \"%s\"}".formatted(version));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    String id = made.path("id");
    String path = made.path("path");
    assertThat(made.header("Location")).isEqualTo("/v1/survey-links/" + id);
    assertThat(path).matches("/s/" + tenant + "\\.[A-Za-z0-9_-]{22}");
    String expected =
        """
        {
          "id": "%s", "kind": "open", "status": "open", "allowedStatuses": ["closed"],
          "surveyVersionId": "%s", "kiosk": false, "path": "%s",
          "createdAt": "${instant}", "updatedAt": "${instant}"
        }"""
            .formatted(id, version, path);
    Json.assertBody(made, expected);
    Json.assertBody(as(tenant, "surveys:read").get("/v1/survey-links/" + id), expected);
    Json.assertBody(
        as(tenant, "surveys:read")
            .queryParam("filter", "surveyVersionId==" + version + ";kind==open")
            .get("/v1/survey-links"),
        "{\"items\": [%s]}".formatted(expected));
    assertThat(storedTexts(id)).doesNotContain(path.substring(path.indexOf('.') + 1));

    Response closed = patch(id, "{\"status\": \"closed\"}");
    assertThat(closed.statusCode()).as(closed.asString()).isEqualTo(200);
    assertThat(closed.<String>path("status")).isEqualTo("closed");
    assertThat(closed.<String>path("closedAt")).isNotNull();
    assertThat(patch(id, "{\"status\": \"open\"}").statusCode()).isEqualTo(409);
    assertThat(patch(id, "{\"kiosk\": true}").statusCode()).isEqualTo(409);
  }

  @Test
  void aLinkKeepsItsVersionAndChangesItsTerms() {
    String id = create("{\"surveyVersionId\": \"%s\"}".formatted(version())).path("id");

    Response changed = patch(id, "{\"kiosk\": true, \"expiresAt\": \"2099-01-01T00:00:00Z\"}");
    assertThat(changed.<Boolean>path("kiosk")).isTrue();
    assertThat(changed.<String>path("expiresAt")).isEqualTo("2099-01-01T00:00:00Z");
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    Response moved = patch(id, "{\"surveyVersionId\": \"%s\"}".formatted(version()));
    assertThat(moved.statusCode()).isEqualTo(422);
    assertThat(moved.<String>path("errors[0].pointer")).isEqualTo("/surveyVersionId");
    assertThat(patch(id, "{\"expiresAt\": \"2001-01-01T00:00:00Z\"}").statusCode()).isEqualTo(422);
  }

  @Test
  void aLinkNeedsAVersionAndAFuture() {
    Response unknown = create("{\"surveyVersionId\": \"%s\"}".formatted(UUID.randomUUID()));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.<String>path("errors[0].pointer")).isEqualTo("/surveyVersionId");
    Response past =
        create(
            "{\"surveyVersionId\": \"%s\", \"expiresAt\": \"2001-01-01T00:00:00Z\"}"
                .formatted(version()));
    assertThat(past.statusCode()).isEqualTo(422);
    assertThat(past.<String>path("errors[0].pointer")).isEqualTo("/expiresAt");
  }

  @Test
  void anotherTenantsLinkIsAbsent() {
    String id = create("{\"surveyVersionId\": \"%s\"}".formatted(version())).path("id");

    assertThat(as(freshTenant(), "surveys:read").get("/v1/survey-links/" + id).statusCode())
        .isEqualTo(404);
  }

  private static String storedTexts(String id) throws SQLException {
    try (Connection connection = Platform.connect("owner");
        Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT survey_link::text FROM survey_link WHERE id = '" + id + "'")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
