package org.customerfocus.survey.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Reminders by e-mail.
@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(Outside.class)
class RemindersTest extends MailFixture {

  @Test
  void remindersGoToThoseWhoHaveNotAnswered() throws SQLException {
    UUID eager = UUID.randomUUID();
    UUID slow = UUID.randomUUID();
    List<UUID> invitations = offer(false, List.of(1, 2), eager, slow);
    soon().until(() -> total("sent"), "2"::equals);
    run(() -> ledger.completed(invitations.getFirst()));

    owner("UPDATE survey_mail_job SET due_at = now() WHERE tenant_id = '%s'".formatted(tenant));

    soon().until(() -> received(slow), found -> found.size() == 2);
    soon().until(() -> mail(invitations.getFirst()).path("items[1].status"), "cancelled"::equals);
    assertThat(mail(invitations.getFirst()).<String>path("items[1].reason"))
        .isEqualTo("The survey was answered before.");
    assertThat(received(eager)).hasSize(1);
    List<MimeMessage> sent = received(slow);
    assertThat(sent.stream().map(MailWorkerTest::subject))
        .containsExactlyInAnyOrder("Wie war Ihre <Reise>?", "Erinnerung: Wie war Ihre <Reise>?");
    // The second reminder waits for its day.
    soon().until(() -> mail(invitations.get(1)).path("items[2].status"), "waiting"::equals);
    assertThat(
            as(tenant, "surveys:read")
                .get("/v1/invitations/" + invitations.get(1))
                .<Integer>path("reminded"))
        .isEqualTo(1);
  }

  @Test
  void aReminderThatIsCancelledDoesNotEndTheOthers() throws SQLException {
    UUID party = UUID.randomUUID();
    UUID invitation = offer(false, List.of(1, 2), party).getFirst();
    soon().until(() -> total("sent"), "1"::equals);
    Outside.REFUSING.add(party.toString());
    owner("UPDATE survey_mail_job SET due_at = now() WHERE tenant_id = '%s'".formatted(tenant));
    soon().until(() -> mail(invitation).path("items[1].status"), "cancelled"::equals);

    Outside.REFUSING.remove(party.toString());
    owner("UPDATE survey_mail_job SET due_at = now() WHERE tenant_id = '%s'".formatted(tenant));

    soon().until(() -> mail(invitation).path("items[2].status"), "sent"::equals);
    assertThat(mail(invitation).<List<Integer>>path("items.ordinal")).containsExactly(0, 1, 2);
    assertThat(received(party)).hasSize(2);
    assertThat(
            as(tenant, "surveys:read")
                .get("/v1/invitations/" + invitation)
                .<Integer>path("reminded"))
        .isEqualTo(1);
  }
}
