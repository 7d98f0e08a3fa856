package org.customerfocus.survey.privacy;

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
import org.customerfocus.conventions.privacy.Subject;

/// The feedback of a party and the cases about it. Erased, they keep what figures are made of, of
/// nobody any more, and lose every word.
final class VoiceRepository {

  private static final String OF_SUBJECT = "customer_id = ANY (?) OR party_id = ANY (?)";

  /// Those of a party, and those of nobody else about what it said.
  private static final String CASES =
      """
      WITH s AS (SELECT cast(? AS uuid[]) AS customers, cast(? AS uuid[]) AS parties)
      SELECT c.id FROM s JOIN survey_case c ON c.customer_id = ANY (s.customers)
      UNION SELECT c.id FROM s JOIN survey_case c ON c.party_id = ANY (s.parties)
      UNION SELECT c.id FROM s
        JOIN feedback f ON f.customer_id = ANY (s.customers) OR f.party_id = ANY (s.parties)
        JOIN survey_case c ON c.feedback_id = f.id AND c.customer_id IS NULL AND c.party_id IS NULL
      UNION SELECT c.id FROM s
        JOIN response r ON r.customer_id = ANY (s.customers) OR r.party_id = ANY (s.parties)
        JOIN survey_case c ON c.response_id = r.id AND c.customer_id IS NULL AND c.party_id IS NULL""";

  /// What is done to the cases of a party, by their ids.
  private static final List<String> OF_CASES =
      List.of(
          "DELETE FROM case_comment WHERE case_id = ANY (?)",
          "DELETE FROM attachment WHERE case_id = ANY (?)",
          """
          UPDATE follow_up SET purpose = 'Erased', outcome = NULL, customer_id = NULL,
            party_id = NULL
          WHERE case_id = ANY (?)""",
          """
          UPDATE survey_case SET subject = 'Erased', customer_id = NULL, party_id = NULL,
            reporter_name = NULL, reporter_email = NULL, reporter_phone = NULL, root_cause = NULL,
            requested_remedy = NULL, given_remedy = NULL, decision = NULL, external_body = NULL,
            external_reference = NULL, external_at = NULL, secret_hash = id::text
          WHERE id = ANY (?)""");

  /// What is done besides, for customers and parties.
  private static final List<String> OF_SUBJECTS =
      List.of(
          """
          UPDATE feedback SET subject = NULL, text = NULL, attributes = '{}', customer_id = NULL,
            party_id = NULL, response_id = NULL, ref_scheme = NULL, ref_value = NULL
          WHERE %s"""
              .formatted(OF_SUBJECT),
          """
          UPDATE follow_up SET purpose = 'Erased', outcome = NULL, customer_id = NULL,
            party_id = NULL
          WHERE %s"""
              .formatted(OF_SUBJECT));

  /// Who sees to things, for parties.
  private static final List<String> OF_OWNERS =
      List.of(
          "UPDATE survey_case SET owner_party_id = NULL WHERE owner_party_id = ANY (?)",
          "UPDATE case_rule SET owner_party_id = NULL WHERE owner_party_id = ANY (?)",
          "UPDATE follow_up SET owner_party_id = NULL WHERE owner_party_id = ANY (?)");

  private VoiceRepository() {}

  static void read(Subject subject, Connection connection, ArchivePart part)
      throws SQLException, IOException {
    var whose = List.of(subject.customers(), subject.parties());
    part.add(
        connection,
        "feedback",
        "SELECT to_jsonb(f) - 'tenant_id' FROM feedback f WHERE %s ORDER BY id"
            .formatted(OF_SUBJECT),
        whose);
    part.add(
        connection,
        "case",
        """
        SELECT to_jsonb(c) - 'tenant_id' - 'secret_hash' FROM survey_case c WHERE %s ORDER BY id"""
            .formatted(OF_SUBJECT),
        whose);
    part.add(
        connection,
        "case-comment",
        """
        SELECT to_jsonb(t) - 'tenant_id' FROM case_comment t WHERE t.case_id IN (%s)
        ORDER BY t.id"""
            .formatted(CASES),
        whose);
    part.add(
        connection,
        "attachment",
        """
        SELECT to_jsonb(t) - 'tenant_id' || jsonb_build_object('content',
          (SELECT encode(bytes, 'base64') FROM attachment_content o
           WHERE o.attachment_id = t.id))
        FROM attachment t WHERE t.case_id IN (%s) ORDER BY t.id"""
            .formatted(CASES),
        whose);
    part.add(
        connection,
        "follow-up",
        "SELECT to_jsonb(t) - 'tenant_id' FROM follow_up t WHERE %s ORDER BY id"
            .formatted(OF_SUBJECT),
        whose);
  }

  static void erase(Subject subject, Connection connection) throws SQLException {
    Set<UUID> cases = ids(CASES, subject, connection);
    Set<UUID> written = new LinkedHashSet<>(cases);
    written.addAll(ids("SELECT id FROM feedback WHERE " + OF_SUBJECT, subject, connection));
    written.addAll(ids("SELECT id FROM follow_up WHERE " + OF_SUBJECT, subject, connection));
    JournalErasure.erase(connection, written, subject.ids());
    for (String erasure : OF_CASES) {
      try (PreparedStatement statement = connection.prepareStatement(erasure)) {
        statement.setArray(1, connection.createArrayOf("uuid", cases.toArray()));
        statement.executeUpdate();
      }
    }
    for (String erasure : OF_SUBJECTS) {
      try (PreparedStatement statement = connection.prepareStatement(erasure)) {
        statement.setArray(1, connection.createArrayOf("uuid", subject.customers().toArray()));
        statement.setArray(2, connection.createArrayOf("uuid", subject.parties().toArray()));
        statement.executeUpdate();
      }
    }
    for (String erasure : OF_OWNERS) {
      try (PreparedStatement statement = connection.prepareStatement(erasure)) {
        statement.setArray(1, connection.createArrayOf("uuid", subject.parties().toArray()));
        statement.executeUpdate();
      }
    }
  }

  private static Set<UUID> ids(String query, Subject subject, Connection connection)
      throws SQLException {
    Set<UUID> ids = new LinkedHashSet<>();
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setArray(1, connection.createArrayOf("uuid", subject.customers().toArray()));
      select.setArray(2, connection.createArrayOf("uuid", subject.parties().toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getObject(1, UUID.class));
        }
      }
    }
    return ids;
  }
}
