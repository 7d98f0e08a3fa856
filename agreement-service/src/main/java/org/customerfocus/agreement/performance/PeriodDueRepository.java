package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.jspecify.annotations.Nullable;

/// How far the periods of commitments are decided, and when there is more to do.
@ApplicationScoped
class PeriodDueRepository {

  static final DueWorkRepository.Kind DUE =
      new DueWorkRepository.Kind("period_due", "commitment_id");

  private final EntityManager entities;

  PeriodDueRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// How far a commitment has come.
  ///
  /// @param drafted until when every period was counted since it ended
  /// @param done until when every period is final
  /// @param review from when what was counted is to be looked at again; null for nothing
  record Progress(Instant drafted, Instant done, @Nullable Instant review) {}

  Progress progress(UUID commitment) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    """
                    SELECT greatest(drafted_until, '0001-01-01T00:00:00Z'),
                      greatest(done_until, '0001-01-01T00:00:00Z'),
                      CASE WHEN review_from IS NOT NULL
                        THEN greatest(review_from, '0001-01-01T00:00:00Z') END
                    FROM period_due WHERE commitment_id = :id""")
                .setParameter("id", commitment)
                .getSingleResult();
    return new Progress((Instant) row[0], (Instant) row[1], (Instant) row[2]);
  }

  void drafted(UUID commitment, Instant until) {
    set("drafted_until", commitment, until);
  }

  void done(UUID commitment, Instant until) {
    set("done_until", commitment, until);
  }

  /// @param from null where all was looked at
  void review(UUID commitment, @Nullable Instant from) {
    set("review_from", commitment, from);
  }

  private void set(String column, UUID commitment, @Nullable Instant to) {
    entities
        .createNativeQuery(
            "UPDATE period_due SET %s = cast(:to AS timestamptz) WHERE commitment_id = :id"
                .formatted(column))
        .setParameter("id", commitment)
        .setParameter("to", to)
        .executeUpdate();
  }

  /// All commitments of the wordings of an agreement that bind or bound both sides have something
  /// to do at once: what was counted of periods from an instant on is to be looked at again.
  ///
  /// @param test whether the tenant is a test tenant
  void begin(UUID agreement, Instant from, boolean test) {
    entities
        .createNativeQuery(
            """
            INSERT INTO period_due AS d (tenant_id, commitment_id, test, due_at, leased_until,
              attempt, review_from)
            SELECT c.tenant_id, c.id, :test, '-infinity', '-infinity', 0, :from
            FROM commitment c
            JOIN agreement_version v ON v.tenant_id = c.tenant_id AND v.id = c.version_id
            WHERE v.agreement_id = :agreement AND v.effective_at IS NOT NULL
            ON CONFLICT (tenant_id, commitment_id) DO UPDATE SET due_at = excluded.due_at,
              test = excluded.test, review_from = least(d.review_from, excluded.review_from)""")
        .setParameter("agreement", agreement)
        .setParameter("from", from)
        .setParameter("test", test)
        .executeUpdate();
  }

  /// Whether results of the same promise under another wording are still to be looked at again.
  boolean othersInReview(UUID lineage, UUID commitment) {
    return (Boolean)
        entities
            .createNativeQuery(
                """
                SELECT EXISTS (
                  SELECT 1 FROM commitment c
                  JOIN period_due d ON d.tenant_id = c.tenant_id AND d.commitment_id = c.id
                  WHERE c.lineage_id = :lineage AND c.id <> :commitment
                    AND d.review_from IS NOT NULL)""",
                Boolean.class)
            .setParameter("lineage", lineage)
            .setParameter("commitment", commitment)
            .getSingleResult();
  }
}
