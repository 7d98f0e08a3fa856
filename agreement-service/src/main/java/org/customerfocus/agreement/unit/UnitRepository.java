package org.customerfocus.agreement.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Every query on the tenant's own units.
@ApplicationScoped
class UnitRepository {

  private final EntityManager entities;

  UnitRepository(EntityManager entities) {
    this.entities = entities;
  }

  Optional<Unit> find(String code) {
    return entities
        .createQuery("from Unit u where u.code = :code", Unit.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  List<String> known(Collection<String> codes) {
    return entities
        .createQuery("select u.code from Unit u where u.code in :codes", String.class)
        .setParameter("codes", codes)
        .getResultList();
  }

  List<Unit> all() {
    return entities.createQuery("from Unit u order by u.code", Unit.class).getResultList();
  }

  long count() {
    return entities.createQuery("select count(*) from Unit u", Long.class).getSingleResult();
  }

  /// Whether a metric is told in it.
  boolean inUse(String code) {
    return (Boolean)
        entities
            .createNativeQuery(
                "SELECT EXISTS (SELECT 1 FROM metric WHERE unit = :code)", Boolean.class)
            .setParameter("code", code)
            .getSingleResult();
  }

  void add(Unit unit) {
    entities.persist(unit);
    entities.flush();
  }

  void remove(Unit unit) {
    entities.remove(unit);
  }
}
