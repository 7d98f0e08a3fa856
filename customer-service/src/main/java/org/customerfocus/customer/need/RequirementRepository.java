package org.customerfocus.customer.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Fields.Relation;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class RequirementRepository {

  private static final Relation IMPORTANCES =
      new Relation(
          "requirement_importance",
          "exists (select 1 from RequirementImportanceRow i where i.requirementId = e.id and %s)");
  private static final Relation NEEDS =
      new Relation(
          "requirement_need",
          "exists (select 1 from RequirementNeedRow n where n.requirementId = e.id and %s)");

  static final Fields FIELDS =
      Fields.of("requirement")
          .sortable("statement", String.class)
          .sortable("kind", RequirementKind.class)
          .sortable("voice", Voice.class)
          .sortable("createdAt", Instant.class)
          .filterable("offeringId", UUID.class)
          .filterable("touchpointId", UUID.class)
          .related("segmentId", UUID.class, "i.segmentId", "segment_id", IMPORTANCES)
          .related("customerId", UUID.class, "i.customerId", "customer_id", IMPORTANCES)
          .related("role", String.class, "i.role", "role", IMPORTANCES)
          .related("needId", UUID.class, "n.needId", "need_id", NEEDS)
          .build();

  private final EntityManager entities;
  private final EvidenceRepository evidence;
  private final Keyset keyset;

  RequirementRepository(EntityManager entities, EvidenceRepository evidence, Keyset keyset) {
    this.entities = entities;
    this.evidence = evidence;
    this.keyset = keyset;
  }

  void add(Requirement requirement, RequirementParts parts) {
    entities.persist(requirement);
    addParts(requirement.id(), parts);
    evidence.add(Subject.requirement(requirement.id()), parts.evidence());
    entities.flush();
  }

  Requirement get(UUID id) {
    Requirement requirement = entities.find(Requirement.class, id);
    if (requirement == null) {
      throw ProblemException.notFound("requirement", id);
    }
    return requirement;
  }

  void remove(Requirement requirement) {
    // The parts and scores go with it by foreign key.
    entities.remove(requirement);
    entities.flush();
  }

  Page<Requirement> list(PageQuery query) {
    return keyset.page(Requirement.class, FIELDS, query);
  }

  void replaceParts(UUID requirement, RequirementParts parts) {
    for (String part : List.of("RequirementImportanceRow", "RequirementNeedRow")) {
      entities
          .createQuery("delete from %s p where p.requirementId = :requirement".formatted(part))
          .setParameter("requirement", requirement)
          .executeUpdate();
    }
    addParts(requirement, parts);
    evidence.replace(Subject.requirement(requirement), parts.evidence());
    entities.flush();
  }

  private void addParts(UUID requirement, RequirementParts parts) {
    for (int place = 0; place < parts.importances().size(); place++) {
      entities.persist(
          new RequirementImportanceRow(requirement, parts.importances().get(place), place));
    }
    for (int place = 0; place < parts.needIds().size(); place++) {
      entities.persist(new RequirementNeedRow(requirement, parts.needIds().get(place), place));
    }
  }

  RequirementParts parts(UUID requirement) {
    return parts(List.of(requirement)).getOrDefault(requirement, NO_PARTS);
  }

  private static final RequirementParts NO_PARTS =
      new RequirementParts(List.of(), List.of(), List.of());

  /// The parts of several requirements, in one query a kind of part.
  Map<UUID, RequirementParts> parts(Collection<UUID> requirements) {
    Map<UUID, List<RequirementImportance>> importances = importances(requirements);
    Map<UUID, List<UUID>> needs = needs(requirements);
    Map<UUID, List<Evidence>> known = evidence.ofRequirements(requirements);
    Map<UUID, RequirementParts> parts = new HashMap<>();
    for (UUID id : requirements) {
      parts.put(
          id,
          new RequirementParts(
              importances.getOrDefault(id, List.of()),
              needs.getOrDefault(id, List.of()),
              known.getOrDefault(id, List.of())));
    }
    return parts;
  }

  /// How much several requirements matter, and to whom.
  Map<UUID, List<RequirementImportance>> importances(Collection<UUID> requirements) {
    return requirements.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "from RequirementImportanceRow i where i.requirementId in :requirements"
                    + " order by i.requirementId, i.place",
                RequirementImportanceRow.class)
            .setParameter("requirements", requirements)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    RequirementImportanceRow::requirementId,
                    Collectors.mapping(RequirementImportanceRow::importance, Collectors.toList())));
  }

  private Map<UUID, List<UUID>> needs(Collection<UUID> requirements) {
    return requirements.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "from RequirementNeedRow n where n.requirementId in :requirements"
                    + " order by n.requirementId, n.place",
                RequirementNeedRow.class)
            .setParameter("requirements", requirements)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    RequirementNeedRow::requirementId,
                    Collectors.mapping(RequirementNeedRow::needId, Collectors.toList())));
  }

  /// The requirements of several needs.
  Map<UUID, List<UUID>> ofNeeds(Collection<UUID> needs) {
    return needs.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "from RequirementNeedRow n where n.needId in :needs"
                    + " order by n.needId, n.requirementId",
                RequirementNeedRow.class)
            .setParameter("needs", needs)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    RequirementNeedRow::needId,
                    Collectors.mapping(RequirementNeedRow::requirementId, Collectors.toList())));
  }
}
