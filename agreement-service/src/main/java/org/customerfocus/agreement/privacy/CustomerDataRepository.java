package org.customerfocus.agreement.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.conventions.privacy.ArchivePart;
import org.customerfocus.conventions.privacy.JournalErasure;
import org.customerfocus.conventions.privacy.PersonalData;
import org.customerfocus.conventions.privacy.Subject;
import org.hibernate.Session;

/// The agreements with a party and what was measured for it. Erased, they lose the customer's words
/// and the sources' references; what was promised and how far it was kept stays, about the ids of a
/// tombstone.
@ApplicationScoped
class CustomerDataRepository implements PersonalData {

  private static final String AGREEMENTS =
      """
      FROM agreement a WHERE a.customer_id = ANY (?) OR a.customer_party_id = ANY (?)
        OR a.provider_party_id = ANY (?)""";

  private static final String VERSIONS =
      """
      FROM agreement_version v WHERE v.agreement_id = ANY (?) OR v.covered_user_ids && ?""";

  /// What sources reported, as it is and as it was.
  private static final List<String> REPORTS =
      List.of(
          "measurement",
          "measurement_history",
          "state_change",
          "state_change_history",
          "timer_event",
          "timer_event_history");

  /// What follows from agreements, with words of people in it.
  private static final List<String> FOLLOWS = List.of("breach", "service_credit", "underpinning");

  /// Those, and what was corrected of them.
  private static final List<String> OF_CUSTOMERS =
      Stream.concat(REPORTS.stream(), Stream.of("correction")).toList();

  private static final String REPORTED =
      OF_CUSTOMERS.stream()
          .map("SELECT id FROM %s WHERE customer_id = ANY (?)"::formatted)
          .collect(Collectors.joining(" UNION "));

  private final EntityManager entities;
  private final InstantSource clock;

  CustomerDataRepository(EntityManager entities, InstantSource clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public void read(Subject subject, Connection connection, ArchivePart part)
      throws SQLException, IOException {
    Set<UUID> agreements =
        ids(
            connection,
            "SELECT a.id " + AGREEMENTS,
            subject.customers(),
            subject.parties(),
            subject.parties());
    Set<UUID> versions =
        ids(connection, "SELECT v.id " + VERSIONS, agreements, subject.customers());
    part.add(
        connection,
        "agreement",
        "SELECT to_jsonb(a) - 'tenant_id' FROM agreement a WHERE a.id = ANY (?) ORDER BY a.id",
        List.of(agreements));
    part.add(
        connection,
        "agreement-version",
        "SELECT to_jsonb(v) - 'tenant_id' " + VERSIONS + " ORDER BY v.id",
        List.of(agreements, subject.customers()));
    part.add(
        connection,
        "commitment",
        """
        SELECT to_jsonb(c) - 'tenant_id' FROM commitment c WHERE c.version_id = ANY (?)
        ORDER BY c.version_id, c.place""",
        List.of(versions));
    part.add(
        connection,
        "agreement-signature",
        """
        SELECT to_jsonb(s) - 'tenant_id' FROM agreement_signature s
        WHERE s.agreement_id = ANY (?) OR s.party_id = ANY (?) ORDER BY s.id""",
        List.of(agreements, subject.parties()));
    part.add(
        connection,
        "agreement-document",
        """
        SELECT to_jsonb(d) - 'tenant_id' FROM agreement_document d WHERE d.agreement_id = ANY (?)
        ORDER BY d.id""",
        List.of(agreements));
    part.add(
        connection,
        "exclusion",
        """
        SELECT to_jsonb(e) - 'tenant_id' FROM exclusion e WHERE e.agreement_id = ANY (?)
        ORDER BY e.id""",
        List.of(agreements));
    for (String table : FOLLOWS) {
      part.add(
          connection,
          table.replace('_', '-'),
          "SELECT to_jsonb(f) - 'tenant_id' FROM %s f WHERE f.agreement_id = ANY (?) ORDER BY f.id"
              .formatted(table),
          List.of(agreements));
    }
    for (String table : OF_CUSTOMERS) {
      part.add(
          connection,
          table.replace('_', '-'),
          "SELECT to_jsonb(m) - 'tenant_id' FROM %s m WHERE m.customer_id = ANY (?) ORDER BY m.id"
              .formatted(table),
          List.of(subject.customers()));
    }
    List<Collection<UUID>> audited = new ArrayList<>(List.of(agreements, agreements));
    audited.addAll(Collections.nCopies(OF_CUSTOMERS.size(), subject.customers()));
    part.addAudit(
        connection,
        "SELECT unnest(?) UNION SELECT id FROM exclusion WHERE agreement_id = ANY (?) UNION "
            + REPORTED,
        audited);
  }

  @Override
  public void erase(Subject subject) {
    entities.flush();
    Instant now = clock.instant();
    entities.unwrap(Session.class).doWork(connection -> erase(subject, connection, now));
    entities.clear();
  }

  private static void erase(Subject subject, Connection connection, Instant now)
      throws SQLException {
    Set<UUID> agreements =
        ids(
            connection,
            "SELECT id FROM agreement WHERE customer_id = ANY (?) OR customer_party_id = ANY (?)",
            subject.customers(),
            subject.parties());
    Set<UUID> changed = new LinkedHashSet<>(agreements);
    changed.addAll(
        ids(connection, "SELECT id FROM exclusion WHERE agreement_id = ANY (?)", agreements));
    for (String table : FOLLOWS) {
      changed.addAll(
          ids(
              connection,
              "SELECT id FROM %s WHERE agreement_id = ANY (?)".formatted(table),
              agreements));
    }
    changed.addAll(reported(connection, subject.customers()));
    JournalErasure.erase(connection, changed, subject.ids());
    try (PreparedStatement redact = connection.prepareStatement("SELECT redact_agreements(?, ?)")) {
      redact.setArray(1, array(connection, agreements));
      redact.setObject(2, now.atOffset(ZoneOffset.UTC));
      redact.execute();
    }
    forgetWords(connection, agreements);
    ReportErasureRepository.erase(connection, REPORTS, subject.customers());
    forget(
        connection,
        "UPDATE correction SET reason = 'Erased', author = 'Erased' WHERE customer_id = ANY (?)",
        subject.customers());
  }

  /// What people said of breaches, credits and support; what became of them stays.
  private static void forgetWords(Connection connection, Set<UUID> agreements) throws SQLException {
    forget(
        connection,
        """
        UPDATE breach SET cause_text = 'Erased', version = version + 1
        WHERE cause_text IS NOT NULL AND agreement_id = ANY (?)""",
        agreements);
    for (String table : List.of("service_credit", "underpinning")) {
      forget(
          connection,
          """
          UPDATE %s SET note = 'Erased', version = version + 1
          WHERE note IS NOT NULL AND agreement_id = ANY (?)"""
              .formatted(table),
          agreements);
    }
  }

  private static void forget(Connection connection, String sql, Collection<UUID> customers)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setArray(1, array(connection, customers));
      update.executeUpdate();
    }
  }

  private static Set<UUID> reported(Connection connection, Collection<UUID> customers)
      throws SQLException {
    Set<UUID> ids = new LinkedHashSet<>();
    for (String table : OF_CUSTOMERS) {
      ids.addAll(
          ids(
              connection,
              "SELECT id FROM %s WHERE customer_id = ANY (?)".formatted(table),
              customers));
    }
    return ids;
  }

  @SafeVarargs
  private static Set<UUID> ids(Connection connection, String query, Collection<UUID>... parameters)
      throws SQLException {
    Set<UUID> ids = new LinkedHashSet<>();
    try (PreparedStatement select = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setArray(i + 1, array(connection, parameters[i]));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getObject(1, UUID.class));
        }
      }
    }
    return ids;
  }

  private static Array array(Connection connection, Collection<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }
}
