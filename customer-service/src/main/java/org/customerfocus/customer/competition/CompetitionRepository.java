package org.customerfocus.customer.competition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Keyset.Scope;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CompetitionRepository {

  static final Fields COMPETITORS =
      Fields.of("competitor")
          .sortable("partyId", UUID.class)
          .sortable("createdAt", Instant.class)
          .filterable("offeringId", UUID.class)
          .filterable("market", String.class)
          .build();

  static final Fields COMPARISONS =
      Fields.of("competitor_comparison")
          .sortable("competitorId", UUID.class)
          .sortable("requirementId", UUID.class)
          .sortable("createdAt", Instant.class)
          .filterable("segmentId", UUID.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  CompetitionRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(VersionedEntity entity) {
    entities.persist(entity);
    entities.flush();
  }

  void remove(VersionedEntity entity) {
    entities.remove(entity);
    entities.flush();
  }

  Competitor competitor(UUID id) {
    return found(entities.find(Competitor.class, id), "competitor", id);
  }

  CompetitorComparison comparison(UUID id) {
    return found(entities.find(CompetitorComparison.class, id), "competitor comparison", id);
  }

  private static <T> T found(@Nullable T entity, String what, UUID id) {
    if (entity == null) {
      throw ProblemException.notFound(what, id);
    }
    return entity;
  }

  Page<Competitor> competitors(PageQuery query, @Nullable LocalDate asOf) {
    Scope scope =
        asOf == null
            ? Scope.ALL
            : new Scope(
                "(e.validFrom is null or e.validFrom <= :asOf)"
                    + " and (e.validTo is null or e.validTo > :asOf)",
                Map.of("asOf", asOf));
    return keyset.page(Competitor.class, COMPETITORS, query, scope);
  }

  Page<CompetitorComparison> comparisons(PageQuery query) {
    return keyset.page(CompetitorComparison.class, COMPARISONS, query);
  }
}
