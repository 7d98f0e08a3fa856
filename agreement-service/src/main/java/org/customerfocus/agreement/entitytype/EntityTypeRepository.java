package org.customerfocus.agreement.entitytype;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

/// Every query on entity types.
@ApplicationScoped
public class EntityTypeRepository {

  static final Fields FIELDS =
      Fields.of("entity_type")
          .sortable("code", String.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  EntityTypeRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  EntityType get(UUID id) {
    EntityType type = entities.find(EntityType.class, id);
    if (type == null) {
      throw ProblemException.notFound("entity type", id);
    }
    return type;
  }

  Page<EntityType> list(PageQuery query) {
    return keyset.page(EntityType.class, FIELDS, query);
  }

  boolean hasCode(String code) {
    return unknown(Set.of(code)).isEmpty();
  }

  /// Those of some codes that no entity type has.
  public Set<String> unknown(Collection<String> codes) {
    Set<String> unknown = new HashSet<>(codes);
    if (!unknown.isEmpty()) {
      entities
          .createQuery("select t.code from EntityType t where t.code in :codes", String.class)
          .setParameter("codes", Set.copyOf(unknown))
          .getResultList()
          .forEach(unknown::remove);
    }
    return unknown;
  }

  boolean inUse(String code) {
    return (Boolean)
        entities
            .createNativeQuery(
                "SELECT EXISTS (SELECT 1 FROM commitment WHERE entity_type = :code)", Boolean.class)
            .setParameter("code", code)
            .getSingleResult();
  }

  void add(EntityType type) {
    entities.persist(type);
    entities.flush();
  }

  void remove(EntityType type) {
    entities.remove(type);
  }
}
