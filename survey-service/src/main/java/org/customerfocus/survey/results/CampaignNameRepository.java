package org.customerfocus.survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.Option;

/// What the campaigns are called that results are split by.
@ApplicationScoped
class CampaignNameRepository {

  private final EntityManager entities;

  CampaignNameRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Campaigns that asked for any of the versions, the oldest first: their ids and names.
  List<Option> of(List<UUID> versions) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT id::text AS id, name FROM campaign WHERE survey_version_id = ANY (:versions)
                ORDER BY created_at, id LIMIT 500""",
                Tuple.class)
            .setParameter("versions", versions.toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .map(row -> Option.of(row.get("id", String.class), row.get("name", String.class)))
        .toList();
  }
}
