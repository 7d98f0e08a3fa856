package org.customerfocus.survey.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RequirementMeasureRepository {

  static final Fields FIELDS =
      Fields.of("requirement_measure")
          .filterable("requirementId", UUID.class)
          .filterable("surveyId", UUID.class)
          .sortable("createdAt", Instant.class)
          .build();

  /// So many of a segment gave this value in this version.
  record SegmentCount(UUID segment, UUID version, int value, long answers) {}

  private final EntityManager entities;
  private final Keyset keyset;

  RequirementMeasureRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(RequirementMeasure measure) {
    entities.persist(measure);
    entities.flush();
  }

  void remove(RequirementMeasure measure) {
    entities.remove(measure);
    entities.flush();
  }

  RequirementMeasure get(UUID id) {
    RequirementMeasure measure = entities.find(RequirementMeasure.class, id);
    if (measure == null) {
      throw ProblemException.notFound("requirement measure", id);
    }
    return measure;
  }

  /// The measure with nobody else at it; null where it is gone.
  @Nullable RequirementMeasure hold(UUID id) {
    return entities.find(RequirementMeasure.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  Page<RequirementMeasure> list(PageQuery query) {
    return keyset.page(RequirementMeasure.class, FIELDS, query);
  }

  /// The answers of those who were in a segment when they were asked.
  List<SegmentCount> bySegment(UUID surveyId, String linkId) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT cast(segment AS uuid) AS segment, r.survey_version_id AS version, a.value,
                       count(*) AS answers
                FROM response r
                JOIN answer a ON a.response_id = r.id AND a.link_id = :question
                  AND a.value IS NOT NULL
                %s
                CROSS JOIN unnest(f.segments) segment
                WHERE r.survey_id = :survey AND r.status IN ('completed', 'amended')
                  AND segment ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                GROUP BY 1, 2, 3"""
                    .formatted(Respondents.FROZEN),
                Tuple.class)
            .setParameter("survey", surveyId)
            .setParameter("question", linkId)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new SegmentCount(
                    row.get("segment", UUID.class),
                    row.get("version", UUID.class),
                    row.get("value", Number.class).intValue(),
                    row.get("answers", Number.class).longValue()))
        .toList();
  }
}
