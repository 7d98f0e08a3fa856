package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class RoleTypeRepository {

  private final EntityManager entities;

  RoleTypeRepository(EntityManager entities) {
    this.entities = entities;
  }

  void add(RoleType type) {
    entities.persist(type);
    entities.flush();
  }

  void remove(RoleType type) {
    entities.remove(type);
    entities.flush();
  }

  Optional<RoleType> find(String code) {
    return entities
        .createQuery("from RoleType t where t.code = :code", RoleType.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  List<RoleType> all() {
    return entities.createQuery("from RoleType t order by t.code", RoleType.class).getResultList();
  }

  long count() {
    return entities.createQuery("select count(*) from RoleType t", Long.class).getSingleResult();
  }

  /// Those of the codes that there are, kept from deletion until the transaction ends.
  List<String> hold(Collection<String> codes) {
    return entities
        .createQuery("from RoleType t where t.code in :codes order by t.code", RoleType.class)
        .setParameter("codes", codes)
        .setLockMode(LockModeType.PESSIMISTIC_READ)
        .getResultStream()
        .map(RoleType::code)
        .toList();
  }

  /// Waits for those who hold the type.
  void lock(RoleType type) {
    entities.lock(type, LockModeType.PESSIMISTIC_WRITE);
  }

  boolean inUse(String code) {
    return !entities
        .createQuery("select r.id from CustomerRoleRow r where r.type = :code", Object.class)
        .setParameter("code", code)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
