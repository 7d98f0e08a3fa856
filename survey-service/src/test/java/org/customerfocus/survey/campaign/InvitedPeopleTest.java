package org.customerfocus.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.CustomerStandIn;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.link.Links;
import org.junit.jupiter.api.Test;

/// The links and the responses of invited people.
@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(CustomerStandIn.class)
class InvitedPeopleTest extends CampaignFixture {

  @Inject Links links;

  @Test
  void anInvitationHasAsManyLinksAsAreAskedForAndAllEndWithItsCompletion() {
    people(1, "end-user");
    String campaign = create("", "");
    settled(campaign);
    String invitation = get(invitationsOf(campaign)).path("items[0].id");
    String path = "/v1/invitations/%s/links".formatted(invitation);
    Response first = as(tenant, "surveys:write").post(path);
    Response second = as(tenant, "surveys:write").post(path);
    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    assertThat(second.statusCode()).as(second.asString()).isEqualTo(201);
    assertThat(second.<String>path("path")).isNotEqualTo(first.path("path"));
    for (Response link : List.of(first, second)) {
      assertThat(page(link)).contains("<form method=\"post\"");
    }
    // What is mailed is one that still works, whatever became of others.
    as(tenant, "surveys:write")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"status\": \"closed\"}")
        .patch("/v1/survey-links/" + first.path("id"))
        .then()
        .statusCode(200);
    assertThat(personal(campaign, invitation)).isEqualTo(second.path("path"));

    run(() -> ledger.completed(UUID.fromString(invitation)));

    assertThat(page(second)).contains("You have already answered");
    assertThat(as(tenant, "surveys:write").post(path).statusCode()).isEqualTo(409);
  }

  private String personal(String campaign, String invitation) {
    return work.call(
        Caller.system("test", tenant, false),
        () ->
            links
                .personal(
                    UUID.fromString(version),
                    UUID.fromString(campaign),
                    UUID.fromString(invitation),
                    null)
                .path());
  }

  private String page(Response link) {
    return as(tenant, "responses:submit").get(link.<String>path("path")).asString();
  }

  @Test
  void aProgramHandsInTheOneResponseOfAnInvitation() {
    people(1, "end-user");
    String campaign = create("", "");
    settled(campaign);
    String invitation = get(invitationsOf(campaign)).path("items[0].id");
    Response link =
        as(tenant, "surveys:write").post("/v1/invitations/%s/links".formatted(invitation));

    Response wrong = answer(invitation, "{\"linkId\": \"recommend\", \"value\": 11}");
    assertThat(wrong.statusCode()).as(wrong.asString()).isEqualTo(422);
    assertThat(get("/v1/invitations/" + invitation).<String>path("status")).isEqualTo("offered");
    Response given = answer(invitation, "{\"linkId\": \"recommend\", \"value\": 9}");
    assertThat(given.statusCode()).as(given.asString()).isEqualTo(201);

    Response response = get(given.header("Location"));
    assertThat(response.<String>path("id")).isEqualTo(given.path("responseId"));
    assertThat(given.header("ETag")).isEqualTo(response.header("ETag"));
    assertThat(response.<String>path("invitationId")).isEqualTo(invitation);
    assertThat(response.<String>path("status")).isEqualTo("completed");
    assertThat(get("/v1/invitations/" + invitation).<String>path("status")).isEqualTo("completed");
    assertThat(page(link)).contains("You have already answered");
    assertThat(answer(invitation, "{\"linkId\": \"recommend\", \"value\": 1}").statusCode())
        .isEqualTo(409);
    assertThat(answer(Ids.next().toString(), "").statusCode()).isEqualTo(404);
  }

  private Response answer(String invitation, String answer) {
    return answer(invitation, answer, Ids.next().toString());
  }

  private Response answer(String invitation, String answer, String key) {
    return as(tenant, "responses:submit")
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body("{\"answers\": [%s]}".formatted(answer))
        .post("/v1/invitations/%s/responses".formatted(invitation));
  }

  @Test
  void aRepeatedAnonymousResponseOfAnInvitationIsAnsweredAsTheFirst() {
    anonymousSurvey();
    String invitation = invitation();
    String answer = "{\"linkId\": \"recommend\", \"value\": 9}";

    Response first = answer(invitation, answer, "one");
    Response again = answer(invitation, answer, "one");

    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(answer(invitation, answer, "another").statusCode()).isEqualTo(409);
    assertThat(answer(invitation, answer.replace("9", "1"), "one").statusCode()).isEqualTo(409);
    assertThat(answer(invitation, answer).statusCode()).isEqualTo(409);
    assertThat(count("/v1/responses?filter=surveyVersionId==" + version)).isEqualTo(1);
  }

  @Test
  void anInvitationWhoseTimeIsOverTakesNoResponse() throws SQLException {
    String invitation = invitation();
    try (Connection owner = Platform.connect("owner");
        PreparedStatement past =
            owner.prepareStatement(
                "UPDATE invitation SET expires_at = now() - interval '1 hour' WHERE id = ?::uuid")) {
      past.setString(1, invitation);
      past.executeUpdate();
    }

    Response late = answer(invitation, "{\"linkId\": \"recommend\", \"value\": 9}");

    assertThat(late.statusCode()).as(late.asString()).isEqualTo(409);
    assertThat(late.<String>path("detail")).contains("has ended");
    assertThat(count("/v1/responses?filter=surveyVersionId==" + version)).isZero();
  }

  @Test
  void aResponseThatAChangeCompletesCompletesItsInvitation() {
    String invitation = invitation();
    Response link = begunLink(invitation);
    String response = get("/v1/responses?filter=invitationId==" + invitation).path("items[0].id");

    complete(response).then().statusCode(200);

    assertThat(get("/v1/invitations/" + invitation).<String>path("status")).isEqualTo("completed");
    assertThat(page(link)).contains("You have already answered");
  }

  @Test
  void theAnonymousResponseOfTheInvitedIsCompletedWhereItWasBegun() {
    anonymousSurvey();
    String invitation = invitation();
    begunLink(invitation);
    String response = get("/v1/responses?filter=surveyVersionId==" + version).path("items[0].id");

    Response refused = complete(response);

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
    assertThat(refused.<String>path("detail")).contains("createInvitationResponse");
    Response given = answer(invitation, "{\"linkId\": \"recommend\", \"value\": 9}");
    assertThat(given.statusCode()).as(given.asString()).isEqualTo(201);
    assertThat(get("/v1/responses/" + response).<String>path("status")).isEqualTo("completed");
  }

  private void anonymousSurvey() {
    version =
        Given.version(
            tenant,
            Given.survey(tenant, Given.SURVEY.replaceFirst("\\{", "{\"anonymous\": true,")));
  }

  /// The one invitation of a campaign with one person.
  private String invitation() {
    people(1, "end-user");
    String campaign = create("", "");
    settled(campaign);
    return get(invitationsOf(campaign)).path("items[0].id");
  }

  /// The link of an invitation whose response was begun by it.
  private Response begunLink(String invitation) {
    Response link =
        as(tenant, "surveys:write").post("/v1/invitations/%s/links".formatted(invitation));
    as(tenant, "responses:submit")
        .contentType("application/x-www-form-urlencoded")
        .redirects()
        .follow(false)
        .post(link.<String>path("path"))
        .then()
        .statusCode(303);
    return link;
  }

  private Response complete(String response) {
    return as(tenant, "responses:submit")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(
            """
            {"status": "completed", "answers": [{"linkId": "recommend", "value": 9}]}""")
        .patch("/v1/responses/" + response);
  }
}
