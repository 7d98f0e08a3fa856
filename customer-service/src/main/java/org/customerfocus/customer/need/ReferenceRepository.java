package org.customerfocus.customer.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Whether what a request refers to is there, asked once for each kind of resource. Foreign keys
/// refuse what disappears afterwards.
@ApplicationScoped
public class ReferenceRepository {

  /// What can be referred to.
  public enum Target {
    COMPETITOR("competitor"),
    CUSTOMER("customer"),
    NEED("need"),
    OFFERING("offering"),
    PARTY("party"),
    REQUIREMENT("requirement"),
    SEGMENT("segment");

    private final String table;

    Target(String table) {
      this.table = table;
    }
  }

  /// @param id null refers to nothing, which is always there
  /// @param at the pointer of the id in the body
  public record Reference(Target target, @Nullable UUID id, String at) {}

  private final EntityManager entities;

  ReferenceRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// @throws ProblemException 422 at the pointers of all that are not there
  public void require(List<Reference> references) {
    List<FieldError> faults = new ArrayList<>();
    Map<Target, List<Reference>> byTarget =
        references.stream()
            .filter(each -> each.id() != null)
            .collect(Collectors.groupingBy(Reference::target));
    byTarget.forEach(
        (target, asked) -> {
          Set<UUID> found = found(target, asked);
          for (Reference each : asked) {
            if (!found.contains(each.id())) {
              faults.add(
                  FieldError.at(each.at(), "there is no %s %s".formatted(target.table, each.id())));
            }
          }
        });
    if (!faults.isEmpty()) {
      faults.sort(
          Comparator.comparing(FieldError::pointer, Comparator.nullsFirst(String::compareTo)));
      throw ProblemException.invalid(faults);
    }
  }

  @SuppressWarnings("unchecked")
  private Set<UUID> found(Target target, List<Reference> asked) {
    return new HashSet<>(
        entities
            .createNativeQuery(
                "SELECT id FROM %s WHERE id IN (:ids)".formatted(target.table), UUID.class)
            .setParameter("ids", asked.stream().map(Reference::id).toList())
            .getResultList());
  }
}
