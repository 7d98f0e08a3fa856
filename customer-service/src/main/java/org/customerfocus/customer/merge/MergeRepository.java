package org.customerfocus.customer.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.reference.RedirectRepository;

@ApplicationScoped
class MergeRepository {

  static final Fields FIELDS =
      Fields.of("merge")
          .sortable("survivorId", UUID.class)
          .sortable("mergedId", UUID.class)
          .sortable("status", MergeStatus.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;
  private final RedirectRepository redirects;

  MergeRepository(EntityManager entities, Keyset keyset, RedirectRepository redirects) {
    this.entities = entities;
    this.keyset = keyset;
    this.redirects = redirects;
  }

  void add(Merge merge) {
    entities.persist(merge);
    entities.flush();
  }

  Merge get(UUID id) {
    Merge merge = entities.find(Merge.class, id);
    if (merge == null) {
      throw ProblemException.notFound("merge", id);
    }
    return merge;
  }

  Page<Merge> list(PageQuery query) {
    return keyset.page(Merge.class, FIELDS, query);
  }

  /// Lets the merges of one tenant follow one another, and the comparing of its parties: two that
  /// overlap would each work on what the other moves.
  void queue(String tenant) {
    entities
        .createNativeQuery(
            "SELECT cast(pg_advisory_xact_lock(hashtextextended('merge ' || :tenant, 0)) AS text)")
        .setParameter("tenant", tenant)
        .getSingleResult();
  }

  long steps(UUID merge) {
    return (Long)
        entities
            .createNativeQuery(
                "SELECT count(*) FROM merge_step WHERE merge_id = :merge", Long.class)
            .setParameter("merge", merge)
            .getSingleResult();
  }

  /// Locks parties against whoever would refer to them meanwhile.
  ///
  /// @return the kind of each that exists, or that it is erased
  Map<UUID, String> lock(List<UUID> parties) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT id, CASE WHEN erased_at IS NULL THEN kind ELSE 'erased' END
                FROM party WHERE id IN (:ids) ORDER BY id FOR UPDATE""",
                Tuple.class)
            .setParameter("ids", parties)
            .getResultList();
    return rows.stream()
        .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
  }

  long version(UUID party) {
    return (Long)
        entities
            .createNativeQuery("SELECT version FROM party WHERE id = :id", Long.class)
            .setParameter("id", party)
            .getSingleResult();
  }

  /// Lets the ids of all that is gone lead to what stands for it.
  void redirect(UUID merge) {
    entities
        .createNativeQuery(
            """
            INSERT INTO merge_redirect (tenant_id, gone_id, kept_id, merge_id)
            SELECT tenant_id, dropped_id, kept_id, merge_id FROM merge_pair
            WHERE merge_id = :merge""")
        .setParameter("merge", merge)
        .executeUpdate();
    entities
        .createNativeQuery("DELETE FROM merge_pair WHERE merge_id = :merge")
        .setParameter("merge", merge)
        .executeUpdate();
  }

  /// Where an id leads in the end, through every merge since.
  Optional<UUID> destination(UUID gone) {
    return redirects.destination(gone);
  }

  /// The merges by which others became this one, the latest first, as many as an answer names.
  @SuppressWarnings("unchecked")
  List<UUID> into(UUID kept) {
    return entities
        .createNativeQuery(
            """
            SELECT DISTINCT merge_id FROM merge_redirect WHERE kept_id = :kept
            ORDER BY merge_id DESC LIMIT 20""",
            UUID.class)
        .setParameter("kept", kept)
        .getResultList();
  }

  /// Counts the members of the segments anew that a merge, or its undoing, has touched.
  void recountSegments(UUID merge) {
    entities
        .createNativeQuery(
            """
            UPDATE segment_state s
            SET member_count = (SELECT count(*) FROM segment_member m
                                WHERE m.segment_id = s.segment_id)
            WHERE s.segment_id IN (SELECT cast(row_key ->> 'segment_id' AS uuid) FROM merge_step
                                   WHERE merge_id = :merge AND table_name = 'segment_member')""")
        .setParameter("merge", merge)
        .executeUpdate();
  }

  void savepoint() {
    entities.createNativeQuery("SAVEPOINT dry_run").executeUpdate();
  }

  void rollBack() {
    entities.createNativeQuery("ROLLBACK TO SAVEPOINT dry_run").executeUpdate();
    entities.clear();
  }

  /// Lets nothing read before the rows were moved be taken for the present.
  void forget() {
    entities.flush();
    entities.clear();
  }
}
