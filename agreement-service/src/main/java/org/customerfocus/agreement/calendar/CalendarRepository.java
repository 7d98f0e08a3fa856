package org.customerfocus.agreement.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.servicetime.ServiceCalendar;

/// Every query on calendars.
@ApplicationScoped
public class CalendarRepository {

  static final Fields FIELDS =
      Fields.of("calendar")
          .sortable("name", String.class)
          .sortable("createdAt", Instant.class)
          .sortable("updatedAt", Instant.class)
          .build();

  private static final int REMEMBERED = 1000;

  private final EntityManager entities;
  private final Keyset keyset;

  // What recurs is followed once, and not at each count.
  private final Map<Service.Key, ServiceCalendar> made = new ConcurrentHashMap<>();

  CalendarRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  ServiceCalendarEntity get(UUID id) {
    ServiceCalendarEntity calendar = entities.find(ServiceCalendarEntity.class, id);
    if (calendar == null) {
      throw ProblemException.notFound("calendar", id);
    }
    return calendar;
  }

  Page<ServiceCalendarEntity> list(PageQuery query) {
    return keyset.page(ServiceCalendarEntity.class, FIELDS, query);
  }

  void add(ServiceCalendarEntity calendar) {
    entities.persist(calendar);
  }

  void remove(ServiceCalendarEntity calendar) {
    entities.remove(calendar);
  }

  boolean nameTaken(String name, UUID except) {
    return entities
            .createQuery(
                "select count(*) from Calendar c where c.name = :name and c.id <> :except",
                Long.class)
            .setParameter("name", name)
            .setParameter("except", except)
            .getSingleResult()
        > 0;
  }

  /// How many commitments count by a calendar.
  long uses(UUID id) {
    return ((Number)
            entities
                .createNativeQuery("SELECT count(*) FROM commitment WHERE calendar_id = :id")
                .setParameter("id", id)
                .getSingleResult())
        .longValue();
  }

  /// How many commitments that bind or bound count by a calendar.
  long binding(UUID id) {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    SELECT count(*) FROM commitment c
                    JOIN agreement_version v ON v.tenant_id = c.tenant_id AND v.id = c.version_id
                    WHERE c.calendar_id = :id AND v.effective_at IS NOT NULL""")
                .setParameter("id", id)
                .getSingleResult())
        .longValue();
  }

  /// Those of the calendars that exist.
  public Set<UUID> existing(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        entities
            .createQuery("select c.id from Calendar c where c.id in :ids", UUID.class)
            .setParameter("ids", ids)
            .getResultList());
  }

  /// A calendar to count by.
  ///
  /// @param version tells one state of it from another
  public record Service(ServiceCalendar calendar, long version) {

    private record Key(UUID id, long version) {}
  }

  /// The calendar as it is now.
  public Service service(UUID id) {
    ServiceCalendarEntity calendar = get(id);
    if (made.size() > REMEMBERED) {
      made.clear();
    }
    return new Service(
        made.computeIfAbsent(new Service.Key(id, calendar.version()), key -> calendar.calendar()),
        calendar.version());
  }
}
