package org.customerfocus.customer.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Keyset.Scope;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DegreeMetRepository {

  static final Fields FIELDS =
      Fields.of("degree_met")
          .sortable("asOf", Instant.class)
          .filterable("segmentId", UUID.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  DegreeMetRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(DegreeMet degree) {
    entities.persist(degree);
    entities.flush();
  }

  /// The score that holds: the latest by its own time, then by when it was recorded.
  Optional<DegreeMet> latest(Subject subject, @Nullable UUID segment) {
    return entities
        .createQuery(
            """
            from DegreeMet d
            where %s and d.segmentId is not distinct from :segment
            order by d.asOf desc, d.id desc"""
                .formatted(subject.needId() == null ? "d.requirementId = :id" : "d.needId = :id"),
            DegreeMet.class)
        .setParameter("id", subject.needId() == null ? subject.requirementId() : subject.needId())
        .setParameter("segment", segment)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /// The scores that hold of several needs, each of all customers together and of each segment.
  List<DegreeMet> latestOfNeeds(Collection<UUID> needs) {
    return latest("need_id", needs);
  }

  /// The scores that hold of several requirements, each of all customers together and of each
  /// segment.
  List<DegreeMet> latestOfRequirements(Collection<UUID> requirements) {
    return latest("requirement_id", requirements);
  }

  @SuppressWarnings("unchecked")
  private List<DegreeMet> latest(String subject, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createNativeQuery(
                """
                SELECT DISTINCT ON (%1$s, segment_id) * FROM degree_met
                WHERE %1$s IN (:ids)
                ORDER BY %1$s, segment_id, as_of DESC, id DESC"""
                    .formatted(subject),
                DegreeMet.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  Page<DegreeMet> history(Subject subject, PageQuery query) {
    Scope scope =
        subject.needId() == null
            ? new Scope("e.requirementId = :subject", Map.of("subject", subject.requirementId()))
            : new Scope("e.needId = :subject", Map.of("subject", subject.needId()));
    return keyset.page(DegreeMet.class, FIELDS, query, scope);
  }
}
