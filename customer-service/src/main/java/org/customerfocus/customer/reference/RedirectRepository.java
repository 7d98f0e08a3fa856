package org.customerfocus.customer.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Where the ids of what was merged lead.
@ApplicationScoped
public class RedirectRepository {

  private final EntityManager entities;

  RedirectRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Where an id leads in the end, through every merge since.
  public Optional<UUID> destination(UUID gone) {
    return Optional.ofNullable(destinations(List.of(gone)).get(gone));
  }

  /// Where ids lead in the end; those of what was not merged are missing.
  public Map<UUID, UUID> destinations(Collection<UUID> gone) {
    if (gone.isEmpty()) {
      return Map.of();
    }
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                WITH RECURSIVE way (gone_id, id, step) AS (
                  SELECT gone_id, kept_id, 1 FROM merge_redirect WHERE gone_id = ANY (:gone)
                  UNION ALL
                  SELECT w.gone_id, r.kept_id, w.step + 1
                  FROM way w JOIN merge_redirect r ON r.gone_id = w.id
                  WHERE w.step < 1000)
                SELECT DISTINCT ON (gone_id) gone_id, id FROM way ORDER BY gone_id, step DESC""",
                Tuple.class)
            .setParameter("gone", gone.toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class)));
  }
}
