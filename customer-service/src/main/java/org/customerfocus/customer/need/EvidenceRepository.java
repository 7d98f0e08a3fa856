package org.customerfocus.customer.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class EvidenceRepository {

  private final EntityManager entities;

  EvidenceRepository(EntityManager entities) {
    this.entities = entities;
  }

  void replace(Subject subject, @Nullable List<Evidence> evidence) {
    entities
        .createQuery(
            "delete from EvidenceRow e where e.needId is not distinct from :need"
                + " and e.requirementId is not distinct from :requirement")
        .setParameter("need", subject.needId())
        .setParameter("requirement", subject.requirementId())
        .executeUpdate();
    add(subject, evidence);
  }

  void add(Subject subject, @Nullable List<Evidence> evidence) {
    for (int place = 0; evidence != null && place < evidence.size(); place++) {
      entities.persist(EvidenceRow.of(subject, evidence.get(place), place));
    }
  }

  Map<UUID, List<Evidence>> ofNeeds(Collection<UUID> needs) {
    return needs.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "from EvidenceRow e where e.needId in :needs order by e.needId, e.place",
                EvidenceRow.class)
            .setParameter("needs", needs)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    EvidenceRow::needId,
                    Collectors.mapping(EvidenceRow::evidence, Collectors.toList())));
  }

  Map<UUID, List<Evidence>> ofRequirements(Collection<UUID> requirements) {
    return requirements.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "from EvidenceRow e where e.requirementId in :requirements"
                    + " order by e.requirementId, e.place",
                EvidenceRow.class)
            .setParameter("requirements", requirements)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    EvidenceRow::requirementId,
                    Collectors.mapping(EvidenceRow::evidence, Collectors.toList())));
  }
}
