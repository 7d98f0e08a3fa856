package org.customerfocus.agreement.exclusion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

/// Every query on exclusions.
@ApplicationScoped
public class ExclusionRepository {

  static final Fields FIELDS =
      Fields.of("exclusion")
          .sortable("agreementId", UUID.class)
          .sortable("spanStart", Instant.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  ExclusionRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  Exclusion get(UUID id) {
    Exclusion exclusion = entities.find(Exclusion.class, id);
    if (exclusion == null) {
      throw ProblemException.notFound("exclusion", id);
    }
    return exclusion;
  }

  Page<Exclusion> list(PageQuery query) {
    return keyset.page(Exclusion.class, FIELDS, query);
  }

  /// An approved exclusion, as far as counting looks at it.
  ///
  /// @param commitmentIds which commitments it concerns; empty for all
  public record Approved(List<UUID> commitmentIds, Span span) {

    public boolean concerns(UUID commitmentId) {
      return commitmentIds.isEmpty() || commitmentIds.contains(commitmentId);
    }
  }

  /// The approved exclusions of an agreement.
  public List<Approved> approved(UUID agreementId) {
    return entities
        .createQuery(
            """
            from Exclusion e
            where e.agreementId = :agreement and e.approvedAt is not null
            order by e.spanStart, e.id""",
            Exclusion.class)
        .setParameter("agreement", agreementId)
        .getResultStream()
        .map(e -> new Approved(e.commitmentIds(), new Span(e.span().start(), e.span().end())))
        .toList();
  }

  void add(Exclusion exclusion) {
    entities.persist(exclusion);
  }

  void remove(Exclusion exclusion) {
    entities.remove(exclusion);
  }
}
