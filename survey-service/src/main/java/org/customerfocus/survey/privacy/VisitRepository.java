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
import org.customerfocus.conventions.privacy.Subject;

/// What visits, and the improvements that follow, tell of a party: as a customer who was visited,
/// as somebody who was met, or as one of our own people who went. Erased, the visits stay as
/// numbers.
final class VisitRepository {

  private static final String OF_CUSTOMER =
      "SELECT id FROM gemba_visit WHERE customer_id = ANY (?)";
  private static final String WITH_PARTY =
      "SELECT visit_id FROM gemba_observation WHERE with_party_id = ANY (?)";

  /// Each for customers and parties.
  private static final List<String> ERASURES =
      List.of(
          """
          UPDATE gemba_observation SET seen = '(erased)', said = NULL, seen_where = NULL,
            with_party_id = NULL, with_whom = NULL, evidence = '[]'
          WHERE visit_id IN (%s) OR with_party_id = ANY (?)"""
              .formatted(OF_CUSTOMER),
          """
          UPDATE gemba_finding SET statement = '(erased)'
          WHERE visit_id IN (%s) AND cardinality(?::uuid[]) >= 0"""
              .formatted(OF_CUSTOMER),
          """
          UPDATE gemba_visit SET title = '(erased)', purpose = NULL, place = '(erased)',
            customer_id = NULL, met_stated = true
          WHERE customer_id = ANY (?) AND cardinality(?::uuid[]) >= 0""",
          """
          DELETE FROM gemba_visit_visitor
          WHERE cardinality(?::uuid[]) >= 0 AND party_id = ANY (?)""",
          "DELETE FROM gemba_visitor WHERE cardinality(?::uuid[]) >= 0 AND party_id = ANY (?)",
          "DELETE FROM improvement_notification WHERE customer_id = ANY (?) OR party_id = ANY (?)",
          """
          UPDATE improvement SET owner_party_id = NULL
          WHERE cardinality(?::uuid[]) >= 0 AND owner_party_id = ANY (?)""");

  private VisitRepository() {}

  static void read(Subject subject, Connection connection, ArchivePart part)
      throws SQLException, IOException {
    part.add(
        connection,
        "gemba-visit",
        """
        SELECT to_jsonb(v) - 'tenant_id' FROM gemba_visit v
        WHERE v.id IN (%s) OR v.id IN (SELECT visit_id FROM gemba_visit_visitor
                                       WHERE party_id = ANY (?))
        ORDER BY v.id"""
            .formatted(OF_CUSTOMER),
        List.of(subject.customers(), subject.parties()));
    part.add(
        connection,
        "gemba-observation",
        """
        SELECT to_jsonb(o) - 'tenant_id' FROM gemba_observation o
        WHERE o.visit_id IN (%s) OR o.with_party_id = ANY (?) ORDER BY o.id"""
            .formatted(OF_CUSTOMER),
        List.of(subject.customers(), subject.parties()));
    part.add(
        connection,
        "gemba-finding",
        "SELECT to_jsonb(f) - 'tenant_id' FROM gemba_finding f WHERE f.visit_id IN (%s) ORDER BY f.id"
            .formatted(OF_CUSTOMER),
        List.of(subject.customers()));
    readImprovements(subject, connection, part);
  }

  private static void readImprovements(Subject subject, Connection connection, ArchivePart part)
      throws SQLException, IOException {
    part.add(
        connection,
        "improvement-notification",
        """
        SELECT to_jsonb(n) - 'tenant_id' FROM improvement_notification n
        WHERE n.customer_id = ANY (?) OR n.party_id = ANY (?) ORDER BY n.id""",
        List.of(subject.customers(), subject.parties()));
    part.add(
        connection,
        "improvement",
        """
        SELECT to_jsonb(i) - 'tenant_id' FROM improvement i
        WHERE i.owner_party_id = ANY (?) ORDER BY i.id""",
        List.of(subject.parties()));
  }

  /// The visits whose history tells something of the party.
  static Set<UUID> about(Subject subject, Connection connection) throws SQLException {
    Set<UUID> visits = new LinkedHashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(OF_CUSTOMER + " UNION " + WITH_PARTY)) {
      bind(subject, connection, select);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          visits.add(row.getObject(1, UUID.class));
        }
      }
    }
    return visits;
  }

  static void erase(Subject subject, Connection connection) throws SQLException {
    for (String erasure : ERASURES) {
      try (PreparedStatement statement = connection.prepareStatement(erasure)) {
        bind(subject, connection, statement);
        statement.executeUpdate();
      }
    }
  }

  private static void bind(Subject subject, Connection connection, PreparedStatement statement)
      throws SQLException {
    statement.setArray(1, connection.createArrayOf("uuid", subject.customers().toArray()));
    statement.setArray(2, connection.createArrayOf("uuid", subject.parties().toArray()));
  }
}
