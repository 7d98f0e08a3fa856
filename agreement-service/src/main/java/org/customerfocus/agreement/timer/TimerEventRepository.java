package org.customerfocus.agreement.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

/// Every query on timer events.
@ApplicationScoped
class TimerEventRepository {

  static final Fields FIELDS =
      Fields.of("timer_event")
          .filterable("metricId", UUID.class)
          .filterable("customerId", UUID.class)
          .filterable("at", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  TimerEventRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  TimerEvent get(UUID id) {
    TimerEvent found = entities.find(TimerEvent.class, id);
    if (found == null) {
      throw ProblemException.notFound("timer event", id);
    }
    return found;
  }

  Page<TimerEvent> list(PageQuery query) {
    return keyset.page(TimerEvent.class, FIELDS, query);
  }
}
