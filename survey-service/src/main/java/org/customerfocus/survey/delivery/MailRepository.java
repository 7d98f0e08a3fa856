package org.customerfocus.survey.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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

  private final EntityManager entities;
  private final Keyset keyset;
  private final AgroalDataSource jobs;

  MailRepository(EntityManager entities, Keyset keyset, @DataSource("job") AgroalDataSource jobs) {
    this.entities = entities;
    this.keyset = keyset;
    this.jobs = jobs;
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

  /// Takes e-mails that are due, of any tenant, as the job role. Those whose worker is gone are due
  /// again when its lease is over.
  List<Claimed> claim(Instant now, Instant until, int limit) throws SQLException {
    try (Connection connection = jobs.getConnection();
        PreparedStatement claim =
            connection.prepareStatement(
                """
                UPDATE survey_mail_job j SET due_at = ?, attempt = j.attempt + 1
                FROM (SELECT tenant_id, mail_id FROM survey_mail_job WHERE due_at <= ?
                      ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED) due
                WHERE j.tenant_id = due.tenant_id AND j.mail_id = due.mail_id
                RETURNING j.tenant_id, j.mail_id, j.test, j.attempt""")) {
      claim.setObject(1, until.atOffset(ZoneOffset.UTC));
      claim.setObject(2, now.atOffset(ZoneOffset.UTC));
      claim.setInt(3, limit);
      List<Claimed> claimed = new ArrayList<>();
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          claimed.add(
              new Claimed(
                  row.getString(1),
                  row.getObject(2, UUID.class),
                  row.getBoolean(3),
                  row.getInt(4)));
        }
      }
      return claimed;
    }
  }

  /// Gives back what was taken and not begun.
  void release(List<Claimed> rest, Instant due) throws SQLException {
    try (Connection connection = jobs.getConnection();
        PreparedStatement release =
            connection.prepareStatement(
                """
                UPDATE survey_mail_job SET due_at = ?
                WHERE tenant_id = ? AND mail_id = ? AND attempt = ?""")) {
      for (Claimed each : rest) {
        release.setObject(1, due.atOffset(ZoneOffset.UTC));
        release.setString(2, each.tenant());
        release.setObject(3, each.mail());
        release.setInt(4, each.attempt());
        release.addBatch();
      }
      release.executeBatch();
    }
  }

  /// Keeps the lease until then, and everybody else off until the transaction ends.
  ///
  /// @return false where it is another worker's by now
  boolean hold(Claimed claimed, Instant until) {
    return entities
            .createNativeQuery(
                """
                UPDATE survey_mail_job SET due_at = :until
                WHERE mail_id = :mail AND attempt = :attempt""")
            .setParameter("until", until)
            .setParameter("mail", claimed.mail())
            .setParameter("attempt", claimed.attempt())
            .executeUpdate()
        == 1;
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

  /// There is nothing left to do.
  void forget(UUID mail) {
    entities
        .createNativeQuery("DELETE FROM survey_mail_job WHERE mail_id = :mail")
        .setParameter("mail", mail)
        .executeUpdate();
  }
}
