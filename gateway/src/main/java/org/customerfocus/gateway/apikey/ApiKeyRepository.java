package org.customerfocus.gateway.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.gateway.access.Operator;

@ApplicationScoped
class ApiKeyRepository {

  static final Fields FIELDS =
      Fields.of("api_key")
          .sortable("name", String.class)
          .sortable("prefix", String.class)
          .sortable("status", ApiKeyStatus.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  ApiKeyRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(ApiKey key) {
    entities.persist(key);
    entities.flush();
  }

  /// Adds a key to a tenant that the operator has just made, in the operator's own transaction: the
  /// row is the tenant's, so row-level security is shown that tenant for this one statement.
  void addTo(UUID tenant, ApiKey key) {
    open(tenant.toString());
    entities
        .createNativeQuery(
            """
            INSERT INTO api_key (tenant_id, id, version, created_at, updated_at, name, prefix,
                                 secret_digest, scopes, status)
            VALUES (:tenant, :id, 0, :now, :now, :name, :prefix, :digest, :scopes, :status)""")
        .setParameter("tenant", tenant.toString())
        .setParameter("id", key.id())
        .setParameter("now", key.createdAt())
        .setParameter("name", key.name())
        .setParameter("prefix", key.prefix())
        .setParameter("digest", key.secretDigest())
        .setParameter("scopes", String.join(" ", key.scopes()))
        .setParameter("status", key.status().wire())
        .executeUpdate();
    open(Operator.TENANT);
  }

  private void open(String tenant) {
    entities
        .createNativeQuery("SELECT set_config('app.tenant', :tenant, true)", String.class)
        .setParameter("tenant", tenant)
        .getSingleResult();
  }

  ApiKey get(UUID id) {
    ApiKey key = entities.find(ApiKey.class, id);
    if (key == null) {
      throw ProblemException.notFound("API key", id);
    }
    return key;
  }

  Page<ApiKey> list(PageQuery query) {
    return keyset.page(ApiKey.class, FIELDS, query);
  }
}
