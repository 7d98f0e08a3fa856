package org.customerfocus.agreement.breach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.agreement.breach.BreachTraceView.UpstreamBreach;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.wire.WireEnum;

/// Every query on breaches.
@ApplicationScoped
public class BreachRepository {

  static final Fields FIELDS =
      Fields.of("breach")
          .sortable("agreementId", UUID.class)
          .sortable("lineageId", UUID.class)
          .sortable("commitmentId", UUID.class)
          .sortable("status", BreachStatus.class)
          .sortable("periodStart", Instant.class)
          .filterable("causeCategory", BreachCategory.class)
          .sortable("createdAt", Instant.class)
          .sortable("updatedAt", Instant.class)
          .build();

  private static final int SHOWN = 500;

  private final EntityManager entities;
  private final Keyset keyset;

  BreachRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  Breach get(UUID id) {
    Breach breach = entities.find(Breach.class, id);
    if (breach == null) {
      throw ProblemException.notFound("breach", id);
    }
    return breach;
  }

  Page<Breach> list(PageQuery query) {
    return keyset.page(Breach.class, FIELDS, query);
  }

  /// The breach of a commitment in a period, with nobody else changing it until the transaction
  /// ends.
  Optional<Breach> hold(UUID commitmentId, String period) {
    return entities
        .createQuery(
            "from Breach b where b.commitmentId = :commitment and b.period = :period", Breach.class)
        .setParameter("commitment", commitmentId)
        .setParameter("period", period)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /// The id of the breach of a commitment in a period, if there was one.
  public Optional<UUID> idOf(UUID commitmentId, String period) {
    return entities
        .createQuery(
            "select b.id from Breach b where b.commitmentId = :commitment and b.period = :period",
            UUID.class)
        .setParameter("commitment", commitmentId)
        .setParameter("period", period)
        .getResultStream()
        .findFirst();
  }

  void add(Breach breach) {
    entities.persist(breach);
    entities.flush();
  }

  /// Link by link upstream over the underpinnings that held in the period, and what was breached of
  /// them meanwhile: one query.
  BreachTraceView trace(Breach breach) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                WITH RECURSIVE link (agreement_id, commitment_id, level) AS (
                  SELECT u.supporting_agreement_id, u.supporting_commitment_id, 1
                  FROM underpinning u
                  WHERE u.agreement_id = :agreement AND u.commitment_id = :commitment
                    AND (u.valid_from IS NULL OR u.valid_from < CAST(:end AS timestamptz)::date + 1)
                    AND (u.valid_to IS NULL OR u.valid_to > CAST(:start AS timestamptz)::date)
                  UNION
                  SELECT u.supporting_agreement_id, u.supporting_commitment_id, l.level + 1
                  FROM link l JOIN underpinning u ON u.agreement_id = l.agreement_id
                    AND (l.commitment_id IS NULL OR u.commitment_id = l.commitment_id)
                    AND (u.valid_from IS NULL OR u.valid_from < CAST(:end AS timestamptz)::date + 1)
                    AND (u.valid_to IS NULL OR u.valid_to > CAST(:start AS timestamptz)::date)
                  WHERE l.level < 100
                ), upstream AS (
                  SELECT agreement_id, commitment_id, min(level) AS level
                  FROM link GROUP BY agreement_id, commitment_id
                )
                SELECT min(n.level) AS level, b.id, a.id AS agreement_id, a.name AS agreement,
                       b.lineage_id, c.name, b.period, b.status,
                       greatest(b.period_start, CAST(:start AS timestamptz)) AS overlap_start,
                       least(b.period_end, CAST(:end AS timestamptz)) AS overlap_end,
                       (SELECT count(DISTINCT o.lineage_id)
                        FROM upstream s
                        JOIN agreement_version v ON v.agreement_id = s.agreement_id
                          AND v.effective_at IS NOT NULL
                          AND v.effective_from < CAST(:end AS timestamptz)
                          AND (v.effective_to IS NULL OR v.effective_to > CAST(:start AS timestamptz))
                        JOIN commitment o ON o.version_id = v.id
                          AND (s.commitment_id IS NULL OR o.lineage_id = s.commitment_id)) AS rests_on
                FROM (SELECT 1) one
                LEFT JOIN upstream n ON true
                LEFT JOIN breach b ON b.agreement_id = n.agreement_id
                  AND (n.commitment_id IS NULL OR b.lineage_id = n.commitment_id)
                  AND b.status <> 'withdrawn'
                  AND b.period_start < CAST(:end AS timestamptz)
                  AND b.period_end > CAST(:start AS timestamptz)
                LEFT JOIN agreement a ON a.id = b.agreement_id
                LEFT JOIN commitment c ON c.id = b.commitment_id
                GROUP BY b.id, a.id, a.name, b.lineage_id, c.name, b.period, b.status,
                         b.period_start, b.period_end
                ORDER BY level, overlap_start, b.id
                LIMIT :limit""",
                Tuple.class)
            .setParameter("agreement", breach.agreementId())
            .setParameter("commitment", breach.lineageId())
            .setParameter("start", breach.periodStart())
            .setParameter("end", breach.periodEnd())
            .setParameter("limit", SHOWN + 1)
            .getResultList();
    return new BreachTraceView(
        breach.id(),
        rows.stream()
            .filter(row -> row.get("id") != null)
            .limit(SHOWN)
            .map(BreachRepository::upstream)
            .toList(),
        rows.isEmpty() ? 0 : rows.getFirst().get("rests_on", Number.class).intValue());
  }

  private static UpstreamBreach upstream(Tuple row) {
    return new UpstreamBreach(
        row.get("level", Number.class).intValue(),
        row.get("id", UUID.class),
        row.get("agreement_id", UUID.class),
        row.get("agreement", String.class),
        row.get("lineage_id", UUID.class),
        row.get("name", String.class),
        row.get("period", String.class),
        WireEnum.find(BreachStatus.class, row.get("status", String.class)).orElseThrow(),
        row.get("overlap_start", Instant.class),
        row.get("overlap_end", Instant.class));
  }
}
