package org.customerfocus.survey.permission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.Ids;

@ApplicationScoped
class SuppressionRepository {

  private final EntityManager entities;

  SuppressionRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// @return whether that is news: said for the first time, or again after a while
  boolean add(UUID party, Instant now, Duration again) {
    return entities
            .createNativeQuery(
                """
                INSERT INTO suppression AS s (tenant_id, id, party_id, since)
                VALUES (current_setting('app.tenant'), :id, :party, :now)
                ON CONFLICT (tenant_id, party_id) DO UPDATE SET since = excluded.since
                WHERE s.since < :before""")
            .setParameter("id", Ids.next())
            .setParameter("party", party)
            .setParameter("now", now)
            .setParameter("before", now.minus(again))
            .executeUpdate()
        == 1;
  }

  Map<UUID, Instant> since(Collection<UUID> parties) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                "SELECT party_id, since FROM suppression WHERE party_id = ANY (:parties)",
                Tuple.class)
            .setParameter("parties", parties.toArray(UUID[]::new))
            .getResultList();
    Map<UUID, Instant> since = new HashMap<>();
    rows.forEach(row -> since.put(row.get(0, UUID.class), row.get(1, Instant.class)));
    return since;
  }
}
