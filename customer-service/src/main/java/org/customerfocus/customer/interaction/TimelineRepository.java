package org.customerfocus.customer.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.page.Cursors;
import org.customerfocus.conventions.page.Cursors.Place;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// Merges what happened with a customer, newest first, in one query: each source gives its newest
/// few, found by its index, and the newest of these are the page.
@ApplicationScoped
class TimelineRepository {

  // Above every identifier: the first page begins with everything that happened by now.
  private static final UUID LAST = new UUID(-1, -1);

  private final EntityManager entities;
  private final Cursors cursors;
  private final CurrentCaller caller;
  private final InstantSource clock;

  TimelineRepository(
      EntityManager entities, Cursors cursors, CurrentCaller caller, InstantSource clock) {
    this.entities = entities;
    this.cursors = cursors;
    this.caller = caller;
    this.clock = clock;
  }

  Page<TimelineEntry> page(
      UUID customer, Collection<TimelineType> types, int limit, @Nullable String cursor) {
    String list = "%s\ntimeline\n%s\n%s".formatted(caller.get().tenant(), customer, types);
    Place from = cursor == null ? null : cursors.read(cursor, list);
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        entities
            .createNativeQuery(query(types))
            .setParameter("customer", customer)
            .setParameter("until", from == null ? clock.instant() : Instant.parse(from.value()))
            .setParameter("before", from == null ? LAST : from.id())
            .setParameter("limit", limit + 1)
            .getResultList();
    List<TimelineEntry> entries =
        rows.stream().limit(limit).map(TimelineRepository::entry).toList();
    String next = null;
    if (rows.size() > limit) {
      TimelineEntry last = entries.getLast();
      next = cursors.write(new Place(last.occurredAt().toString(), last.id()), list);
    }
    return new Page<>(entries, next, null);
  }

  /// The statement for some types, with the parameters customer, until, before and limit.
  static String query(Collection<TimelineType> types) {
    return types.stream()
        .map(
            type ->
                """
                (SELECT '%s' AS type, s.* FROM (%s)
                  AS s (occurred_at, id, event, summary, offering_id, subject_id, path)
                WHERE (s.occurred_at, s.id) < (:until, :before)
                ORDER BY s.occurred_at DESC, s.id DESC LIMIT :limit)"""
                    .formatted(type.wire(), type.query()))
        .collect(
            Collectors.joining(
                "\nUNION ALL\n",
                "SELECT * FROM (",
                ") AS happened ORDER BY occurred_at DESC, id DESC LIMIT :limit"));
  }

  private static TimelineEntry entry(@Nullable Object[] row) {
    TimelineType type = WireEnum.find(TimelineType.class, (String) row[0]).orElseThrow();
    String summary = (String) row[4];
    return new TimelineEntry(
        (Instant) row[1],
        type,
        (String) row[3],
        (UUID) row[2],
        (String) row[7],
        type == TimelineType.PURCHASE && summary != null ? atScale(summary) : summary,
        (UUID) row[5],
        (UUID) row[6]);
  }

  /// Money as the database has it, `249.0000 EUR`, at the scale of its currency.
  private static String atScale(String money) {
    String[] parts = money.split(" ", 2);
    Money amount = Money.of(new BigDecimal(parts[0]), parts[1]);
    return amount.amount() + " " + amount.currency();
  }
}
