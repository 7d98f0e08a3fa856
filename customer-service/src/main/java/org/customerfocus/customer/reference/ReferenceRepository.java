package org.customerfocus.customer.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Finds references that lead nowhere, so that they can be refused by name; foreign keys hold
/// against whoever deletes at the same moment.
@ApplicationScoped
public class ReferenceRepository {

  private final EntityManager entities;
  private final RedirectRepository redirects;

  ReferenceRepository(EntityManager entities, RedirectRepository redirects) {
    this.entities = entities;
    this.redirects = redirects;
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

  /// The same for ids as they come: some are missing, and some come more than once.
  public Set<UUID> existing(Target target, Stream<? extends @Nullable UUID> ids) {
    return existing(
        target, ids.filter(Objects::nonNull).map(Objects::requireNonNull).distinct().toList());
  }

  /// @throws ProblemException 422 at the pointer when the id names none
  public void require(Target target, @Nullable UUID id, String pointer) {
    if (id != null && existing(target, List.of(id)).isEmpty()) {
      throw ProblemException.invalid(
          pointer, missing(target, redirects.destinations(List.of(id)).get(id)));
    }
  }

  private static String missing(Target target, @Nullable UUID kept) {
    return kept == null ? target.missing() : "has become part of " + kept;
  }

  /// Asks once for each kind of target.
  ///
  /// @throws ProblemException 422 at the pointers of all ids that name none
  public void require(List<Reference> references) {
    Map<Target, Map<UUID, List<Reference>>> asked = new EnumMap<>(Target.class);
    for (Reference each : references) {
      if (each.id() != null) {
        asked
            .computeIfAbsent(each.target(), target -> new HashMap<>())
            .computeIfAbsent(each.id(), id -> new ArrayList<>())
            .add(each);
      }
    }
    List<FieldError> faults = new ArrayList<>();
    asked.forEach(
        (target, byId) -> {
          byId.keySet().removeAll(existing(target, byId.keySet()));
          Map<UUID, UUID> kept = redirects.destinations(byId.keySet());
          byId.forEach(
              (id, absent) ->
                  absent.forEach(
                      each ->
                          faults.add(
                              FieldError.at(each.pointer(), missing(target, kept.get(id))))));
        });
    if (!faults.isEmpty()) {
      faults.sort(Comparator.comparing(fault -> String.valueOf(fault.pointer())));
      throw ProblemException.invalid(faults);
    }
  }
}
