package org.customerfocus.customer.stakeholder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Fields.Relation;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Keyset.Scope;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StakeholderRepository {

  static final Fields FIELDS =
      Fields.of("stakeholder")
          .sortable("partyId", UUID.class)
          .sortable("createdAt", Instant.class)
          .filterable("offeringId", UUID.class)
          .filterable("interestLevel", StakeholderLevel.class)
          .filterable("influenceLevel", StakeholderLevel.class)
          .related(
              "relation",
              StakeholderRelation.class,
              "r.relation",
              "relation",
              new Relation(
                  "stakeholder_relation",
                  "exists (select 1 from StakeholderRelationRow r"
                      + " where r.stakeholderId = e.id and %s)"))
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  StakeholderRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Stakeholder stakeholder, List<StakeholderRelation> relations) {
    entities.persist(stakeholder);
    addRelations(stakeholder.id(), relations);
    entities.flush();
  }

  Stakeholder get(UUID id) {
    Stakeholder stakeholder = entities.find(Stakeholder.class, id);
    if (stakeholder == null) {
      throw ProblemException.notFound("stakeholder", id);
    }
    return stakeholder;
  }

  void remove(Stakeholder stakeholder) {
    // The relations go with it by foreign key.
    entities.remove(stakeholder);
    entities.flush();
  }

  void replaceRelations(UUID stakeholder, List<StakeholderRelation> relations) {
    entities
        .createQuery("delete from StakeholderRelationRow r where r.stakeholderId = :stakeholder")
        .setParameter("stakeholder", stakeholder)
        .executeUpdate();
    addRelations(stakeholder, relations);
  }

  private void addRelations(UUID stakeholder, List<StakeholderRelation> relations) {
    for (int place = 0; place < relations.size(); place++) {
      entities.persist(new StakeholderRelationRow(stakeholder, relations.get(place), place));
    }
  }

  /// The relations of several stakeholders.
  Map<UUID, List<StakeholderRelation>> relations(Collection<UUID> stakeholders) {
    return stakeholders.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "from StakeholderRelationRow r where r.stakeholderId in :stakeholders"
                    + " order by r.stakeholderId, r.place",
                StakeholderRelationRow.class)
            .setParameter("stakeholders", stakeholders)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    StakeholderRelationRow::stakeholderId,
                    Collectors.mapping(StakeholderRelationRow::relation, Collectors.toList())));
  }

  Page<Stakeholder> list(PageQuery query, @Nullable LocalDate asOf) {
    Scope scope =
        asOf == null
            ? Scope.ALL
            : new Scope(
                "(e.validFrom is null or e.validFrom <= :asOf)"
                    + " and (e.validTo is null or e.validTo > :asOf)",
                Map.of("asOf", asOf));
    return keyset.page(Stakeholder.class, FIELDS, query, scope);
  }
}
