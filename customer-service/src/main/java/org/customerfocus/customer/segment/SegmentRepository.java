package org.customerfocus.customer.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class SegmentRepository {

  static final Fields FIELDS =
      Fields.of("segment")
          .sortable("name", String.class)
          .sortable("kind", SegmentKind.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;
  private final CurrentCaller caller;

  SegmentRepository(EntityManager entities, Keyset keyset, CurrentCaller caller) {
    this.entities = entities;
    this.keyset = keyset;
    this.caller = caller;
  }

  void add(Segment segment) {
    entities.persist(segment);
    entities.flush();
    entities
        .createNativeQuery(
            "INSERT INTO segment_state (tenant_id, segment_id, test) VALUES (:tenant, :id, :test)")
        .setParameter("tenant", caller.get().tenant())
        .setParameter("id", segment.id())
        .setParameter("test", caller.get().test())
        .executeUpdate();
  }

  Segment get(UUID id) {
    Segment segment = entities.find(Segment.class, id);
    if (segment == null) {
      throw ProblemException.notFound("segment", id);
    }
    return segment;
  }

  Optional<Segment> named(String name) {
    return entities
        .createQuery("from Segment s where s.nameKey = :key", Segment.class)
        .setParameter("key", Segment.key(name))
        .getResultStream()
        .findFirst();
  }

  void remove(Segment segment) {
    entities.remove(segment);
    entities.flush();
  }

  Page<Segment> list(PageQuery query) {
    return keyset.page(Segment.class, FIELDS, query);
  }

  /// Holds the members of a segment as they are until the transaction ends. Whoever changes them or
  /// their segment comes through here first, so that nobody waits in a circle.
  void lock(UUID segment) {
    entities
        .createNativeQuery(
            "SELECT segment_id FROM segment_state WHERE segment_id = :id FOR UPDATE", UUID.class)
        .setParameter("id", segment)
        .getResultList();
  }

  SegmentState state(UUID segment) {
    return states(List.of(segment)).getOrDefault(segment, new SegmentState(segment, 0, null, true));
  }

  /// The states of several segments in one query.
  Map<UUID, SegmentState> states(Collection<UUID> segments) {
    if (segments.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(
                """
                SELECT segment_id, member_count, computed_at, due_at IS NOT NULL AS computing
                FROM segment_state WHERE segment_id IN (:ids)""",
                Tuple.class)
            .setParameter("ids", segments)
            .getResultList();
    return rows.stream()
        .map(row -> state((Tuple) row))
        .collect(Collectors.toMap(SegmentState::segmentId, Function.identity()));
  }

  private static SegmentState state(Tuple row) {
    return new SegmentState(
        row.get(0, UUID.class),
        row.get(1, Long.class),
        row.get(2, Instant.class),
        row.get(3, Boolean.class));
  }
}
