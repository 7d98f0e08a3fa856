package org.customerfocus.survey.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Json.assertBody;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CaseResourceTest {

  /// A Friday in Berlin, an hour before the end of the week.
  private static final Instant FRIDAY = Instant.parse("2026-11-20T14:00:00Z");

  private static final String PHONE =
      """
      {"code": "phone", "name": "Telephone", "acknowledgeWithin": "PT1H", "respondWithin": "PT8H",
       "resolveWithin": "PT16H",
       "serviceHours": {"zone": "Europe/Berlin", "week": [
         {"day": "friday", "from": "08:00", "to": "16:00"},
         {"day": "monday", "from": "08:00", "to": "12:00"},
         {"day": "monday", "from": "13:00", "to": "17:00"},
         {"day": "tuesday", "from": "08:00", "to": "24:00"}],
        "holidays": {"country": "de"}}}""";

  private static final String COMPLAINT =
      """
      {"feedback": {"form": "complaint", "channel": "phone", "text": "My bag is lost.\\nAgain."},
       "status": "acknowledged",
       "reporter": {"name": "Rosa Lindqvist", "email": "rosa@example.org"},
       "requestedRemedy": "My bag."}""";

  private final String tenant = freshTenant();

  @AfterEach
  void timeGoesOn() {
    TestClock.run();
  }

  @Test
  void aComplaintByTelephoneIsOneCall() {
    TestClock.stop(FRIDAY);
    post("/v1/access-channels", PHONE);
    Response made = post("/v1/cases", COMPLAINT);
    assertBody(
        made,
        """
        {"id": "${uuid}", "trackingNumber": "${text}", "statusPath": "${text}",
         "subject": "My bag is lost.", "status": "acknowledged", "allowedStatuses": ["assessed"],
         "channel": "phone", "accessChannelId": "${uuid}", "feedbackId": "${uuid}",
         "reporter": {"name": "Rosa Lindqvist", "email": "rosa@example.org"},
         "requestedRemedy": "My bag.", "paused": false, "escalations": 0,
         "times": {"receivedAt": "2026-11-20T14:00:00Z", "acknowledgedAt": "2026-11-20T14:00:00Z",
           "acknowledgement": {"dueAt": "2026-11-20T15:00:00Z", "inTime": true},
           "response": {"dueAt": "2026-11-23T15:00:00Z"},
           "resolution": {"dueAt": "2026-11-24T14:00:00Z"}},
         "createdAt": "${instant}", "updatedAt": "${instant}"}""");
    Response said =
        as(tenant, "feedback:read").get("/v1/feedback/" + made.<String>path("feedbackId"));
    assertThat(said.<String>path("form")).isEqualTo("complaint");
    String filter = "trackingNumber==" + made.path("trackingNumber");
    assertThat(list(filter).<List<String>>path("items.id"))
        .containsExactly(made.<String>path("id"));
  }

  @Test
  void stagesComeInTheirOrderAndWhatIsPromisedIsMeasuredWithoutPauses() {
    TestClock.stop(FRIDAY);
    post("/v1/access-channels", PHONE);
    String id = post("/v1/cases", COMPLAINT).path("id");
    assertThat(patch(id, "{\"status\": \"closed\"}").statusCode()).isEqualTo(409);
    Response bare = patch(id, "{\"status\": \"assessed\"}");
    assertThat(bare.<List<String>>path("errors.pointer"))
        .containsExactlyInAnyOrder("/severity", "/impact");
    patched(id, "{\"status\": \"assessed\", \"severity\": \"high\", \"impact\": \"low\"}");

    TestClock.stop(FRIDAY.plus(Duration.ofMinutes(30)));
    Response paused = patched(id, "{\"paused\": true}");
    assertThat(paused.<Object>path("times.response.dueAt")).isNull();
    // The weekend and all of Monday the customer is waited for.
    TestClock.stop(Instant.parse("2026-11-24T09:00:00Z"));
    Response resumed = patched(id, "{\"paused\": false}");
    // Half an hour of eight is gone.
    assertThat(resumed.<String>path("times.response.dueAt")).isEqualTo("2026-11-24T16:30:00Z");

    TestClock.stop(Instant.parse("2026-11-24T16:30:00Z"));
    Response answered = patched(id, "{\"status\": \"responded\"}");
    assertThat(answered.<Boolean>path("times.response.inTime")).isTrue();
    assertThat(
            patch(id, "{\"status\": \"decision-communicated\"}").<String>path("errors[0].pointer"))
        .isEqualTo("/decision");
    patched(
        id,
        """
        {"status": "decision-communicated", "decision": "We bring the bag.",
         "rootCause": "A torn tag."}""");
    TestClock.stop(Instant.parse("2026-11-27T15:00:00Z"));
    Response closed = patched(id, "{\"status\": \"closed\"}");
    assertThat(closed.<Boolean>path("times.resolution.inTime")).isFalse();
    Response reopened = patched(id, "{\"status\": \"reopened\"}");
    assertThat(reopened.<Object>path("times.resolution.inTime")).isNull();
    assertThat(reopened.<String>path("times.resolution.dueAt")).isGreaterThan("2026-11-30");
    assertThat(patch(id, "{\"channel\": \"web\"}").<String>path("errors[0].pointer"))
        .isEqualTo("/channel");
  }

  @Test
  void whatIsOverdueIsMarkedOnce() {
    post("/v1/access-channels", PHONE);
    String id =
        post(
                "/v1/cases",
                """
                {"feedback": {"form": "complaint", "channel": "phone", "text": "Late.",
                  "receivedAt": "2026-11-16T08:00:00Z"}}""")
            .path("id");
    Response marked =
        await()
            .atMost(Duration.ofSeconds(15))
            .until(
                () -> as(tenant, "cases:read").get("/v1/cases/" + id),
                one -> one.<Integer>path("escalations") > 0);
    assertThat(marked.<String>path("times.escalatedAt")).isNotNull();
    assertThat(list("escalatedAt=null=false").<List<String>>path("items.id")).containsExactly(id);
  }

  @Test
  void theComplainantSeesHowFarItIsAndNothingElse() {
    post("/v1/access-channels", PHONE);
    Response made = post("/v1/cases", COMPLAINT);
    String id = made.path("id");
    post("/v1/cases/" + id + "/comments", "{\"text\": \"Rosa rang again <b>twice</b>.\"}");
    Response shared =
        post("/v1/cases/" + id + "/comments", "{\"text\": \"It is in <Oslo>.\", \"shared\": true}");
    assertThat(shared.header("ETag")).isNotEqualTo(made.header("ETag"));
    Response page = as(tenant, "cases:follow").get(made.<String>path("statusPath"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString())
        .contains(
            made.<String>path("trackingNumber"), "Receipt confirmed", "It is in &lt;Oslo&gt;.")
        .doesNotContain("twice", "Rosa", "rosa@", "undefined", "null");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(
            as(tenant, "cases:follow")
                .header("Accept-Language", "de-CH, en;q=0.5")
                .get(made.<String>path("statusPath"))
                .asString())
        .contains("<html lang=\"de\" dir=\"ltr\">", "Eingang bestätigt", "November")
        .doesNotContain("Receipt confirmed");
    assertThat(
            as(tenant, "cases:follow").get(made.<String>path("statusPath") + "?lang=ar").asString())
        .contains("<html lang=\"ar\" dir=\"rtl\">", "تم تأكيد الاستلام");
    Response unknown = as(tenant, "cases:follow").get("/c/any.AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(unknown.statusCode()).isEqualTo(404);
    Response other = as(freshTenant(), "cases:follow").get(made.<String>path("statusPath"));
    assertThat(other.statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsDueAtMidnightIsPromisedForTheDayThatEnds() {
    TestClock.stop(FRIDAY);
    post("/v1/access-channels", PHONE.replace("PT8H", "PT25H").replace("PT16H", "PT30H"));
    Response made = post("/v1/cases", COMPLAINT);
    assertThat(made.<String>path("times.response.dueAt")).isEqualTo("2026-11-24T23:00:00Z");
    assertThat(
            as(tenant, "cases:follow").get(made.<String>path("statusPath") + "?lang=en").asString())
        .contains("by November 24, 2026");
  }

  @Test
  void filesAreTakenForWhatTheyAre() {
    String path = "/v1/cases/" + post("/v1/cases", COMPLAINT).path("id") + "/attachments";
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2};
    Response made = attach(path, "tag ä.exe", png);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(made.<String>path("mediaType")).isEqualTo("image/png");
    Response file = as(tenant, "cases:read").get(made.header("Location"));
    assertThat(file.asByteArray()).isEqualTo(png);
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''tag%20%C3%A4.exe");
    assertThat(as(tenant, "cases:read").get(path).<List<String>>path("items.id"))
        .containsExactly(made.<String>path("id"));

    Response program = attach(path, "photo.png", new byte[] {'M', 'Z', 0, 1});
    assertThat(program.<String>path("type")).isEqualTo("/problems/unknown-attachment-content");
    assertThat(attach(path, "../etc", png).statusCode()).isEqualTo(422);
    assertThat(attach("/v1/cases/" + freshTenant() + "/attachments", "a", png).statusCode())
        .isEqualTo(404);
    assertThat(as(freshTenant(), "cases:read").get(made.header("Location")).statusCode())
        .isEqualTo(404);
  }

  private Response attach(String path, String name, byte[] content) {
    return as(tenant, "cases:write")
        .contentType(ContentType.JSON)
        .body(
            "{\"fileName\": \"%s\", \"content\": \"%s\"}"
                .formatted(name, Base64.getEncoder().encodeToString(content)))
        .post(path);
  }

  @Test
  void whatCannotBeIsRefused() {
    Response nothing =
        as(tenant, "cases:write").contentType(ContentType.JSON).body("{}").post("/v1/cases");
    assertThat(nothing.<List<String>>path("errors.pointer")).containsExactly("/subject");
    Response unknown =
        as(tenant, "cases:write")
            .contentType(ContentType.JSON)
            .body("{\"feedbackId\": \"%s\"}".formatted(freshTenant()))
            .post("/v1/cases");
    assertThat(unknown.<List<String>>path("errors.pointer")).containsExactly("/feedbackId");
    Response hours =
        as(tenant, "cases:write")
            .contentType(ContentType.JSON)
            .body(
                """
                {"code": "desk", "name": "Desk", "respondWithin": "PT0S",
                 "serviceHours": {"zone": "Mars/Olympus",
                  "week": [{"day": "monday", "from": "17:00", "to": "08:00"}],
                  "holidays": {"country": "zz"}}}""")
            .post("/v1/access-channels");
    assertThat(hours.<List<String>>path("errors.pointer"))
        .containsExactlyInAnyOrder(
            "/respondWithin",
            "/serviceHours/zone",
            "/serviceHours/week/0/to",
            "/serviceHours/holidays/country");
    post("/v1/access-channels", PHONE);
    Response twice =
        as(tenant, "cases:write")
            .contentType(ContentType.JSON)
            .body(PHONE)
            .post("/v1/access-channels");
    assertThat(twice.statusCode()).isEqualTo(409);
  }

  private Response list(String filter) {
    return as(tenant, "cases:read").queryParam("filter", filter).get("/v1/cases");
  }

  private Response post(String path, String body) {
    Response made = as(tenant, "cases:write").contentType(ContentType.JSON).body(body).post(path);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made;
  }

  private Response patch(String id, String body) {
    return as(tenant, "cases:write")
        .contentType(MergePatch.MEDIA_TYPE)
        .header("If-Match", "*")
        .body(body)
        .patch("/v1/cases/" + id);
  }

  private Response patched(String id, String body) {
    Response changed = patch(id, body);
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    return changed;
  }
}
