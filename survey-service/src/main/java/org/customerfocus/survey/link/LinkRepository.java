package org.customerfocus.survey.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
class LinkRepository {

  static final Fields FIELDS =
      Fields.of("survey_link")
          .sortable("kind", LinkKind.class)
          .sortable("surveyVersionId", UUID.class)
          .filterable("campaignId", UUID.class)
          .filterable("invitationId", UUID.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  LinkRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(SurveyLink link) {
    entities.persist(link);
  }

  void flush() {
    entities.flush();
  }

  SurveyLink get(UUID id) {
    SurveyLink link = entities.find(SurveyLink.class, id);
    if (link == null) {
      throw ProblemException.notFound("survey link", id);
    }
    return link;
  }

  @Nullable SurveyLink withSecret(String digest) {
    List<SurveyLink> found =
        entities
            .createQuery("from SurveyLink where secretHash = :digest", SurveyLink.class)
            .setParameter("digest", digest)
            .getResultList();
    return found.isEmpty() ? null : found.getFirst();
  }

  /// Neither the version nor the time of change rises: the link's owner has changed nothing.
  void spend(UUID id) {
    entities
        .createQuery("update SurveyLink set spent = true where id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  Page<SurveyLink> list(PageQuery query) {
    return keyset.page(SurveyLink.class, FIELDS, query);
  }
}
