package org.customerfocus.survey.feedbackimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.job.JobKind;
import org.customerfocus.conventions.job.JobRepository;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FeedbackImportRepository {

  static final Fields IMPORTS =
      Fields.of("feedback_import")
          .sortable("status", FeedbackImportStatus.class)
          .sortable("createdAt", Instant.class)
          .build();

  static final Fields REFUSED =
      Fields.of("refused_feedback").sortable("rowNumber", Long.class).build();

  static final JobKind JOBS =
      new JobKind("feedback_import", "system:feedback-import", Duration.ofSeconds(15), 500);

  private final EntityManager entities;
  private final Keyset keyset;
  private final JobRepository jobs;

  FeedbackImportRepository(EntityManager entities, Keyset keyset, JobRepository jobs) {
    this.entities = entities;
    this.keyset = keyset;
    this.jobs = jobs;
  }

  void add(FeedbackImport job) {
    entities.persist(job);
    entities.flush();
  }

  FeedbackImport get(UUID id) {
    return found(entities.find(FeedbackImport.class, id), id);
  }

  /// The import, with nobody else at it until this transaction ends.
  FeedbackImport hold(UUID id) {
    return found(entities.find(FeedbackImport.class, id, LockModeType.PESSIMISTIC_WRITE), id);
  }

  private static FeedbackImport found(@Nullable FeedbackImport job, UUID id) {
    if (job == null) {
      throw ProblemException.notFound("import", id);
    }
    return job;
  }

  Page<FeedbackImport> list(PageQuery query) {
    return keyset.page(FeedbackImport.class, IMPORTS, query);
  }

  Page<RefusedFeedback> refused(UUID importId, PageQuery query) {
    return keyset.page(
        RefusedFeedback.class,
        REFUSED,
        query,
        new Keyset.Scope("e.importId = :import", Map.of("import", importId)));
  }

  void refuse(UUID importId, List<FeedbackRow.Refused> rows) {
    rows.forEach(row -> entities.persist(new RefusedFeedback(importId, row)));
    entities.flush();
    // A file may be all bad rows: none of them is kept in memory.
    entities.clear();
  }

  /// Stores the file and queues the job, with nothing left of what was sent before.
  void queue(UUID importId, InputStream file, boolean test, Instant now) throws IOException {
    entities
        .createQuery("delete from RefusedFeedback where importId = :import")
        .setParameter("import", importId)
        .executeUpdate();
    jobs.queue(JOBS, importId, file, test, now);
  }

  /// Drops the file.
  void forget(UUID importId) {
    jobs.forget(JOBS, importId);
  }
}
