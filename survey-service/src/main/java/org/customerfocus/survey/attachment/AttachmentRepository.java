package org.customerfocus.survey.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

/// Keeps attachments in PostgreSQL, and the bytes of those that have them there.
@ApplicationScoped
class AttachmentRepository {

  static final Fields FIELDS = Fields.of("attachment").sortable("createdAt", Instant.class).build();

  private final EntityManager entities;
  private final Keyset keyset;

  AttachmentRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Attachment attachment) {
    entities.persist(attachment);
    entities.flush();
  }

  void addContent(UUID id, byte[] content) {
    entities
        .createNativeQuery(
            """
            INSERT INTO attachment_content (tenant_id, attachment_id, bytes)
            VALUES (current_setting('app.tenant'), :id, :bytes)""")
        .setParameter("id", id)
        .setParameter("bytes", content)
        .executeUpdate();
  }

  Attachment get(UUID id) {
    Attachment attachment = entities.find(Attachment.class, id);
    if (attachment == null) {
      throw ProblemException.notFound("attachment", id);
    }
    return attachment;
  }

  byte[] content(UUID id) {
    return (byte[])
        entities
            .createNativeQuery(
                "SELECT bytes FROM attachment_content WHERE attachment_id = :id", byte[].class)
            .setParameter("id", id)
            .getSingleResult();
  }

  long count(UUID caseId) {
    return entities
        .createQuery("select count(*) from Attachment where caseId = :case", Long.class)
        .setParameter("case", caseId)
        .getSingleResult();
  }

  Page<Attachment> list(UUID caseId, PageQuery query) {
    return keyset.page(
        Attachment.class,
        FIELDS,
        query,
        new Keyset.Scope("e.caseId = :case", Map.of("case", caseId)));
  }
}
