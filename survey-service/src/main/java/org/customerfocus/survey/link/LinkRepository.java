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

  /// Nobody else looks for a link of the invitation, and makes one where there is none, until this
  /// transaction ends.
  void holdLinksOf(UUID invitation) {
    entities
        .createNativeQuery(
            "SELECT pg_advisory_xact_lock(hashtextextended('links/' || :invitation, 0))",
            Object.class)
        .setParameter("invitation", invitation.toString())
        .getSingleResult();
  }

  /// The links of an invitation, the oldest first.
  List<SurveyLink> ofInvitation(UUID invitation) {
    return entities
        .createQuery(
            "from SurveyLink where invitationId = :invitation order by id", SurveyLink.class)
        .setParameter("invitation", invitation)
        .getResultList();
  }

  void closeOpen(UUID campaign, Instant now) {
    entities
        .createQuery(
            """
            update versioned SurveyLink set closedAt = :now, updatedAt = :now
            where campaignId = :campaign and kind = :open and closedAt is null""")
        .setParameter("now", now)
        .setParameter("campaign", campaign)
        .setParameter("open", LinkKind.OPEN)
        .executeUpdate();
  }

  void noteHandle(String handle) {
    entities
        .createNativeQuery(
            """
            INSERT INTO tenant_handle (tenant_id, handle)
            VALUES (current_setting('app.tenant'), :handle) ON CONFLICT DO NOTHING""")
        .setParameter("handle", handle)
        .executeUpdate();
  }

  /// The tenant's handle; null where no request has told it.
  @Nullable String handle() {
    return (String)
        entities
            .createNativeQuery("SELECT handle FROM tenant_handle", String.class)
            .getSingleResultOrNull();
  }

  Page<SurveyLink> list(PageQuery query) {
    return keyset.page(SurveyLink.class, FIELDS, query);
  }
}
