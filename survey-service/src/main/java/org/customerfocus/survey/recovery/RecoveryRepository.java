package org.customerfocus.survey.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.UUID;

@ApplicationScoped
class RecoveryRepository {

  private final EntityManager entities;

  RecoveryRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// A question of a survey, and where its scale begins and how long it is.
  record Asked(UUID survey, String linkId, int min, int span) {}

  /// The answers of those whose response opened a case and who were asked again on its occasion.
  Pairs pairs(Asked before, Asked after) {
    Tuple row =
        (Tuple)
            entities
                .createNativeQuery(
                    """
                    SELECT count(*) AS n, coalesce(sum(d), 0) AS sum,
                      coalesce(sum(d * d), 0) AS squares, count(*) FILTER (WHERE d > 0) AS better,
                      count(*) FILTER (WHERE d = 0) AS same, count(*) FILTER (WHERE d < 0) AS worse
                    FROM (
                      SELECT cast((a.value - :afterMin) * :beforeSpan
                        - (b.value - :beforeMin) * :afterSpan AS bigint) AS d
                      FROM response r
                      JOIN invitation i ON i.id = r.invitation_id
                      JOIN survey_case c ON c.id = i.occasion_id
                      JOIN response o ON o.id = c.response_id AND o.survey_id = :beforeSurvey
                      JOIN answer b ON b.response_id = o.id AND b.link_id = :before
                        AND b.value IS NOT NULL
                      JOIN answer a ON a.response_id = r.id AND a.link_id = :after
                        AND a.value IS NOT NULL
                      WHERE r.survey_id = :afterSurvey AND r.status IN ('completed', 'amended')
                    ) pair""",
                    Tuple.class)
                .setParameter("afterMin", after.min())
                .setParameter("afterSpan", after.span())
                .setParameter("beforeMin", before.min())
                .setParameter("beforeSpan", before.span())
                .setParameter("beforeSurvey", before.survey())
                .setParameter("afterSurvey", after.survey())
                .setParameter("before", before.linkId())
                .setParameter("after", after.linkId())
                .getSingleResult();
    return new Pairs(
        row.get("n", Long.class),
        row.get("sum", BigDecimal.class),
        row.get("squares", BigDecimal.class),
        row.get("better", Long.class),
        row.get("same", Long.class),
        row.get("worse", Long.class));
  }
}
