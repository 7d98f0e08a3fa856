package org.customerfocus.customer.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class NeedRepository {

  static final Fields FIELDS =
      Fields.of("need")
          .sortable("statement", String.class)
          .sortable("voice", Voice.class)
          .sortable("createdAt", Instant.class)
          .filterable("segmentId", UUID.class)
          .filterable("customerId", UUID.class)
          .filterable("role", String.class)
          .filterable("offeringId", UUID.class)
          .filterable("importance", Integer.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  NeedRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Need need) {
    entities.persist(need);
    entities.flush();
  }

  Need get(UUID id) {
    Need need = entities.find(Need.class, id);
    if (need == null) {
      throw ProblemException.notFound("need", id);
    }
    return need;
  }

  void remove(Need need) {
    entities.remove(need);
    entities.flush();
  }

  Page<Need> list(PageQuery query) {
    return keyset.page(Need.class, FIELDS, query);
  }

  /// Raises the version of each need whose answer derives from a requirement that has changed.
  void raiseVersions(Collection<UUID> needs, Instant now) {
    if (!needs.isEmpty()) {
      entities
          .createQuery("update versioned Need n set n.updatedAt = :now where n.id in :needs")
          .setParameter("now", now)
          .setParameter("needs", needs)
          .executeUpdate();
    }
  }
}
