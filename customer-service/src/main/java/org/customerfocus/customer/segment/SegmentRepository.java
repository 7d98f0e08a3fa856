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
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Keyset.Scope;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SegmentRepository {

  static final Fields FIELDS =
      Fields.of("segment")
          .sortable("name", String.class)
          .sortable("kind", SegmentKind.class)
          .sortable("createdAt", Instant.class)
          .build();

  static final Fields MEMBERS =
      Fields.of("segment_member").filterable("customerId", UUID.class).build();

  static final Fields CHANGES =
      Fields.of("segment_change").filterable("customerId", UUID.class).build();

  static final Fields OF_CUSTOMER =
      Fields.of("segment_member").filterable("segmentId", UUID.class).build();

  private final EntityManager entities;
  private final Keyset keyset;

  SegmentRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Segment segment) {
    entities.persist(segment);
    entities.flush();
  }

  @Nullable Segment find(UUID id) {
    return entities.find(Segment.class, id);
  }

  Segment get(UUID id) {
    Segment segment = find(id);
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

  /// The segments whose members a rule says, in the order in which their locks are taken.
  List<Segment> byRule() {
    return entities
        .createQuery("from Segment s where s.kind = :kind order by s.id", Segment.class)
        .setParameter("kind", SegmentKind.RULE)
        .getResultList();
  }

  /// The segment as it is now, or null when it is gone.
  @Nullable Segment reread(Segment stale) {
    entities.detach(stale);
    return find(stale.id());
  }

  Page<SegmentMember> members(UUID segment, PageQuery query) {
    return keyset.page(
        SegmentMember.class,
        MEMBERS,
        query,
        new Scope("e.segmentId = :segment", Map.of("segment", segment)));
  }

  Page<SegmentChange> changes(UUID segment, PageQuery query) {
    return keyset.page(
        SegmentChange.class,
        CHANGES,
        query,
        new Scope("e.segmentId = :segment", Map.of("segment", segment)));
  }

  /// The segments that a customer is in.
  Page<SegmentMember> of(UUID customer, PageQuery query) {
    return keyset.page(
        SegmentMember.class,
        OF_CUSTOMER,
        query,
        new Scope("e.customerId = :customer", Map.of("customer", customer)));
  }

  /// The entries by which a customer was in a segment just before an instant.
  Page<SegmentChange> of(UUID customer, Instant before, PageQuery query) {
    return keyset.page(
        SegmentChange.class,
        OF_CUSTOMER,
        query,
        new Scope(
            """
            e.customerId = :customer and e.change = :entered and e.changedAt < :before
            and not exists (select 1 from SegmentChange l
                            where l.segmentId = e.segmentId and l.customerId = e.customerId
                              and l.changedAt < :before and l.id > e.id)""",
            Map.of("customer", customer, "entered", ChangeKind.ENTERED, "before", before)));
  }

  Map<UUID, Segment> byId(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : entities
            .createQuery("from Segment s where s.id in :ids", Segment.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(Segment::id, Function.identity()));
  }

  /// What customers are called, in one query.
  Map<UUID, CustomerName> names(Collection<UUID> customers) {
    if (customers.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(
                """
                SELECT c.id, c.party_id, p.name FROM customer c JOIN party p ON p.id = c.party_id
                WHERE c.id IN (:ids)""",
                Tuple.class)
            .setParameter("ids", customers)
            .getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .map(
            row ->
                new CustomerName(
                    row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, String.class)))
        .collect(Collectors.toMap(CustomerName::customerId, Function.identity()));
  }

  /// A customer, its party, and what the party is called.
  record CustomerName(UUID customerId, UUID partyId, String name) {}
}
