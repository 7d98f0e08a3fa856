package org.customerfocus.survey.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.job.FileWork;
import org.customerfocus.conventions.job.Rows;
import org.customerfocus.conventions.job.StoredJobs;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.response.ExternalRef;
import org.customerfocus.survey.response.NewResponse;
import org.customerfocus.survey.response.Provenance;
import org.customerfocus.survey.response.ResponseStatus;
import org.customerfocus.survey.response.Responses;
import org.customerfocus.survey.response.Spam;

/// The steps of an import: a pass that checks its rows, and one that records the good ones.
@ApplicationScoped
class ImportSteps extends StoredJobs<SurveyImport, ImportSteps.Job, MappedRow> {

  /// What a worker needs to know of a job.
  record Job(
      UUID id,
      ImportStatus status,
      ColumnMapping mapping,
      PublishedVersion version,
      String digest,
      long bytes,
      long doneThrough)
      implements FileWork.Pass {}

  private final ImportRepository imports;
  private final PublishedSurveys surveys;
  private final Responses responses;
  private final Journal journal;
  private final InstantSource clock;

  ImportSteps(
      ImportRepository imports,
      PublishedSurveys surveys,
      Responses responses,
      Journal journal,
      InstantSource clock) {
    this.imports = imports;
    this.surveys = surveys;
    this.responses = responses;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  protected SurveyImport get(UUID id) {
    return imports.get(id);
  }

  @Override
  protected SurveyImport held(UUID id) {
    return imports.hold(id);
  }

  @Override
  protected InstantSource clock() {
    return clock;
  }

  @Override
  protected Job pass(SurveyImport job) {
    return new Job(
        job.id(),
        job.status(),
        job.mapping(),
        surveys.version(job.surveyVersionId()),
        String.valueOf(job.fileDigest()),
        Objects.requireNonNullElse(job.fileBytes(), 0L),
        job.status() == ImportStatus.CHECKING ? job.checkedThrough() : job.importedThrough());
  }

  @Override
  public Rows<MappedRow> open(InputStream file, Job job) throws IOException, CsvFault {
    return new MappedRows(file, job.mapping(), job.version().questionnaire(), clock.instant());
  }

  @Override
  public void work(Job job, List<MappedRow> rows, long bytes) {
    if (job.status() == ImportStatus.CHECKING) {
      check(job, rows);
    } else {
      record(job, rows);
    }
  }

  /// Notes which of these rows are wrong, and which repeat an earlier row's identity.
  private void check(Job job, List<MappedRow> rows) {
    Map<Long, String> identities = new LinkedHashMap<>();
    Map<Long, List<String>> cells = new HashMap<>();
    List<MappedRow.Refused> refused = new ArrayList<>();
    for (MappedRow row : rows) {
      switch (row) {
        case MappedRow.Refused bad -> refused.add(bad);
        case MappedRow.Accepted good -> {
          if (good.identity() != null) {
            identities.put(good.number(), good.identity());
            cells.put(good.number(), good.cells());
          }
        }
      }
    }
    Map<Long, Long> repeated = imports.claimIdentities(job.id(), identities);
    repeated.forEach(
        (number, earlier) ->
            refused.add(
                repetition(
                    job,
                    number,
                    cells.getOrDefault(number, List.of()),
                    identities.getOrDefault(number, ""),
                    earlier)));
    SurveyImport stored = imports.get(job.id());
    stored.checked(rows.getLast().number(), rows.size(), refused.size(), clock.instant());
    imports.refuse(job.id(), refused);
  }

  private static MappedRow.Refused repetition(
      Job job, long row, List<String> cells, String identity, long earlier) {
    ColumnMapping.RowIdentity by = job.mapping().identity();
    String detail =
        "\"%s\" identifies row %d already: give each row its own id, or remove one of the two."
            .formatted(identity, earlier);
    return new MappedRow.Refused(
        row,
        cells,
        List.of(new MappedRow.CellError(by == null ? "" : by.column(), identity, detail)));
  }

  /// Records the good ones of these rows.
  private void record(Job job, List<MappedRow> rows) {
    Set<Long> refused =
        imports.refusedNumbers(job.id(), rows.getFirst().number(), rows.getLast().number());
    Instant now = clock.instant();
    List<NewResponse> good = new ArrayList<>(rows.size());
    for (MappedRow row : rows) {
      if (row instanceof MappedRow.Accepted accepted && !refused.contains(row.number())) {
        good.add(response(job, accepted, now));
      }
    }
    int recorded = responses.record(good).size();
    SurveyImport stored = imports.get(job.id());
    stored.imported(rows.getLast().number(), recorded, good.size() - recorded, now);
    journal.record(
        Change.of("survey-import", "advanced", stored)
            .data(Map.of("surveyVersionId", job.version().id(), "recorded", recorded)));
  }

  private static NewResponse response(Job job, MappedRow.Accepted row, Instant now) {
    ColumnMapping.RowIdentity by = job.mapping().identity();
    ExternalRef ref =
        by == null || row.identity() == null
            ? new ExternalRef("file-row", job.digest() + "#" + row.number())
            : new ExternalRef(by.scheme(), row.identity());
    return new NewResponse(
        Ids.next(),
        job.version().surveyId(),
        job.version().id(),
        job.version().anonymous(),
        false,
        ResponseStatus.COMPLETED,
        row.respondedAt() == null ? now : row.respondedAt(),
        now,
        row.weight(),
        null,
        null,
        ref,
        job.id(),
        Provenance.of("import"),
        Spam.NONE,
        row.answers(),
        row.attributes());
  }

  @Override
  protected void close(SurveyImport job) {
    imports.forget(job.id());
    journal.record(
        Change.of("survey-import", "ended", job)
            .data(Map.of("surveyVersionId", job.surveyVersionId(), "status", job.status().wire())));
  }
}
