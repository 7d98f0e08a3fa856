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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

  private static final String MEASUREMENTS = "FROM measurement m WHERE m.customer_id = ANY (?)";

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
        "exclusion",
        """
        SELECT to_jsonb(e) - 'tenant_id' FROM exclusion e WHERE e.agreement_id = ANY (?)
        ORDER BY e.id""",
        List.of(agreements));
    part.add(
        connection,
        "measurement",
        "SELECT to_jsonb(m) - 'tenant_id' " + MEASUREMENTS + " ORDER BY m.id",
        List.of(subject.customers()));
    part.addAudit(
        connection,
        "SELECT unnest(?) UNION SELECT id FROM exclusion WHERE agreement_id = ANY (?)"
            + " UNION SELECT m.id "
            + MEASUREMENTS,
        List.of(agreements, agreements, subject.customers()));
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
    changed.addAll(ids(connection, "SELECT m.id " + MEASUREMENTS, subject.customers()));
    JournalErasure.erase(connection, changed, subject.ids());
    try (PreparedStatement redact = connection.prepareStatement("SELECT redact_agreements(?, ?)")) {
      redact.setArray(1, array(connection, agreements));
      redact.setObject(2, now.atOffset(ZoneOffset.UTC));
      redact.execute();
    }
    // Of the dimensions, those stay that an agreement counts by: its figures must not change.
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE measurement m
            SET entity_reference = 'Erased', source_id = 'erased-' || m.id, version = version + 1,
              updated_at = ?,
              dimensions = (
                SELECT coalesce(jsonb_object_agg(d.key, d.value), '{}') FROM jsonb_each(m.dimensions) d
                WHERE EXISTS (SELECT 1 FROM commitment c
                              WHERE c.metric_id = m.metric_id
                                AND c.selector_dimensions @> jsonb_build_object(d.key, d.value)))
            WHERE m.customer_id = ANY (?)""")) {
      update.setObject(1, now.atOffset(ZoneOffset.UTC));
      update.setArray(2, array(connection, subject.customers()));
      update.executeUpdate();
    }
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
