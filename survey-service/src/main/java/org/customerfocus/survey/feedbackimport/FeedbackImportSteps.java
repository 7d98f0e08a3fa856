package org.customerfocus.survey.feedbackimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.job.FileWork;
import org.customerfocus.conventions.job.Rows;
import org.customerfocus.conventions.job.StoredJobs;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.complaint.CaseOpening;
import org.customerfocus.survey.complaint.Cases;
import org.customerfocus.survey.feedback.FeedbackRecording;
import org.customerfocus.survey.feedback.FeedbackRef;
import org.customerfocus.survey.feedback.Heard;

/// The steps of an import: the good ones of some rows are recorded, the bad ones noted.
@ApplicationScoped
class FeedbackImportSteps extends StoredJobs<FeedbackImport, FeedbackImportSteps.Job, FeedbackRow> {

  /// What a worker needs to know of a job.
  record Job(
      UUID id, FeedbackMapping mapping, boolean dryRun, String digest, long bytes, long doneThrough)
      implements FileWork.Pass {}

  private final FeedbackImportRepository imports;
  private final FeedbackRecording recording;
  private final Cases cases;
  private final Validator validator;
  private final Journal journal;
  private final InstantSource clock;

  FeedbackImportSteps(
      FeedbackImportRepository imports,
      FeedbackRecording recording,
      Cases cases,
      Validator validator,
      Journal journal,
      InstantSource clock) {
    this.imports = imports;
    this.recording = recording;
    this.cases = cases;
    this.validator = validator;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  protected FeedbackImport get(UUID id) {
    return imports.get(id);
  }

  @Override
  protected FeedbackImport held(UUID id) {
    return imports.hold(id);
  }

  @Override
  protected InstantSource clock() {
    return clock;
  }

  @Override
  protected Job pass(FeedbackImport job) {
    return new Job(
        job.id(),
        job.mapping(),
        job.dryRun(),
        job.fileDigest(),
        job.fileBytes(),
        job.doneThrough());
  }

  @Override
  public Rows<FeedbackRow> open(InputStream file, Job job) throws IOException, CsvFault {
    return new FeedbackRows(
        file,
        job.mapping().delimiterChar(),
        header -> new RowReader(job.mapping(), header, job.digest(), validator, clock.instant()));
  }

  @Override
  public void work(Job job, List<FeedbackRow> rows, long bytes) {
    List<FeedbackRow.Accepted> good = new ArrayList<>(rows.size());
    List<FeedbackRow.Refused> bad = new ArrayList<>();
    for (FeedbackRow row : rows) {
      switch (row) {
        case FeedbackRow.Accepted accepted -> good.add(accepted);
        case FeedbackRow.Refused refused -> bad.add(refused);
        case FeedbackRow.Empty empty -> {}
      }
    }
    refuseUnknown(good, bad);
    int recorded = job.dryRun() ? good.size() : record(job, good);
    imports.refuse(job.id(), bad);
    FeedbackImport stored = imports.get(job.id());
    stored.done(
        rows.getLast().number(),
        recorded,
        good.size() - recorded,
        bad.size(),
        rows.size() - good.size() - bad.size(),
        clock.instant());
    journal.record(
        Change.of("feedback-import", "advanced", stored).data(Map.of("recorded", recorded)));
  }

  /// Rows that name a survey or a response that there is not are refused like others that are
  /// wrong, and keep no good one from being recorded.
  private void refuseUnknown(List<FeedbackRow.Accepted> good, List<FeedbackRow.Refused> bad) {
    List<Map<String, UUID>> unknown =
        recording.unknown(good.stream().map(FeedbackRow.Accepted::said).toList());
    for (int i = good.size() - 1; i >= 0; i--) {
      if (!unknown.get(i).isEmpty()) {
        FeedbackRow.Accepted row = good.remove(i);
        bad.add(
            new FeedbackRow.Refused(
                row.number(),
                row.cells(),
                unknown.get(i).keySet().stream()
                    .map(
                        member ->
                            new FeedbackRow.FeedbackRowError(
                                "", member + " names none that there is"))
                    .toList()));
      }
    }
  }

  /// What has a history is a case with it; of the rest, rules are told.
  ///
  /// @return how many were not there already
  private int record(Job job, List<FeedbackRow.Accepted> rows) {
    Map<FeedbackRef, CaseOpening.History> histories = new HashMap<>();
    for (FeedbackRow.Accepted row : rows) {
      if (row.history() != null && row.said().externalRef() != null) {
        histories.putIfAbsent(row.said().externalRef(), row.history());
      }
    }
    List<Heard> heard =
        recording.recordEach(rows.stream().map(FeedbackRow.Accepted::said).toList(), job.id());
    List<CaseOpening> openings = new ArrayList<>();
    List<Heard> others = new ArrayList<>();
    for (Heard each : heard) {
      CaseOpening.History history = histories.get(each.said().externalRef());
      if (history == null) {
        others.add(each);
      } else {
        openings.add(CaseOpening.about(each, history));
      }
    }
    cases.openEach(openings);
    recording.tell(others);
    return heard.size();
  }

  @Override
  protected void close(FeedbackImport job) {
    imports.forget(job.id());
    journal.record(
        Change.of("feedback-import", "ended", job).data(Map.of("status", job.status().wire())));
  }
}
