package org.customerfocus.gateway.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

@ApplicationScoped
class TenantRepository {

  static final Fields FIELDS =
      Fields.of("tenant")
          .sortable("handle", String.class)
          .sortable("name", String.class)
          .sortable("mode", TenantMode.class)
          .sortable("status", TenantStatus.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  TenantRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Tenant tenant) {
    refuseTaken(tenant.handle());
    entities.persist(tenant);
    entities.flush();
  }

  // The unique key decides a race; this names the handle for everyone else.
  private void refuseTaken(String handle) {
    boolean taken =
        !entities
            .createQuery("SELECT t.id FROM Tenant t WHERE t.handle = :handle", UUID.class)
            .setParameter("handle", handle)
            .getResultList()
            .isEmpty();
    if (taken) {
      throw new ProblemException(
          Problems.CONFLICT,
          "There is a tenant with the handle %s already. Choose another.".formatted(handle));
    }
  }

  Tenant get(UUID id) {
    Tenant tenant = entities.find(Tenant.class, id);
    if (tenant == null) {
      throw ProblemException.notFound("tenant", id);
    }
    return tenant;
  }

  Page<Tenant> list(PageQuery query) {
    return keyset.page(Tenant.class, FIELDS, query);
  }
}
