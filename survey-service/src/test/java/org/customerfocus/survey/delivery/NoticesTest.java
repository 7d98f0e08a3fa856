package org.customerfocus.survey.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.mail.internet.MimeMessage;
import java.util.UUID;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Those whose words led to an improvement are told of it by e-mail.
@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(Outside.class)
class NoticesTest extends MailFixture {

  private static final String MESSAGES =
      """
      {"en": "The rules come with your boarding pass.", "de": "Die Regeln stehen auf der Bordkarte."}""";

  @Test
  void whoSpokeIsToldInTheirLanguageWhenItIsDone() throws Exception {
    UUID party = UUID.randomUUID();
    String improvement = improvement(party, MESSAGES);
    finish(improvement, "{\"status\": \"done\"}");

    soon().until(() -> notification(improvement).path("items[0].status"), "told"::equals);
    assertThat(notification(improvement).<String>path("items[0].channel")).isEqualTo("email");
    assertThat(received(party)).hasSize(1);
    MimeMessage mail = received(party).getFirst();
    assertThat(mail.getSubject()).isEqualTo("Tell what may be taken along");
    assertThat(part(mail, 0))
        .contains("Guten Tag Maya Lindqvist", "Die Regeln stehen auf der Bordkarte.")
        .doesNotContain("boarding pass");
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
  }

  @Test
  void whoWantsNoSuchMessagesIsNotWrittenTo() {
    UUID party = UUID.randomUUID();
    Outside.REFUSING.add(party.toString());
    String improvement = improvement(party, MESSAGES);
    finish(improvement, "{\"status\": \"done\"}");

    soon().until(() -> notification(improvement).path("items[0].status"), "not-told"::equals);
    assertThat(notification(improvement).<String>path("items[0].reason"))
        .startsWith("The person wants no feedback by e-mail");
    assertThat(received(party)).isEmpty();
  }

  @Test
  void withoutWordsNobodyIsWrittenToUntilThereAreSome() {
    UUID party = UUID.randomUUID();
    String improvement = improvement(party, "null");
    finish(improvement, "{\"status\": \"done\"}");
    assertThat(notification(improvement).<String>path("items[0].status")).isEqualTo("to-tell");

    finish(improvement, "{\"messages\": %s}".formatted(MESSAGES));
    soon().until(() -> notification(improvement).path("items[0].status"), "told"::equals);
    finish(improvement, "{\"messages\": {\"en\": \"Once more\"}}");
    assertThat(received(party)).hasSize(1);
  }

  private String improvement(UUID party, String messages) {
    String feedback =
        post(
            "/v1/feedback",
            """
            {"form": "complaint", "channel": "phone", "text": "Nobody told us.", "partyId": "%s"}"""
                .formatted(party));
    return post(
        "/v1/improvements",
        """
        {"title": "Tell what may be taken along", "opportunity": "Families learn it too late.",
         "action": "Send the rules with the boarding pass.", "ownerPartyId": "%s",
         "status": "in-progress", "evidence": [{"type": "feedback", "id": "%s"}],
         "messages": %s}"""
            .formatted(UUID.randomUUID(), feedback, messages));
  }

  private void finish(String improvement, String patch) {
    Response done =
        as(tenant, "improvements:write")
            .contentType(MergePatch.MEDIA_TYPE)
            .header("If-Match", "*")
            .body(patch)
            .patch("/v1/improvements/" + improvement);
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
  }

  private Response notification(String improvement) {
    return as(tenant, "improvements:read")
        .queryParam("filter", "improvementId==" + improvement)
        .get("/v1/improvement-notifications");
  }

  private String post(String path, String body) {
    Response made =
        as(tenant, "improvements:write", "feedback:write")
            .contentType(ContentType.JSON)
            .body(body)
            .post(path);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("id");
  }
}
