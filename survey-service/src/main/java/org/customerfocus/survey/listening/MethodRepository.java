package org.customerfocus.survey.listening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class MethodRepository {

  private final EntityManager entities;

  MethodRepository(EntityManager entities) {
    this.entities = entities;
  }

  void add(ListeningMethod method) {
    entities.persist(method);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  void remove(ListeningMethod method) {
    entities.remove(method);
    entities.flush();
  }

  Optional<ListeningMethod> find(String code) {
    return entities
        .createQuery("from ListeningMethod m where m.code = :code", ListeningMethod.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  List<ListeningMethod> all() {
    return entities
        .createQuery("from ListeningMethod m order by m.code", ListeningMethod.class)
        .getResultList();
  }

  long count() {
    return entities
        .createQuery("select count(*) from ListeningMethod m", Long.class)
        .getSingleResult();
  }
}
