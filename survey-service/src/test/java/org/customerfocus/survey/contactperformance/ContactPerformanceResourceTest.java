package org.customerfocus.survey.contactperformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Json.assertBody;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.TestClock;
import org.customerfocus.survey.CustomerStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(CustomerStandIn.class)
class ContactPerformanceResourceTest {

  private static final String FROM = "2026-10-05T00:00:00.123456Z";

  private final String tenant = freshTenant();

  @AfterEach
  void timeGoesOn() {
    TestClock.run();
  }

  @Test
  void casesAndInteractionsAreMeasuredAgainstTheStandardsOfTheirChannel() {
    TestClock.stop(Instant.parse("2026-10-06T12:00:00Z"));
    post(
        "/v1/access-channels",
        """
        {"code": "phone", "name": "Telephone", "answerWithin": "PT30S", "respondWithin": "PT2H"}""");
    // In time, late, overdue, not due yet.
    responded(opened("2026-10-06T11:00:00Z"));
    responded(opened("2026-10-06T09:59:59Z"));
    opened("2026-10-06T10:00:00Z");
    opened("2026-10-06T10:00:01Z");
    CustomerStandIn.INTERACTIONS.put(
        FROM,
        List.of(
            interaction("phone", "2026-10-06T09:00:00Z", "2026-10-06T09:00:30Z"),
            interaction("phone", "2026-10-06T09:00:00Z", "2026-10-06T09:00:31Z"),
            interaction("phone", "2026-10-06T09:00:00Z", null),
            interaction("chat", "2026-10-06T09:00:00Z", null),
            interaction("phone", "2026-10-06T11:59:50Z", null)));
    assertBody(
        get(FROM, "2026-10-07T00:00:00Z"),
        """
        {"from": "2026-10-05T00:00:00.123456Z", "to": "2026-10-07T00:00:00Z", "channels": [
          {"channel": "chat", "cases": 0, "interactions": 1, "standards": []},
          {"channel": "phone", "accessChannelId": "${uuid}", "cases": 4, "interactions": 4,
           "standards": [
            {"standard": "answer", "within": "PT30S", "inTime": 1, "late": 2, "open": 1,
             "inTimeShare": {"status": "ok", "value": 0.3333333333333333, "unit": "ratio", "n": 3,
               "base": 4, "method": "share/wilson",
               "interval": {"level": 0.95, "lower": 0.06149194472039626,
                 "upper": 0.7923403991979521}}},
            {"standard": "respond", "within": "PT2H", "inTime": 1, "late": 2, "open": 1,
             "inTimeShare": {"status": "ok", "value": 0.3333333333333333, "unit": "ratio", "n": 3,
               "base": 4, "method": "share/wilson",
               "interval": {"level": 0.95, "lower": 0.06149194472039626,
                 "upper": 0.7923403991979521}}}]}]}""");
    Response refused = get("2026-10-07T00:00:00Z", "2026-10-07T00:00:00Z");
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void aPromiseToCallBackIsKeptOrNot() {
    TestClock.stop(Instant.parse("2026-10-06T12:00:00Z"));
    Response made =
        post(
            "/v1/follow-ups",
            """
            {"purpose": "Call back.", "channel": "phone", "dueAt": "2026-10-06T15:00:00Z"}""");
    String path = "/v1/follow-ups/" + made.path("id");
    TestClock.stop(Instant.parse("2026-10-06T15:00:01Z"));
    Response overdue =
        as(tenant, "cases:read")
            .queryParam("filter", "status==promised;dueAt=lt=PT0S")
            .get("/v1/follow-ups");
    assertThat(overdue.<List<String>>path("items.id")).containsExactly(made.<String>path("id"));
    Response done = patch(path, "{\"status\": \"done\", \"outcome\": \"She has it.\"}");
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
    assertThat(done.<Boolean>path("inTime")).isFalse();
    Response performance = get("2026-10-06T00:00:00Z", "2026-10-07T00:00:00Z");
    assertThat(performance.<String>path("channels[0].standards[0].standard"))
        .as(performance.asString())
        .isEqualTo("follow-up");
    assertThat(performance.<Integer>path("channels[0].standards[0].late")).isEqualTo(1);
    assertThat(patch(path, "{\"status\": \"promised\"}").statusCode()).isEqualTo(409);
    assertThat(patch(path, "{\"doneAt\": \"2026-10-07T00:00:00Z\"}").statusCode()).isEqualTo(422);
    for (String member : List.of("caseId", "feedbackId")) {
      String unknown = "\"%s\": \"%s\"".formatted(member, UUID.randomUUID());
      for (Response refused :
          List.of(
              patch(path, "{%s}".formatted(unknown)),
              send(
                  "/v1/follow-ups",
                  """
                  {"purpose": "Call back.", "channel": "phone", "dueAt": "2026-10-06T15:00:00Z",
                   %s}"""
                      .formatted(unknown)))) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/" + member);
      }
    }
  }

  private static String interaction(String channel, String start, String answered) {
    return """
        {"channel": "%s", "startedAt": "%s"%s}"""
        .formatted(
            channel, start, answered == null ? "" : ", \"answeredAt\": \"%s\"".formatted(answered));
  }

  private String opened(String receivedAt) {
    return post(
            "/v1/cases",
            """
            {"feedback": {"form": "complaint", "channel": "phone", "text": "No.",
              "receivedAt": "%s"}, "status": "acknowledged"}"""
                .formatted(receivedAt))
        .path("id");
  }

  private void responded(String id) {
    String path = "/v1/cases/" + id;
    patch(path, "{\"status\": \"assessed\", \"severity\": \"low\", \"impact\": \"low\"}");
    Response responded = patch(path, "{\"status\": \"responded\"}");
    assertThat(responded.statusCode()).as(responded.asString()).isEqualTo(200);
  }

  private Response get(String from, String to) {
    return as(tenant, "cases:read")
        .queryParam("from", from)
        .queryParam("to", to)
        .get("/v1/contact-performance");
  }

  private Response post(String path, String body) {
    Response made = send(path, body);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made;
  }

  private Response send(String path, String body) {
    return as(tenant, "cases:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response patch(String path, String body) {
    return as(tenant, "cases:write")
        .contentType(MergePatch.MEDIA_TYPE)
        .header("If-Match", "*")
        .body(body)
        .patch(path);
  }
}
