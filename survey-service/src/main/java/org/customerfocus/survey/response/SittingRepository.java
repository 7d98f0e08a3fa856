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

  /// Forgets the sitting, and that it is not to be begun again is all that stays.
  void finish(UUID id) {
    entities
        .createNativeQuery(
            """
            INSERT INTO anonymous_sitting (tenant_id, id, sitting)
            VALUES (current_setting('app.tenant'), :id, NULL)
            ON CONFLICT (tenant_id, id) DO UPDATE SET sitting = NULL""")
        .setParameter("id", id)
        .executeUpdate();
  }
}
