package org.customerfocus.customer.journey;

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
class TouchpointRepository {

  static final Fields FIELDS =
      Fields.of("touchpoint")
          .sortable("name", String.class)
          .sortable("channel", Channel.class)
          .filterable("offeringId", UUID.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  TouchpointRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Touchpoint touchpoint) {
    entities.persist(touchpoint);
    entities.flush();
  }

  Touchpoint get(UUID id) {
    Touchpoint touchpoint = entities.find(Touchpoint.class, id);
    if (touchpoint == null) {
      throw ProblemException.notFound("touchpoint", id);
    }
    return touchpoint;
  }

  void remove(Touchpoint touchpoint) {
    entities.remove(touchpoint);
    entities.flush();
  }

  Page<Touchpoint> list(PageQuery query) {
    return keyset.page(Touchpoint.class, FIELDS, query);
  }
}
