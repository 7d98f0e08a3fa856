package org.customerfocus.customer.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.jspecify.annotations.Nullable;

/// How far the members of segments are computed, and what has changed since.
@ApplicationScoped
class StateRepository {

  private static final int CLAIM = 10_000;

  private final EntityManager entities;
  private final CurrentCaller caller;

  StateRepository(EntityManager entities, CurrentCaller caller) {
    this.entities = entities;
    this.caller = caller;
  }

  /// @param dueAt when all members are to be computed, or null for a list
  void add(UUID segment, @Nullable Instant dueAt, @Nullable Instant computedAt) {
    entities
        .createNativeQuery(
            """
            INSERT INTO segment_state (tenant_id, segment_id, test, due_at, computed_at)
            VALUES (:tenant, :id, :test, cast(:due AS timestamptz),
                    cast(:computed AS timestamptz))""")
        .setParameter("tenant", caller.get().tenant())
        .setParameter("id", segment)
        .setParameter("test", caller.get().test())
        .setParameter("due", dueAt)
        .setParameter("computed", computedAt)
        .executeUpdate();
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

  /// A full computation that goes on.
  ///
  /// @param after the customer behind whom it goes on, or null at its beginning
  /// @param startedAt when it began, which its relative dates count from
  record Computation(@Nullable UUID after, @Nullable Instant startedAt) {}

  /// Takes up the full computation of a segment, as [#lock] does but without waiting.
  ///
  /// @return null where it is not due any more, or somebody else is at it
  @Nullable Computation takeUp(UUID segment, Instant now) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                SELECT full_after, started_at FROM segment_state
                WHERE segment_id = :id AND due_at <= :now FOR UPDATE SKIP LOCKED""",
                Tuple.class)
            .setParameter("id", segment)
            .setParameter("now", now)
            .getResultList();
    if (rows.isEmpty()) {
      return null;
    }
    Tuple row = (Tuple) rows.getFirst();
    return new Computation(row.get(0, UUID.class), row.get(1, Instant.class));
  }

  /// All members are to be computed anew.
  void restart(UUID segment, Instant now) {
    entities
        .createNativeQuery(
            "UPDATE segment_state SET due_at = :now, full_after = NULL, started_at = NULL,"
                + " fault = NULL WHERE segment_id = :id")
        .setParameter("id", segment)
        .setParameter("now", now)
        .executeUpdate();
  }

  /// The same for all segments by rule.
  void restartAll(Instant now) {
    entities
        .createNativeQuery(
            "UPDATE segment_state SET due_at = :now, full_after = NULL, started_at = NULL"
                + " WHERE due_at IS NOT NULL")
        .setParameter("now", now)
        .executeUpdate();
  }

  void reached(UUID segment, UUID through, Instant startedAt, long moved) {
    entities
        .createNativeQuery(
            "UPDATE segment_state SET full_after = :through, started_at = :started,"
                + " member_count = greatest(0, member_count + :moved) WHERE segment_id = :id")
        .setParameter("id", segment)
        .setParameter("through", through)
        .setParameter("started", startedAt)
        .setParameter("moved", moved)
        .executeUpdate();
  }

  /// All members are computed.
  void finished(UUID segment, long members, Instant computedAt, Instant nextDue) {
    entities
        .createNativeQuery(
            "UPDATE segment_state SET due_at = :next, full_after = NULL, started_at = NULL,"
                + " computed_at = :computed, member_count = :members, fault = NULL"
                + " WHERE segment_id = :id")
        .setParameter("id", segment)
        .setParameter("next", nextDue)
        .setParameter("computed", computedAt)
        .setParameter("members", members)
        .executeUpdate();
  }

  /// Why a segment cannot be computed until somebody changes it; tried again when next due.
  void failed(UUID segment, String fault, Instant nextDue) {
    entities
        .createNativeQuery(
            "UPDATE segment_state SET due_at = :next, full_after = NULL, started_at = NULL,"
                + " fault = :fault WHERE segment_id = :id")
        .setParameter("id", segment)
        .setParameter("next", nextDue)
        .setParameter("fault", fault.length() > 1000 ? fault.substring(0, 1000) : fault)
        .executeUpdate();
  }

  /// Some members came or went. One that was never computed as a whole stays so.
  void moved(UUID segment, long moved, Instant now) {
    entities
        .createNativeQuery(
            "UPDATE segment_state SET member_count = greatest(0, member_count + :moved),"
                + " computed_at = CASE WHEN computed_at IS NULL THEN NULL"
                + " ELSE cast(:now AS timestamptz) END WHERE segment_id = :id")
        .setParameter("id", segment)
        .setParameter("moved", moved)
        .setParameter("now", now)
        .executeUpdate();
  }

  /// Customers and parties that have changed.
  ///
  /// @param noted how many notes there were
  record Dirty(int noted, List<UUID> customers, List<UUID> parties) {}

  /// Takes notes of changes away, the oldest first; they come back when the transaction fails.
  ///
  /// All up to one of them, and not one by one: a plan that was made while there were none and is
  /// kept would look each of many up among all.
  Dirty claim() {
    List<UUID> customers = new ArrayList<>();
    List<UUID> parties = new ArrayList<>();
    List<?> rows =
        entities
            .createNativeQuery(
                """
                DELETE FROM segment_dirty WHERE id <= (
                  SELECT max(id)
                  FROM (SELECT id FROM segment_dirty ORDER BY id LIMIT :claim) AS oldest)
                RETURNING customer_id, party_id""",
                Tuple.class)
            .setParameter("claim", CLAIM)
            .getResultList();
    for (Object each : rows) {
      Tuple row = (Tuple) each;
      if (row.get(0) != null) {
        customers.add(row.get(0, UUID.class));
      } else {
        parties.add(row.get(1, UUID.class));
      }
    }
    return new Dirty(rows.size(), customers, parties);
  }

  /// The customers whom a change concerns: those named, those of the parties, and those of the
  /// parties' members.
  ///
  /// @param limit how many at most; one more says that there are more
  List<UUID> concerned(Dirty dirty, int limit) {
    List<UUID> ids = new ArrayList<>();
    for (Object id :
        entities
            .createNativeQuery(
                """
                SELECT id FROM customer WHERE id = ANY (cast(:customers AS uuid[]))
                UNION
                SELECT id FROM customer WHERE party_id = ANY (cast(:parties AS uuid[]))
                UNION
                SELECT c.id FROM membership m JOIN customer c ON c.party_id = m.member_party_id
                WHERE m.organization_party_id = ANY (cast(:parties AS uuid[]))
                LIMIT :limit""",
                UUID.class)
            .setParameter("customers", array(dirty.customers()))
            .setParameter("parties", array(dirty.parties()))
            .setParameter("limit", limit + 1)
            .getResultList()) {
      ids.add((UUID) id);
    }
    return ids;
  }

  private static String array(Collection<UUID> ids) {
    return ids.stream().distinct().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  SegmentState get(UUID segment, Instant now) {
    SegmentState state = get(List.of(segment), now).get(segment);
    return state == null ? SegmentState.none(segment) : state;
  }

  /// The states of several segments in one query.
  Map<UUID, SegmentState> get(Collection<UUID> segments, Instant now) {
    if (segments.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(
                """
                SELECT segment_id, member_count, computed_at,
                       coalesce(due_at <= :now, false) AS computing, fault
                FROM segment_state WHERE segment_id IN (:ids)""",
                Tuple.class)
            .setParameter("ids", segments)
            .setParameter("now", now)
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
        row.get(3, Boolean.class),
        row.get(4, String.class));
  }
}
