package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// By what unfinished anonymous responses are found again.
@ApplicationScoped
class SittingRepository {

  private final EntityManager entities;

  SittingRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// The sitting with this id, begun where there is none: one, however many begin it at once.
  ///
  /// @return null where it is finished
  @Nullable UUID sit(UUID id) {
    return (UUID)
        entities
            .createNativeQuery(
                """
            INSERT INTO anonymous_sitting (tenant_id, id, sitting)
            VALUES (current_setting('app.tenant'), :id, gen_random_uuid())
            ON CONFLICT (tenant_id, id) DO UPDATE SET sitting = anonymous_sitting.sitting
            RETURNING sitting""",
                UUID.class)
            .setParameter("id", id)
            .getSingleResultOrNull();
  }

  /// Forgets the sitting. That it is not to be begun again is all that stays, and by which request
  /// it was finished.
  void finish(UUID id, @Nullable UUID request) {
    entities
        .createNativeQuery(
            """
            INSERT INTO anonymous_sitting (tenant_id, id, sitting, request)
            VALUES (current_setting('app.tenant'), :id, NULL, CAST(:request AS uuid))
            ON CONFLICT (tenant_id, id) DO UPDATE SET sitting = NULL, request = excluded.request""")
        .setParameter("id", id)
        .setParameter("request", request)
        .executeUpdate();
  }

  boolean wasFinishedBy(UUID id, UUID request) {
    return !entities
        .createNativeQuery(
            "SELECT id FROM anonymous_sitting WHERE id = :id AND request = :request", UUID.class)
        .setParameter("id", id)
        .setParameter("request", request)
        .getResultList()
        .isEmpty();
  }
}
