package org.customerfocus.agreement.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Every query on calendars.
@ApplicationScoped
public class CalendarRepository {

  private final EntityManager entities;

  CalendarRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Those of the calendars that exist.
  public Set<UUID> existing(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    @SuppressWarnings("unchecked")
    List<UUID> found =
        entities
            .createNativeQuery("SELECT id FROM calendar WHERE id IN (:ids)", UUID.class)
            .setParameter("ids", ids)
            .getResultList();
    return Set.copyOf(found);
  }
}
