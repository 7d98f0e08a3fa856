package org.customerfocus.customer.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Finds references that lead nowhere, so that they can be refused by name; foreign keys hold
/// against whoever deletes at the same moment.
@ApplicationScoped
public class ReferenceRepository {

  private final EntityManager entities;

  ReferenceRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Those of the ids that exist, in one query.
  public Set<UUID> existing(Target target, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    @SuppressWarnings("unchecked")
    List<UUID> found =
        entities
            .createNativeQuery(
                "SELECT t.id FROM %s t WHERE t.id = ANY (:ids)".formatted(target.table()),
                UUID.class)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .getResultList();
    return new HashSet<>(found);
  }

  /// @throws ProblemException 422 at the pointer when the id names none
  public void require(Target target, @Nullable UUID id, String pointer) {
    if (id != null && existing(target, List.of(id)).isEmpty()) {
      throw ProblemException.invalid(pointer, target.missing());
    }
  }
}
