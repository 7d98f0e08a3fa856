package org.customerfocus.customer.offering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class OfferingRepository {

  static final Fields FIELDS =
      Fields.of("offering")
          .sortable("name", String.class)
          .sortable("kind", OfferingKind.class)
          .sortable("status", OfferingStatus.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  OfferingRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Offering offering) {
    entities.persist(offering);
    entities.flush();
  }

  Offering get(UUID id) {
    Offering offering = entities.find(Offering.class, id);
    if (offering == null) {
      throw ProblemException.notFound("offering", id);
    }
    return offering;
  }

  void remove(Offering offering) {
    entities.remove(offering);
    entities.flush();
  }

  Page<Offering> list(PageQuery query) {
    return keyset.page(Offering.class, FIELDS, query);
  }
}
