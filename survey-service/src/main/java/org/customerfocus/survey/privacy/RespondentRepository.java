package org.customerfocus.survey.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.privacy.ArchivePart;
import org.customerfocus.conventions.privacy.JournalErasure;
import org.customerfocus.conventions.privacy.PersonalData;
import org.customerfocus.conventions.privacy.Subject;
import org.customerfocus.survey.counting.Folds;
import org.hibernate.Session;

/// The responses of a party. Erased, they keep their scores, linked to nobody, and lose their texts
/// and what was known of the respondent.
@ApplicationScoped
class RespondentRepository implements PersonalData {

  /// What is erased, each statement for the responses' ids.
  private static final List<String> ERASURES =
      List.of(
          """
          DELETE FROM answer
          WHERE text IS NOT NULL AND option_code IS NULL AND response_id = ANY (?)""",
          "UPDATE answer SET text = NULL WHERE text IS NOT NULL AND response_id = ANY (?)",
          "DELETE FROM response_attribute WHERE response_id = ANY (?)",
          "DELETE FROM response_revision WHERE response_id = ANY (?)",
          """
          UPDATE response SET customer_id = NULL, party_id = NULL, ref_scheme = NULL,
            ref_value = NULL, campaign_id = NULL, invitation_id = NULL, link_id = NULL
          WHERE id = ANY (?)""");

  private static final String RESPONSES =
      "SELECT id FROM response WHERE customer_id = ANY (?) OR party_id = ANY (?)";

  /// What campaigns know of people, for the archive.
  private static final List<String> INVITED = List.of("invitation", "audience_member");

  private static final String OF_SUBJECT = "(customer_id = ANY (?) OR party_id = ANY (?))";

  /// Invitations stay as numbers; that the party wants to hear of no survey any more goes with it,
  /// since there is nobody left to ask. Each statement for customers and parties.
  private static final List<String> INVITATION_ERASURES =
      List.of(
          """
          UPDATE invitation SET customer_id = NULL, party_id = NULL, remind_at = NULL,
            attributes = '{"roles":[],"segmentIds":[]}'
          WHERE %s"""
              .formatted(OF_SUBJECT),
          "DELETE FROM audience_member WHERE " + OF_SUBJECT,
          "DELETE FROM campaign_occasion WHERE customer_id = ANY (?) OR customer_id = ANY (?)",
          "DELETE FROM contact WHERE party_id = ANY (?) OR party_id = ANY (?)",
          "DELETE FROM suppression WHERE party_id = ANY (?) OR party_id = ANY (?)");

  /// What is done with the refused rows that are about the party, by a query for its responses'
  /// ids, a statement before the condition, and what comes after it. The last parameter is its own
  /// ids.
  private static final String REFUSED =
      """
      WITH response_ids (id) AS (%s),
      named (cell) AS (
        SELECT unnest(?)::text
        UNION SELECT lower(btrim(ref_value)) FROM response JOIN response_ids USING (id)
        UNION SELECT lower(btrim(a.text)) FROM answer a
          JOIN response_ids r ON r.id = a.response_id
        UNION SELECT lower(btrim(a.text)) FROM response_attribute a
          JOIN response_ids r ON r.id = a.response_id)
      %s WHERE EXISTS (
        SELECT 1 FROM unnest(r.cells) c JOIN named n ON n.cell = lower(btrim(c))
        WHERE n.cell <> '') %s""";

  private final EntityManager entities;
  private final Folds folds;

  RespondentRepository(EntityManager entities, Folds folds) {
    this.entities = entities;
    this.folds = folds;
  }

  @Override
  public void read(Subject subject, Connection connection, ArchivePart part)
      throws SQLException, IOException {
    var whose = List.of(subject.customers(), subject.parties());
    part.add(
        connection,
        "response",
        "SELECT to_jsonb(r) - 'tenant_id' FROM response r WHERE r.id IN (%s) ORDER BY r.id"
            .formatted(RESPONSES),
        whose);
    part.add(
        connection,
        "answer",
        """
        SELECT to_jsonb(a) - 'tenant_id' FROM answer a WHERE a.response_id IN (%s)
        ORDER BY a.response_id, a.link_id, a.ordinal"""
            .formatted(RESPONSES),
        whose);
    part.add(
        connection,
        "response-attribute",
        """
        SELECT to_jsonb(a) - 'tenant_id' FROM response_attribute a
        WHERE a.response_id IN (%s) ORDER BY a.response_id, a.key"""
            .formatted(RESPONSES),
        whose);
    part.add(
        connection,
        "response-revision",
        """
        SELECT to_jsonb(a) - 'tenant_id' FROM response_revision a
        WHERE a.response_id IN (%s) ORDER BY a.response_id, a.number"""
            .formatted(RESPONSES),
        whose);
    part.add(
        connection,
        "refused-row",
        REFUSED.formatted(
            RESPONSES,
            "SELECT to_jsonb(r) - 'tenant_id' FROM refused_row r",
            "ORDER BY r.import_id, r.row_number"),
        List.of(subject.customers(), subject.parties(), subject.ids()));
    for (String section : INVITED) {
      part.add(
          connection,
          section.replace('_', '-'),
          "SELECT to_jsonb(t) - 'tenant_id' FROM %s t WHERE %s ORDER BY id"
              .formatted(section, OF_SUBJECT),
          whose);
    }
    part.add(
        connection,
        "contact",
        """
        SELECT to_jsonb(c) - 'tenant_id' FROM contact c WHERE party_id = ANY (?)
        ORDER BY contacted_at, id""",
        List.of(subject.parties()));
    part.add(
        connection,
        "suppression",
        "SELECT to_jsonb(s) - 'tenant_id' FROM suppression s WHERE s.party_id = ANY (?)",
        List.of(subject.parties()));
    VisitRepository.read(subject, connection, part);
    VoiceRepository.read(subject, connection, part);
    part.addAudit(connection, RESPONSES, whose);
  }

  @Override
  public void erase(Subject subject) {
    entities.flush();
    Session session = entities.unwrap(Session.class);
    Set<UUID> responses = session.doReturningWork(connection -> responses(subject, connection));
    folds.changing(responses);
    session.doWork(connection -> erase(subject, responses, connection));
    folds.changed(responses);
    entities.clear();
  }

  private static void erase(Subject subject, Set<UUID> responses, Connection connection)
      throws SQLException {
    Set<UUID> told = new LinkedHashSet<>(responses);
    told.addAll(VisitRepository.about(subject, connection));
    JournalErasure.erase(connection, told, subject.ids());
    VisitRepository.erase(subject, connection);
    eraseRefused(subject, responses, connection);
    eraseInvitations(subject, connection);
    VoiceRepository.erase(subject, connection);
    for (String erasure : ERASURES) {
      try (PreparedStatement statement = connection.prepareStatement(erasure)) {
        statement.setArray(1, connection.createArrayOf("uuid", responses.toArray()));
        statement.executeUpdate();
      }
    }
  }

  private static void eraseInvitations(Subject subject, Connection connection) throws SQLException {
    for (String erasure : INVITATION_ERASURES) {
      try (PreparedStatement statement = connection.prepareStatement(erasure)) {
        statement.setArray(1, connection.createArrayOf("uuid", subject.customers().toArray()));
        statement.setArray(2, connection.createArrayOf("uuid", subject.parties().toArray()));
        statement.executeUpdate();
      }
    }
  }

  /// Rows that could not be imported are kept as they came: those with a cell that names the party,
  /// or that says what one of its responses says in words, go.
  private static void eraseRefused(Subject subject, Set<UUID> responses, Connection connection)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            REFUSED.formatted("SELECT unnest(?)", "DELETE FROM refused_row r", ""))) {
      statement.setArray(1, connection.createArrayOf("uuid", responses.toArray()));
      statement.setArray(2, connection.createArrayOf("uuid", subject.ids().toArray()));
      statement.executeUpdate();
    }
  }

  private static Set<UUID> responses(Subject subject, Connection connection) throws SQLException {
    Set<UUID> responses = new LinkedHashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT id FROM response WHERE customer_id = ANY (?) OR party_id = ANY (?)
            ORDER BY id FOR UPDATE""")) {
      select.setArray(1, connection.createArrayOf("uuid", subject.customers().toArray()));
      select.setArray(2, connection.createArrayOf("uuid", subject.parties().toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          responses.add(row.getObject(1, UUID.class));
        }
      }
    }
    return responses;
  }
}
