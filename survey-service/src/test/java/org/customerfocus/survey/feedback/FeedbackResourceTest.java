package org.customerfocus.survey.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Json.assertBody;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class FeedbackResourceTest {

  private final String tenant = freshTenant();

  @Test
  void feedbackIsRecordedLinkedAndFound() {
    Response made =
        post(
            """
            {"form": "compliment", "channel": "in-person", "text": "Kind people.",
             "externalRef": {"scheme": "desk", "value": "7"}}""");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertBody(
        made,
        """
        {"id": "${uuid}", "form": "compliment", "voice": "spoken", "channel": "in-person",
         "receivedAt": "${instant}", "text": "Kind people.",
         "externalRef": {"scheme": "desk", "value": "7"}, "attributes": {},
         "createdAt": "${instant}", "updatedAt": "${instant}"}""");

    String id = made.path("id");
    String offering = freshTenant();
    Response changed =
        patch(id, made.header("ETag"), "{\"offeringId\": \"%s\"}".formatted(offering));
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    Response listed =
        as(tenant, "feedback:read")
            .queryParam("filter", "offeringId==%s;form==compliment".formatted(offering))
            .get("/v1/feedback");
    assertThat(listed.<String>path("items[0].id")).as(listed.asString()).isEqualTo(id);
    assertThat(patch(id, made.header("ETag"), "{\"subject\": \"Late\"}").statusCode())
        .isEqualTo(412);
  }

  @Test
  void whatSaysNothingOrComesTwiceIsRefused() {
    Response nothing = post("{\"form\": \"question\", \"channel\": \"web\"}");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.<String>path("errors[0].pointer")).isEqualTo("/text");
    Response future =
        post(
            """
            {"form": "question", "channel": "web", "text": "When?",
             "receivedAt": "2999-01-01T00:00:00Z"}""");
    assertThat(future.<String>path("errors[0].pointer")).isEqualTo("/receivedAt");
    String body =
        """
        {"form": "complaint", "channel": "web", "text": "Late again.",
         "externalRef": {"scheme": "desk", "value": "8"}}""";
    assertThat(post(body).statusCode()).isEqualTo(201);
    Response again = post(body);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.<String>path("type")).isEqualTo("/problems/feedback-already-recorded");
  }

  private Response post(String body) {
    return as(tenant, "feedback:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/feedback");
  }

  private Response patch(String id, String tag, String body) {
    return as(tenant, "feedback:write")
        .contentType(MergePatch.MEDIA_TYPE)
        .header("If-Match", tag)
        .body(body)
        .patch("/v1/feedback/" + id);
  }
}
