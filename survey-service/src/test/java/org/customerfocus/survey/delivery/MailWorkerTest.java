package org.customerfocus.survey.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Invitations by e-mail.
@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(Outside.class)
class MailWorkerTest extends MailFixture {

  @Test
  void anInvitationReachesThePersonInTheirLanguageWithTheirLinkAndAWayOut() throws Exception {
    UUID party = UUID.randomUUID();
    UUID invitation = offer(false, List.of(), party).getFirst();

    MimeMessage sent = soon().until(() -> received(party), found -> found.size() == 1).getFirst();

    assertThat(sent.getFrom()[0].toString()).isEqualTo("Harbour & Co <surveys@harbour.example>");
    assertThat(sent.getSubject()).isEqualTo("Wie war Ihre <Reise>?");
    assertThat(sent.getHeader("Content-Language")).containsExactly("de");
    assertThat(sent.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String link = "https://focus.example" + path(invitation);
    assertThat(sent.getHeader("List-Unsubscribe")[0]).isEqualTo("<" + link + "/unsubscribe>");
    assertThat(part(sent, 0))
        .contains("Guten Tag Maya Lindqvist", "Harbour & Co", "Two minutes.", link + "\n")
        .contains(link + "/unsubscribe");
    assertThat(part(sent, 1))
        .contains(
            "lang=\"de\" dir=\"ltr\"", "Wie war Ihre &lt;Reise&gt;?", "href=\"" + link + "\"");
    soon().until(() -> mail(invitation).path("items[0].status"), "sent"::equals);
    assertThat(mail(invitation).<Integer>path("items[0].attempts")).isEqualTo(1);
    assertThat(sent.getMessageID())
        .isEqualTo("<%s@harbour.example>".formatted(mail(invitation).<String>path("items[0].id")));
    assertThat(status(invitation)).isEqualTo("delivered");
    assertThat(stored()).doesNotContain("people.example", "Lindqvist");
  }

  @Test
  void manyLeaveOnceEach() {
    UUID[] parties = Stream.generate(UUID::randomUUID).limit(200).toArray(UUID[]::new);

    offer(false, List.of(), parties);

    soon().until(() -> total("sent"), "200"::equals);
    assertThat(received(parties)).hasSize(200);
  }

  @Test
  void aWorkerThatDiesInABatchLosesNoMailAndDoublesAtMostOne() throws Exception {
    UUID[] parties = Stream.generate(UUID::randomUUID).limit(10).toArray(UUID[]::new);
    offerLater(parties);
    // What SIGKILL leaves behind: each step has committed by itself, and nothing else happened.
    List<Lease> batch = claimAll();
    assertThat(batch).hasSize(10);
    owner("UPDATE survey_mail_job SET due_at = now() WHERE tenant_id = '%s'".formatted(tenant));
    int died = 4;
    for (int i = 0; i <= died; i++) {
      Lease each = batch.get(i);
      Errand errand = Objects.requireNonNull(work.call(system(false), () -> steps.begin(each)));
      Letter letter =
          letters.write(
              errand,
              new Recipient.Reachable("Maya", errand.party() + "@people.example", List.of()),
              null);
      try (MailRun run = server.open()) {
        assertThat(run.send(letter, false)).isEqualTo(new Outcome.Sent());
      }
      if (i < died) {
        run(() -> steps.settle(each, errand, new Outcome.Sent()));
      }
    }

    soon().atMost(Duration.ofSeconds(30)).until(() -> total("sent"), "10"::equals);
    List<MimeMessage> sent = received(parties);
    assertThat(sent.stream().map(MailWorkerTest::id).distinct()).hasSize(10);
    // The one that nobody knew about came twice, and both times as the same.
    assertThat(sent).hasSize(11);
    // Should the dead one come to life again, it can do nothing.
    assertThat(work.call(system(false), () -> steps.begin(batch.get(died)))).isNull();
  }

  @Test
  void mailsWaitForAServerThatIsAway() {
    UUID party = UUID.randomUUID();
    Outside.hangUp();
    UUID invitation;
    try {
      invitation = offer(false, List.of(), party).getFirst();
      soon().until(() -> mail(invitation).path("items[0].reason") != null);
      assertThat(mail(invitation).<String>path("items[0].status")).isEqualTo("waiting");
      assertThat(mail(invitation).<String>path("items[0].reason"))
          .isEqualTo("The mail server cannot be reached, or has broken off.");
    } finally {
      Outside.listen();
    }

    soon()
        .atMost(Duration.ofSeconds(40))
        .until(() -> mail(invitation).path("items[0].status"), "sent"::equals);
    assertThat(received(party)).hasSize(1);
  }

  @Test
  void nothingOfATestTenantLeaves() {
    UUID party = UUID.randomUUID();
    UUID invitation = offer(true, List.of(), party).getFirst();

    soon().until(() -> mail(invitation).path("items[0].status"), "withheld"::equals);

    assertThat(mail(invitation).<String>path("items[0].reason"))
        .isEqualTo("E-mails of a test tenant do not leave the platform.");
    assertThat(status(invitation)).isEqualTo("offered");
    assertThat(received(party)).isEmpty();
  }

  @Test
  void whoCannotBeWrittenToIsToldWithTheReason() {
    UUID party = UUID.randomUUID();
    Outside.PARTIES.put(
        party.toString(), "{\"id\": \"%s\", \"name\": \"Nobody\"}".formatted(party));
    UUID refusing = UUID.randomUUID();
    Outside.REFUSING.add(refusing.toString());

    List<UUID> invitations = offer(false, List.of(), party, refusing);

    soon().until(() -> status(invitations.getFirst()), "failed"::equals);
    assertThat(mail(invitations.getFirst()).<String>path("items[0].reason"))
        .isEqualTo("The person has no e-mail address that is valid today.");
    soon().until(() -> mail(invitations.get(1)).path("items[0].status"), "cancelled"::equals);
    assertThat(mail(invitations.get(1)).<String>path("items[0].reason"))
        .isEqualTo("The person wants no surveys by e-mail (withdrawn).");
    assertThat(received(party, refusing)).isEmpty();
  }

  @Test
  void permissionIsAskedForThePurposeOfTheCampaign() throws SQLException {
    owner(
        "UPDATE campaign SET plan = '{\"permission\": {\"purpose\": \"research\"}}' WHERE id = '%s'"
            .formatted(campaign));
    UUID party = UUID.randomUUID();

    offer(false, List.of(), party);

    soon().until(() -> received(party), found -> found.size() == 1);
    assertThat(Outside.ASKED).anyMatch(query -> query.contains(party + "&purpose=research&"));
  }

  @Test
  void oneClickEndsThemAtOnce() throws SQLException {
    UUID party = UUID.randomUUID();
    UUID invitation = offer(false, List.of(1), party).getFirst();
    soon().until(() -> total("sent"), "1"::equals);
    String path = path(invitation) + "/unsubscribe";

    Response asked = as(tenant, "responses:submit").header("Accept-Language", "ar").get(path);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.asString()).contains("dir=\"rtl\"", "<form method=\"post\">");
    assertThat(Outside.TOLD.stream().filter(told -> told.startsWith(party.toString()))).isEmpty();
    Response done =
        as(tenant, "responses:submit")
            .contentType("application/x-www-form-urlencoded")
            .body("List-Unsubscribe=One-Click")
            .post(path);
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
    assertThat(done.asString()).contains("You will receive no more surveys by e-mail.");

    owner("UPDATE survey_mail_job SET due_at = now() WHERE tenant_id = '%s'".formatted(tenant));
    soon().until(() -> mail(invitation).path("items[1].status"), "cancelled"::equals);
    soon().until(() -> Outside.TOLD.stream().anyMatch(told -> told.startsWith(party.toString())));
    assertThat(received(party)).hasSize(1);
    Response unknown =
        as(tenant, "responses:submit").post("/s/" + tenant + ".AAAAAAAAAAAAAAAAAAAAAA/unsubscribe");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.contentType()).startsWith("text/html");
  }
}
