package org.customerfocus.agreement.statechange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

/// Every query on state changes.
@ApplicationScoped
class StateChangeRepository {

  static final Fields FIELDS =
      Fields.of("state_change")
          .filterable("metricId", UUID.class)
          .filterable("customerId", UUID.class)
          .filterable("at", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  StateChangeRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  StateChange get(UUID id) {
    StateChange found = entities.find(StateChange.class, id);
    if (found == null) {
      throw ProblemException.notFound("state change", id);
    }
    return found;
  }

  Page<StateChange> list(PageQuery query) {
    return keyset.page(StateChange.class, FIELDS, query);
  }
}
