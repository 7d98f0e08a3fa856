package org.customerfocus.survey.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
class ImportRepository {

  static final Fields IMPORTS =
      Fields.of("survey_import")
          .sortable("status", ImportStatus.class)
          .sortable("surveyVersionId", UUID.class)
          .sortable("createdAt", Instant.class)
          .build();

  static final Fields REFUSED_ROWS =
      Fields.of("refused_row").sortable("rowNumber", Long.class).build();

  static final JobKind JOBS =
      new JobKind("survey_import", "system:survey-import", Duration.ofSeconds(15), 500);

  private final EntityManager entities;
  private final Keyset keyset;
  private final JobRepository jobs;

  ImportRepository(EntityManager entities, Keyset keyset, JobRepository jobs) {
    this.entities = entities;
    this.keyset = keyset;
    this.jobs = jobs;
  }

  void add(SurveyImport job) {
    entities.persist(job);
    entities.flush();
  }

  SurveyImport get(UUID id) {
    return found(entities.find(SurveyImport.class, id), id);
  }

  /// The import, with nobody else at it until this transaction ends.
  SurveyImport hold(UUID id) {
    return found(entities.find(SurveyImport.class, id, LockModeType.PESSIMISTIC_WRITE), id);
  }

  private static SurveyImport found(@Nullable SurveyImport job, UUID id) {
    if (job == null) {
      throw ProblemException.notFound("import", id);
    }
    return job;
  }

  Page<SurveyImport> list(PageQuery query) {
    return keyset.page(SurveyImport.class, IMPORTS, query);
  }

  Page<RefusedRow> refusedRows(UUID importId, PageQuery query) {
    return keyset.page(
        RefusedRow.class,
        REFUSED_ROWS,
        query,
        new Keyset.Scope("e.importId = :import", Map.of("import", importId)));
  }

  /// The refused rows after a row number, in order. What was loaded before is let go.
  List<RefusedRow> refusedRowsAfter(UUID importId, long rowNumber, int limit) {
    entities.clear();
    return entities
        .createQuery(
            "from RefusedRow where importId = :import and rowNumber > :after order by rowNumber",
            RefusedRow.class)
        .setParameter("import", importId)
        .setParameter("after", rowNumber)
        .setMaxResults(limit)
        .getResultList();
  }

  Set<Long> refusedNumbers(UUID importId, long from, long to) {
    return new HashSet<>(
        entities
            .createQuery(
                "select rowNumber from RefusedRow where importId = :import"
                    + " and rowNumber between :from and :to",
                Long.class)
            .setParameter("import", importId)
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList());
  }

  void refuse(UUID importId, List<MappedRow.Refused> rows) {
    rows.forEach(row -> entities.persist(new RefusedRow(importId, row)));
    entities.flush();
    // A file may be all bad rows: none of them is kept in memory.
    entities.clear();
  }

  /// Claims the identities for their rows.
  ///
  /// @param rows identity by row number
  /// @return for each row whose identity an earlier row has, the number of that row
  Map<Long, Long> claimIdentities(UUID importId, Map<Long, String> rows) {
    if (rows.isEmpty()) {
      return Map.of();
    }
    Long[] numbers = rows.keySet().toArray(Long[]::new);
    String[] identities = rows.values().toArray(String[]::new);
    entities
        .createNativeQuery(
            """
            INSERT INTO survey_import_identity (tenant_id, import_id, identity, row_number)
            SELECT current_setting('app.tenant'), :import, identity, min(number)
            FROM unnest(:identities, :numbers) AS claimed (identity, number)
            GROUP BY identity
            ON CONFLICT (tenant_id, import_id, identity) DO NOTHING""")
        .setParameter("import", importId)
        .setParameter("identities", identities)
        .setParameter("numbers", numbers)
        .executeUpdate();
    @SuppressWarnings("unchecked")
    List<Tuple> taken =
        entities
            .createNativeQuery(
                """
                SELECT claimed.number AS row_number, i.row_number AS earlier
                FROM unnest(:identities, :numbers) AS claimed (identity, number)
                JOIN survey_import_identity i USING (identity)
                WHERE i.import_id = :import AND i.row_number <> claimed.number""",
                Tuple.class)
            .setParameter("import", importId)
            .setParameter("identities", identities)
            .setParameter("numbers", numbers)
            .getResultList();
    Map<Long, Long> earlier = new HashMap<>();
    for (Tuple row : taken) {
      earlier.put(row.get("row_number", Long.class), row.get("earlier", Long.class));
    }
    return earlier;
  }

  /// Stores the file and queues the job, with nothing left of what was sent before.
  void queue(UUID importId, InputStream file, boolean test, Instant now) throws IOException {
    forgetIdentities(importId);
    entities
        .createQuery("delete from RefusedRow where importId = :import")
        .setParameter("import", importId)
        .executeUpdate();
    jobs.queue(JOBS, importId, file, test, now);
  }

  /// Drops the file and what was kept for the work.
  void forget(UUID importId) {
    forgetIdentities(importId);
    jobs.forget(JOBS, importId);
  }

  private void forgetIdentities(UUID importId) {
    entities
        .createNativeQuery("DELETE FROM survey_import_identity WHERE import_id = :import")
        .setParameter("import", importId)
        .executeUpdate();
  }
}
