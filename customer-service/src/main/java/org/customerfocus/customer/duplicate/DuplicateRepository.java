package org.customerfocus.customer.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.customer.matching.Model;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DuplicateRepository {

  static final Fields FIELDS =
      Fields.of("duplicate")
          .sortable("leftPartyId", UUID.class)
          .sortable("rightPartyId", UUID.class)
          .sortable("status", DuplicateStatus.class)
          .sortable("certainty", CertaintyBand.class)
          .sortable("probability", BigDecimal.class)
          .sortable("createdAt", Instant.class)
          .build();

  static final Fields SCANS =
      Fields.of("duplicate_scan")
          .sortable("status", ScanStatus.class)
          .sortable("createdAt", Instant.class)
          .build();

  private static final StoredModel.Column MODEL = new StoredModel.Column();
  private static final ComparedFieldsColumn COMPARED = new ComparedFieldsColumn();

  private final EntityManager entities;
  private final Keyset keyset;

  DuplicateRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  Duplicate get(UUID id) {
    Duplicate pair = entities.find(Duplicate.class, id);
    if (pair == null) {
      throw ProblemException.notFound("duplicate", id);
    }
    return pair;
  }

  /// Waits for whoever else compares or merges the tenant's parties: the same lock as that of
  /// merges, taken before any row is locked.
  void queue(String tenant) {
    entities
        .createNativeQuery(
            "SELECT cast(pg_advisory_xact_lock(hashtextextended('merge ' || :tenant, 0)) AS text)")
        .setParameter("tenant", tenant)
        .getSingleResult();
  }

  Page<Duplicate> list(PageQuery query) {
    return keyset.page(Duplicate.class, FIELDS, query);
  }

  /// Notes what was found. A judgement stays while what was compared stays; a rejected pair whose
  /// parties have changed is open again.
  void note(String tenant, Collection<Found> found, Instant now) {
    if (!found.isEmpty()) {
      entities.unwrap(Session.class).doWork(connection -> note(connection, tenant, found, now));
    }
  }

  private static void note(
      Connection connection, String tenant, Collection<Found> found, Instant now)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO duplicate AS d (tenant_id, id, version, created_at, updated_at,
              left_party_id, right_party_id, status, certainty, probability, weight, fields,
              left_digest, right_digest, judged_at)
            SELECT ?, ?, 0, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?
            WHERE (SELECT count(*) FROM party WHERE id IN (?, ?)) = 2
            ON CONFLICT (tenant_id, left_party_id, right_party_id) DO UPDATE SET
              status = CASE WHEN d.status = 'rejected'
                              AND (d.left_digest, d.right_digest)
                                  <> (excluded.left_digest, excluded.right_digest)
                            THEN 'open' ELSE d.status END,
              version = d.version + CASE WHEN (d.left_digest, d.right_digest, d.fields)
                <> (excluded.left_digest, excluded.right_digest, excluded.fields)
                THEN 1 ELSE 0 END,
              updated_at = CASE WHEN (d.left_digest, d.right_digest, d.fields)
                <> (excluded.left_digest, excluded.right_digest, excluded.fields)
                THEN excluded.updated_at ELSE d.updated_at END,
              certainty = excluded.certainty, probability = excluded.probability,
              weight = excluded.weight, fields = excluded.fields,
              left_digest = excluded.left_digest, right_digest = excluded.right_digest,
              judged_at = excluded.judged_at""")) {
      for (Found each : found) {
        int at = 1;
        upsert.setString(at++, tenant);
        upsert.setObject(at++, Ids.next());
        upsert.setObject(at++, now.atOffset(ZoneOffset.UTC));
        upsert.setObject(at++, now.atOffset(ZoneOffset.UTC));
        upsert.setObject(at++, each.left());
        upsert.setObject(at++, each.right());
        upsert.setString(at++, each.certainty().wire());
        upsert.setLong(at++, Math.round(each.probability() * 1_000_000));
        upsert.setDouble(at++, each.weight());
        upsert.setString(at++, COMPARED.convertToDatabaseColumn(each.fields()));
        upsert.setString(at++, each.leftDigest());
        upsert.setString(at++, each.rightDigest());
        upsert.setObject(at++, now.atOffset(ZoneOffset.UTC));
        upsert.setObject(at++, each.left());
        upsert.setObject(at, each.right());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /// Takes away open pairs that were not found again.
  void dropOpenBefore(Instant judged) {
    entities
        .createNativeQuery("DELETE FROM duplicate WHERE status = 'open' AND judged_at < :judged")
        .setParameter("judged", judged)
        .executeUpdate();
  }

  /// Takes away the open pairs of parties that were not found again when these were compared anew.
  void dropOpenOf(Collection<UUID> parties, Instant judged) {
    entities
        .createNativeQuery(
            """
            DELETE FROM duplicate WHERE status = 'open' AND judged_at < :judged
              AND (left_party_id IN (:parties) OR right_party_id IN (:parties))""")
        .setParameter("parties", parties)
        .setParameter("judged", judged)
        .executeUpdate();
  }

  Optional<Model> model() {
    @SuppressWarnings("unchecked")
    List<String> kept =
        entities.createNativeQuery("SELECT model FROM match_model", String.class).getResultList();
    return kept.stream().findFirst().map(MODEL::convertToEntityAttribute).map(StoredModel::model);
  }

  void keep(String tenant, Model model, Instant now) {
    entities
        .createNativeQuery(
            """
            INSERT INTO match_model (tenant_id, learnt_at, model) VALUES (:tenant, :now, :model)
            ON CONFLICT (tenant_id)
            DO UPDATE SET learnt_at = excluded.learnt_at, model = excluded.model""")
        .setParameter("tenant", tenant)
        .setParameter("now", now)
        .setParameter("model", MODEL.convertToDatabaseColumn(StoredModel.of(model)))
        .executeUpdate();
  }

  long parties() {
    return (Long)
        entities
            .createNativeQuery("SELECT count(*) FROM match_profile", Long.class)
            .getSingleResult();
  }

  /// Takes some of the parties that have changed off the queue: asked for once, in an array, since
  /// a plan that was made for an empty queue and is kept would ask again for each that is in it.
  @SuppressWarnings("unchecked")
  List<UUID> takeChanged(int limit) {
    return entities
        .createNativeQuery(
            """
            WITH taken AS (
              DELETE FROM match_change WHERE id = ANY (ARRAY(
                SELECT id FROM match_change ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED))
              RETURNING party_id)
            SELECT DISTINCT party_id FROM taken""",
            UUID.class)
        .setParameter("limit", limit)
        .getResultList();
  }

  /// Takes the next parties after one off the queue.
  void takeChanged(@Nullable UUID after, int limit) {
    entities
        .createNativeQuery(
            """
            DELETE FROM match_change WHERE party_id IN (
              SELECT id FROM party WHERE id > :after AND erased_at IS NULL
              ORDER BY id LIMIT :limit)""")
        .setParameter("after", after == null ? new UUID(0, 0) : after)
        .setParameter("limit", limit)
        .executeUpdate();
  }

  /// Puts all parties up to one on the queue.
  void noteChanged(UUID through) {
    entities
        .createNativeQuery(
            """
            INSERT INTO match_change (tenant_id, party_id)
            SELECT tenant_id, id FROM party WHERE id <= :through""")
        .setParameter("through", through)
        .executeUpdate();
  }

  /// Whether a scan has begun and not ended.
  boolean scanning() {
    return (Boolean)
        entities
            .createNativeQuery(
                """
                SELECT EXISTS (SELECT 1 FROM duplicate_scan
                  WHERE status IN ('profiling', 'learning', 'comparing'))""",
                Boolean.class)
            .getSingleResult();
  }

  void add(DuplicateScan scan, String tenant, boolean test) {
    entities.persist(scan);
    entities.flush();
    entities
        .createNativeQuery(
            """
            INSERT INTO duplicate_scan_job (tenant_id, scan_id, test, leased_until, attempt)
            VALUES (:tenant, :scan, :test, now(), 0)""")
        .setParameter("tenant", tenant)
        .setParameter("scan", scan.id())
        .setParameter("test", test)
        .executeUpdate();
  }

  DuplicateScan scan(UUID id) {
    DuplicateScan scan = entities.find(DuplicateScan.class, id);
    if (scan == null) {
      throw ProblemException.notFound("duplicate scan", id);
    }
    return scan;
  }

  Page<DuplicateScan> scans(PageQuery query) {
    return keyset.page(DuplicateScan.class, SCANS, query);
  }

  /// @return false when another worker has the job
  boolean renew(UUID scan, int attempt) {
    return entities
            .createNativeQuery(
                """
                UPDATE duplicate_scan_job SET leased_until = now() + interval '60 seconds'
                WHERE scan_id = :scan AND attempt = :attempt""")
            .setParameter("scan", scan)
            .setParameter("attempt", attempt)
            .executeUpdate()
        == 1;
  }

  void done(UUID scan) {
    entities
        .createNativeQuery("DELETE FROM duplicate_scan_job WHERE scan_id = :scan")
        .setParameter("scan", scan)
        .executeUpdate();
  }
}
