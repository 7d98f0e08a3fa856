package org.customerfocus.survey.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MailRepository {

  static final Fields FIELDS =
      Fields.of("survey_mail")
          .sortable("invitationId", UUID.class)
          .sortable("campaignId", UUID.class)
          .sortable("status", MailStatus.class)
          .sortable("dueAt", Instant.class)
          .sortable("createdAt", Instant.class)
          .build();

  /// Which e-mails are to be sent, and when.
  static final DueWorkRepository.Kind WORK =
      new DueWorkRepository.Kind("survey_mail_job", "mail_id");

  private final EntityManager entities;
  private final Keyset keyset;

  MailRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  /// An e-mail and how often it was tried.
  record Waiting(UUID invitation, int ordinal, int attempts) {}

  Page<SurveyMail> list(PageQuery query) {
    return keyset.page(SurveyMail.class, FIELDS, query);
  }

  SurveyMail get(UUID id) {
    SurveyMail mail = entities.find(SurveyMail.class, id);
    if (mail == null) {
      throw ProblemException.notFound("survey mail", id);
    }
    return mail;
  }

  /// Queues an e-mail for each of these invitations, once.
  ///
  /// @param ordinal 0 for the invitation itself
  void queue(Collection<UUID> invitations, int ordinal, Instant due, Instant now, boolean test) {
    entities
        .createNativeQuery(
            """
            WITH made AS (
              INSERT INTO survey_mail (tenant_id, id, created_at, invitation_id, campaign_id, kind,
                ordinal, status, due_at, attempts)
              SELECT tenant_id, uuidv7(), :now, id, campaign_id, :kind, :ordinal, 'waiting', :due, 0
              FROM invitation WHERE id = ANY (:invitations)
              ON CONFLICT (tenant_id, invitation_id, ordinal) DO NOTHING
              RETURNING tenant_id, id)
            INSERT INTO survey_mail_job (tenant_id, mail_id, test, due_at, attempt)
            SELECT tenant_id, id, :test, :due, 0 FROM made""")
        .setParameter("now", now)
        .setParameter("kind", (ordinal == 0 ? MailKind.INVITATION : MailKind.REMINDER).wire())
        .setParameter("ordinal", ordinal)
        .setParameter("due", due)
        .setParameter("invitations", invitations.toArray(UUID[]::new))
        .setParameter("test", test)
        .executeUpdate();
  }

  /// Marks the e-mail as being handed over: what happens to it from here on is not known before
  /// [#settle].
  ///
  /// @return how often it was tried before
  Waiting begin(UUID mail) {
    Waiting before = tried(mail);
    entities
        .createNativeQuery(
            "UPDATE survey_mail SET status = 'sending', attempts = attempts + 1 WHERE id = :mail")
        .setParameter("mail", mail)
        .executeUpdate();
    return before;
  }

  Waiting tried(UUID mail) {
    Tuple row =
        (Tuple)
            entities
                .createNativeQuery(
                    "SELECT invitation_id, ordinal, attempts FROM survey_mail WHERE id = :mail",
                    Tuple.class)
                .setParameter("mail", mail)
                .getSingleResult();
    return new Waiting(
        row.get(0, UUID.class),
        row.get(1, Number.class).intValue(),
        row.get(2, Number.class).intValue());
  }

  void settle(UUID mail, MailStatus status, @Nullable Instant sentAt, @Nullable String reason) {
    entities
        .createNativeQuery(
            """
            UPDATE survey_mail SET status = :status, sent_at = cast(:sentAt AS timestamptz),
              reason = cast(:reason AS text)
            WHERE id = :mail""")
        .setParameter("status", status.wire())
        .setParameter("sentAt", sentAt)
        .setParameter("reason", reason)
        .setParameter("mail", mail)
        .executeUpdate();
  }
}
