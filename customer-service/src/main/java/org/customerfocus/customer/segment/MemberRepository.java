package org.customerfocus.customer.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.page.Condition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Changes the members of segments, a set at a time. Whoever calls holds the segment's lock.
@ApplicationScoped
class MemberRepository {

  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  // The customers in scope that belong, against those of them who are members: in one statement,
  // and so in one view of the database. The subquery of those who leave is hashed whatever the
  // planner expects of the rule, where a join might be done row by row.
  private static final String SETTLE =
      """
      WITH target AS MATERIALIZED (
        SELECT e.id FROM customer e WHERE %1$s AND (%2$s)
      ), entered AS (
        INSERT INTO segment_member (tenant_id, segment_id, customer_id, entered_at)
        SELECT cast(:tenant AS text), cast(:segment AS uuid), t.id, cast(:now AS timestamptz)
        FROM target t
        WHERE NOT EXISTS (SELECT 1 FROM segment_member m
                          WHERE m.segment_id = :segment AND m.customer_id = t.id)
        RETURNING customer_id
      ), gone AS (
        DELETE FROM segment_member m
        WHERE m.segment_id = :segment AND %3$s
          AND m.customer_id NOT IN (SELECT t.id FROM target t)
        RETURNING customer_id
      )
      INSERT INTO segment_change (tenant_id, segment_id, customer_id, change, changed_at)
      SELECT cast(:tenant AS text), cast(:segment AS uuid), customer_id, change,
             cast(:now AS timestamptz)
      FROM (SELECT customer_id, 'entered' AS change FROM entered
            UNION ALL SELECT customer_id, 'left' FROM gone) moved
      RETURNING change, customer_id""";

  private final EntityManager entities;
  private final CurrentCaller caller;
  private final int chunk;

  /// @param chunk how many customers one transaction of a full computation looks at
  MemberRepository(
      EntityManager entities,
      CurrentCaller caller,
      @ConfigProperty(name = "customerfocus.segments.chunk", defaultValue = "100000") int chunk) {
    this.entities = entities;
    this.caller = caller;
    this.chunk = chunk;
  }

  /// Who came and who went.
  record Moved(List<UUID> entered, List<UUID> left) {

    boolean none() {
      return entered.isEmpty() && left.isEmpty();
    }
  }

  /// Makes members of those among the given customers who meet the condition, and of no others.
  Moved settle(UUID segment, Condition condition, Collection<UUID> customers, Instant now) {
    Query settle =
        entities.createNativeQuery(
            SETTLE.formatted(
                "e.id = ANY (cast(:ids AS uuid[]))",
                condition.text(),
                "m.customer_id = ANY (cast(:ids AS uuid[]))"));
    settle.setParameter("ids", array(customers));
    return moved(settle, segment, condition, now);
  }

  /// The same for all customers of a range of ids: above one, up to another.
  Moved settle(UUID segment, Condition condition, Range range, Instant now) {
    entities.createNativeQuery("SELECT set_config('work_mem', '64MB', true)").getSingleResult();
    Query settle =
        entities.createNativeQuery(
            SETTLE.formatted(
                "e.id > :after AND e.id <= :through",
                condition.text(),
                "m.customer_id > :after AND m.customer_id <= :through"));
    settle.setParameter("after", range.after()).setParameter("through", range.through());
    return moved(settle, segment, condition, now);
  }

  private Moved moved(Query settle, UUID segment, Condition condition, Instant now) {
    condition.parameters().forEach(settle::setParameter);
    settle
        .setParameter("tenant", caller.get().tenant())
        .setParameter("segment", segment)
        .setParameter("now", now);
    List<UUID> entered = new ArrayList<>();
    List<UUID> left = new ArrayList<>();
    for (Object row : settle.getResultList()) {
      Object[] change = (Object[]) row;
      ("entered".equals(change[0]) ? entered : left).add((UUID) change[1]);
    }
    return new Moved(entered, left);
  }

  /// A range of customers.
  ///
  /// @param after exclusive
  /// @param through inclusive
  record Range(UUID after, UUID through) {

    boolean last() {
      return through.equals(LAST);
    }
  }

  /// The next customers to look at.
  ///
  /// @param after where the last range ended, or null at the beginning
  Range range(@Nullable UUID after) {
    UUID from = after == null ? FIRST : after;
    List<?> end =
        entities
            .createNativeQuery(
                "SELECT id FROM customer WHERE id > :after ORDER BY id OFFSET :chunk LIMIT 1",
                UUID.class)
            .setParameter("after", from)
            .setParameter("chunk", chunk - 1)
            .getResultList();
    return new Range(from, end.isEmpty() ? LAST : (UUID) end.getFirst());
  }

  long count(UUID segment) {
    return ((Number)
            entities
                .createNativeQuery("SELECT count(*) FROM segment_member WHERE segment_id = :id")
                .setParameter("id", segment)
                .getSingleResult())
        .longValue();
  }

  /// How many customers meet a condition, and the first of them.
  record Preview(long count, List<UUID> first) {}

  Preview preview(Condition condition, int limit) {
    Query count =
        entities.createNativeQuery("SELECT count(*) FROM customer e WHERE " + condition.text());
    Query first =
        entities.createNativeQuery(
            "SELECT e.id FROM customer e WHERE %s ORDER BY e.id LIMIT :limit"
                .formatted(condition.text()),
            UUID.class);
    condition.parameters().forEach(count::setParameter);
    condition.parameters().forEach(first::setParameter);
    List<UUID> ids = new ArrayList<>();
    for (Object id : first.setParameter("limit", limit).getResultList()) {
      ids.add((UUID) id);
    }
    return new Preview(((Number) count.getSingleResult()).longValue(), ids);
  }

  /// Takes customers out of a segment, whatever its rule says.
  Moved leave(UUID segment, Collection<UUID> customers, Instant now) {
    return settle(segment, new Condition("false", Map.of()), customers, now);
  }

  /// Puts customers into a segment; those who are none are left out.
  Moved enter(UUID segment, Collection<UUID> customers, Instant now) {
    return settle(segment, new Condition("true", Map.of()), customers, now);
  }

  /// Which of these are customers.
  List<UUID> known(Collection<UUID> customers) {
    List<UUID> known = new ArrayList<>();
    for (Object id :
        entities
            .createNativeQuery(
                "SELECT id FROM customer WHERE id = ANY (cast(:ids AS uuid[]))", UUID.class)
            .setParameter("ids", array(customers))
            .getResultList()) {
      known.add((UUID) id);
    }
    return known;
  }

  /// The segments that a customer is in.
  List<UUID> segmentsOf(UUID customer) {
    List<UUID> segments = new ArrayList<>();
    for (Object id :
        entities
            .createNativeQuery(
                "SELECT segment_id FROM segment_member WHERE customer_id = :id"
                    + " ORDER BY segment_id",
                UUID.class)
            .setParameter("id", customer)
            .getResultList()) {
      segments.add((UUID) id);
    }
    return segments;
  }

  private static String array(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
