package org.customerfocus.survey.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FeedbackRepository {

  static final Fields FIELDS =
      Fields.of("feedback")
          .sortable("form", FeedbackForm.class)
          .sortable("voice", Voice.class)
          .sortable("channel", String.class)
          .sortable("receivedAt", Instant.class)
          .filterable("language", String.class)
          .filterable("customerId", UUID.class)
          .filterable("partyId", UUID.class)
          .filterable("offeringId", UUID.class)
          .filterable("touchpointId", UUID.class)
          .filterable("requirementId", UUID.class)
          .filterable("surveyId", UUID.class)
          .filterable("responseId", UUID.class)
          .filterable("importId", UUID.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  FeedbackRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  /// Which of these surveys and responses there are.
  Set<UUID> known(Collection<UUID> surveysAndResponses) {
    @SuppressWarnings("unchecked")
    List<UUID> there =
        entities
            .createNativeQuery(
                """
                SELECT id FROM survey WHERE id = ANY (:ids)
                UNION ALL SELECT id FROM response WHERE id = ANY (:ids)""",
                UUID.class)
            .setParameter("ids", surveysAndResponses.toArray(UUID[]::new))
            .getResultList();
    return Set.copyOf(there);
  }

  void add(Collection<Feedback> feedback) {
    feedback.forEach(entities::persist);
    entities.flush();
  }

  Feedback get(UUID id) {
    Feedback feedback = entities.find(Feedback.class, id);
    if (feedback == null) {
      throw ProblemException.notFound("feedback", id);
    }
    return feedback;
  }

  Page<Feedback> list(PageQuery query) {
    return keyset.page(Feedback.class, FIELDS, query);
  }

  /// The feedback with an external reference, if there is any.
  @Nullable UUID withRef(FeedbackRef ref) {
    return entities
        .createQuery(
            "select id from Feedback where refScheme = :scheme and refValue = :value", UUID.class)
        .setParameter("scheme", ref.scheme())
        .setParameter("value", ref.value())
        .getSingleResultOrNull();
  }

  /// Which of some ids of one scheme are taken.
  Set<String> taken(String scheme, Collection<String> values) {
    return new HashSet<>(
        entities
            .createQuery(
                "select refValue from Feedback where refScheme = :scheme and refValue in :values",
                String.class)
            .setParameter("scheme", scheme)
            .setParameter("values", values)
            .getResultList());
  }

  /// Feedback after an id, in order. What was loaded before is let go.
  List<Feedback> after(@Nullable UUID id, int limit) {
    entities.flush();
    entities.clear();
    return entities
        .createQuery("from Feedback where id > :after order by id", Feedback.class)
        .setParameter("after", id == null ? new UUID(0, 0) : id)
        .setMaxResults(limit)
        .getResultList();
  }
}
