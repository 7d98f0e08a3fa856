package org.customerfocus.agreement.exclusion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Every query on exclusions.
@ApplicationScoped
public class ExclusionRepository {

  static final Fields FIELDS =
      Fields.of("exclusion")
          .sortable("agreementId", UUID.class)
          .sortable("spanStart", Instant.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  ExclusionRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  Exclusion get(UUID id) {
    Exclusion exclusion = entities.find(Exclusion.class, id);
    if (exclusion == null) {
      throw ProblemException.notFound("exclusion", id);
    }
    return exclusion;
  }

  Page<Exclusion> list(PageQuery query) {
    return keyset.page(Exclusion.class, FIELDS, query);
  }

  /// An approved exclusion, as far as counting looks at it.
  ///
  /// @param commitmentIds which commitments it concerns; empty for all
  /// @param span for the first time
  public record Approved(
      List<UUID> commitmentIds, Span span, @Nullable ExclusionRecurrence recurrence) {

    public boolean concerns(UUID commitmentId) {
      return commitmentIds.isEmpty() || commitmentIds.contains(commitmentId);
    }

    /// What it covers that shares something with a time.
    public List<Span> in(Span time) {
      if (recurrence != null) {
        return recurrence.spans(span.start(), span.end(), time);
      }
      return span.intersect(time).isPresent() ? List.of(span) : List.of();
    }
  }

  /// The approved exclusions of an agreement.
  ///
  /// @param asOf those that were approved then, as they were; null for now
  public List<Approved> approved(UUID agreementId, @Nullable Instant asOf) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                SELECT commitment_ids, span_start, span_end, recurrence, recurrence_zone FROM (
                  SELECT id, commitment_ids, span_start, span_end, recurrence, recurrence_zone,
                    approved_at, updated_at AS recorded_at, 'infinity'::timestamptz AS superseded_at
                  FROM exclusion WHERE agreement_id = :agreement
                  UNION ALL
                  SELECT id, commitment_ids, span_start, span_end, recurrence, recurrence_zone,
                    approved_at, recorded_at, superseded_at
                  FROM exclusion_history WHERE agreement_id = :agreement) e
                WHERE approved_at IS NOT NULL
                  AND CASE WHEN cast(:asOf AS timestamptz) IS NULL THEN superseded_at = 'infinity'
                    ELSE recorded_at <= cast(:asOf AS timestamptz)
                      AND superseded_at > cast(:asOf AS timestamptz) END
                ORDER BY span_start, id""")
            .setParameter("agreement", agreementId)
            .setParameter("asOf", asOf)
            .getResultList();
    return rows.stream().map(ExclusionRepository::approved).toList();
  }

  private static Approved approved(Object[] row) {
    return new Approved(
        List.of((UUID[]) row[0]),
        new Span((Instant) row[1], (Instant) row[2]),
        row[3] == null ? null : new ExclusionRecurrence((String) row[3], (String) row[4]));
  }

  /// Keeps how an exclusion was until now: what was counted then can be counted again.
  void remember(Exclusion exclusion, Instant now) {
    entities
        .createNativeQuery(
            """
            INSERT INTO exclusion_history (tenant_id, id, version, agreement_id, commitment_ids,
              span_start, span_end, recurrence, recurrence_zone, approved_at, recorded_at,
              superseded_at)
            SELECT tenant_id, id, version, agreement_id, commitment_ids, span_start, span_end,
              recurrence, recurrence_zone, approved_at, updated_at, :now
            FROM exclusion WHERE id = :id""")
        .setParameter("id", exclusion.id())
        .setParameter("now", now)
        .executeUpdate();
  }

  void add(Exclusion exclusion) {
    entities.persist(exclusion);
  }

  void remove(Exclusion exclusion) {
    entities.remove(exclusion);
  }
}
