package org.customerfocus.survey.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.importing.JobQueueRepository.Claim;
import org.customerfocus.survey.response.ExternalRef;
import org.customerfocus.survey.response.NewResponse;
import org.customerfocus.survey.response.Responses;
import org.jspecify.annotations.Nullable;

/// The steps of an import, each within one transaction that its caller opens: what the step did and
/// how far the job is are committed together, so that nothing is done twice or left out however
/// often the process dies.
@ApplicationScoped
class ImportSteps {

  /// Another worker has taken the job over, because this one was too slow: it must stop.
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// What a worker needs to know of a job.
  record Job(
      UUID id,
      ImportStatus status,
      ColumnMapping mapping,
      PublishedVersion version,
      String digest,
      long checkedThrough,
      long importedThrough) {}

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

  Job load(Claim claim) {
    SurveyImport job = imports.get(claim.importId());
    return new Job(
        job.id(),
        job.status(),
        job.mapping(),
        surveys.version(job.surveyVersionId()),
        String.valueOf(job.fileDigest()),
        job.checkedThrough(),
        job.importedThrough());
  }

  byte[] piece(UUID importId, int ordinal) {
    return imports.piece(importId, ordinal);
  }

  /// Notes which of these rows are wrong, and which repeat an earlier row's identity.
  void check(Claim claim, Job job, List<MappedRow> rows) {
    renew(claim);
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
  void record(Claim claim, Job job, List<MappedRow> rows) {
    renew(claim);
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
        row.respondedAt() == null ? now : row.respondedAt(),
        now,
        row.weight(),
        null,
        null,
        ref,
        job.id(),
        row.answers(),
        row.attributes());
  }

  /// @return the job as it goes on
  Job endCheck(Claim claim) {
    renew(claim);
    SurveyImport job = imports.get(claim.importId());
    job.endCheck(clock.instant());
    if (job.status() != ImportStatus.IMPORTING) {
      close(job, null);
    }
    return load(claim);
  }

  void end(Claim claim, Consumer<SurveyImport> outcome) {
    renew(claim);
    close(imports.get(claim.importId()), outcome);
  }

  Instant now() {
    return clock.instant();
  }

  private void close(SurveyImport job, @Nullable Consumer<SurveyImport> outcome) {
    if (outcome != null) {
      outcome.accept(job);
    }
    imports.forget(job.id());
    journal.record(
        Change.of("survey-import", "ended", job)
            .data(Map.of("surveyVersionId", job.surveyVersionId(), "status", job.status().wire())));
  }

  private void renew(Claim claim) {
    if (!imports.renew(claim.importId(), claim.attempt())) {
      throw new LeaseLost();
    }
  }
}
