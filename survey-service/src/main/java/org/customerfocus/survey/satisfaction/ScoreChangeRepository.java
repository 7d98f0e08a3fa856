package org.customerfocus.survey.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.wire.WireEnum;

@ApplicationScoped
class ScoreChangeRepository {

  static final Fields FIELDS =
      Fields.of("score_change")
          .filterable("surveyId", UUID.class)
          .filterable("score", SatisfactionScore.class)
          .sortable("foundAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  ScoreChangeRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(ScoreChange change) {
    entities.persist(change);
    entities.flush();
  }

  Page<ScoreChange> list(PageQuery query) {
    return keyset.page(ScoreChange.class, FIELDS, query);
  }

  /// One run a tenant at a time: whoever comes second finds nothing to do.
  boolean begin() {
    return (Boolean)
        entities
            .createNativeQuery(
                """
                SELECT pg_try_advisory_xact_lock(
                  hashtextextended('score-changes ' || current_setting('app.tenant'), 0))""")
            .getSingleResult();
  }

  /// The answers since `from`, before and from `middle` on, of questions without a change that was
  /// found since then.
  Collection<ScoreComparison> comparisons(Instant from, Instant middle, Instant to) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT r.survey_id, q.link_id, q.score, r.responded_at >= :middle AS late, a.value,
                       a.value = ANY (q.top_boxes) AS top, count(*) AS answers
                FROM response r
                JOIN score_question q ON q.survey_version_id = r.survey_version_id
                JOIN answer a ON a.response_id = r.id AND a.link_id = q.link_id
                  AND a.value IS NOT NULL
                WHERE r.responded_at >= :from AND r.responded_at < :to
                  AND r.status IN ('completed', 'amended')
                  AND NOT EXISTS (SELECT 1 FROM score_change c WHERE c.survey_id = r.survey_id
                    AND c.link_id = q.link_id AND c.found_at > :middle)
                GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2""",
                Tuple.class)
            .setParameter("from", from)
            .setParameter("middle", middle)
            .setParameter("to", to)
            .getResultList();
    Map<List<Object>, ScoreComparison> all = new LinkedHashMap<>();
    for (Tuple row : rows) {
      UUID survey = row.get("survey_id", UUID.class);
      String question = row.get("link_id", String.class);
      SatisfactionScore score =
          WireEnum.find(SatisfactionScore.class, row.get("score", String.class)).orElseThrow();
      all.computeIfAbsent(
              List.of(survey, question), key -> new ScoreComparison(survey, question, score))
          .add(
              row.get("late", Boolean.class),
              row.get("value", Number.class).intValue(),
              row.get("top", Boolean.class),
              row.get("answers", Number.class).longValue());
    }
    return all.values();
  }
}
