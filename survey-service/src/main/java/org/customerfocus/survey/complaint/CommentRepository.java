package org.customerfocus.survey.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;

@ApplicationScoped
class CommentRepository {

  static final Fields FIELDS =
      Fields.of("case_comment").sortable("createdAt", Instant.class).build();

  /// What a page shows: who writes more to one complainant should ring them up.
  private static final int SHOWN = 100;

  private final EntityManager entities;
  private final Keyset keyset;

  CommentRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(CaseComment comment) {
    entities.persist(comment);
  }

  Page<CaseComment> list(UUID caseId, PageQuery query) {
    return keyset.page(
        CaseComment.class,
        FIELDS,
        query,
        new Keyset.Scope("e.caseId = :case", Map.of("case", caseId)));
  }

  /// What the complainant may see, the newest first.
  List<CaseComment> shared(UUID caseId) {
    return entities
        .createQuery(
            "from CaseComment where caseId = :case and shared order by id desc", CaseComment.class)
        .setParameter("case", caseId)
        .setMaxResults(SHOWN)
        .getResultList();
  }
}
