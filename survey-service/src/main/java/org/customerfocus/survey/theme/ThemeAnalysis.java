package org.customerfocus.survey.theme;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.conventions.wire.JsonColumn;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/// Which texts are grouped into themes, and how far that is. What is computed leaves the version as
/// it is: nobody who edits the analysis has to read it again for it.
@Entity
class ThemeAnalysis extends VersionedEntity {

  private String name;
  private ThemeSource source;
  private @Nullable UUID surveyId;
  private Selection selection;
  private String language;
  private int anonymityThreshold;

  @OptimisticLock(excluded = true)
  private AnalysisStatus status;

  @OptimisticLock(excluded = true)
  private @Nullable Instant computedAt;

  @OptimisticLock(excluded = true)
  private @Nullable Long texts;

  @OptimisticLock(excluded = true)
  // Read by the database, which looks for the examples in their answers.
  @SuppressWarnings("UnusedVariable")
  @Convert(converter = QuestionsColumn.class)
  private List<String> questions = List.of();

  @SuppressWarnings("NullAway.Init")
  protected ThemeAnalysis() {}

  /// @param threshold the survey's, or what was asked for
  @SuppressWarnings("NullAway.Init")
  ThemeAnalysis(ThemeAnalysisRequest request, int threshold, Instant now) {
    super(now);
    take(request, threshold);
    status = AnalysisStatus.QUEUED;
  }

  /// The caller has found that something differs. Whatever it is but the name, the themes are to be
  /// computed again.
  ///
  /// @return whether they are
  boolean change(ThemeAnalysisRequest request, int threshold, Instant now) {
    ThemeAnalysisRequest before = asRequest();
    AnalysisStatus wanted = request.status() == null ? status : request.status();
    if (wanted != status && !status.allowed().contains(wanted)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "An analysis that is %s cannot become %s.".formatted(status.wire(), wanted.wire()));
    }
    if (request.source() != source) {
      throw ProblemException.invalid("/source", "stays; make another analysis");
    }
    boolean again =
        wanted != status
            || !request.selection().equals(before.selection())
            || !String.valueOf(request.language()).equals(String.valueOf(before.language()))
            || threshold != anonymityThreshold;
    take(request, threshold);
    if (again) {
      status = AnalysisStatus.QUEUED;
    }
    touch(now);
    return again;
  }

  private void take(ThemeAnalysisRequest request, int threshold) {
    List<FieldError> faults = request.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    name = request.name();
    source = request.source();
    surveyId = request.surveyId();
    selection = request.selection();
    language = request.language() == null ? "en" : request.language();
    anonymityThreshold = threshold;
  }

  void queue(Instant now) {
    status = AnalysisStatus.QUEUED;
    touch(now);
  }

  /// @param asked the questions whose answers were looked at
  void done(long looked, List<String> asked, Instant now) {
    questions = asked;
    status = AnalysisStatus.DONE;
    texts = looked;
    computedAt = now;
  }

  void failed() {
    status = AnalysisStatus.FAILED;
  }

  ThemeAnalysisRequest asRequest() {
    return new ThemeAnalysisRequest(
        name,
        source,
        surveyId,
        selection.linkIds(),
        selection.scoreLinkId(),
        selection.forms(),
        selection.offeringId(),
        selection.from(),
        selection.to(),
        language,
        source == ThemeSource.FEEDBACK ? anonymityThreshold : null,
        status);
  }

  ThemeAnalysisView view() {
    return new ThemeAnalysisView(
        id(),
        name,
        source,
        surveyId,
        selection.linkIds(),
        selection.scoreLinkId(),
        selection.forms(),
        selection.offeringId(),
        selection.from(),
        selection.to(),
        language,
        anonymityThreshold,
        status,
        status.allowed(),
        computedAt,
        texts == null || texts < anonymityThreshold ? null : texts,
        createdAt(),
        updatedAt());
  }

  ThemeSource source() {
    return source;
  }

  @Nullable UUID surveyId() {
    return surveyId;
  }

  Selection selection() {
    return selection;
  }

  String language() {
    return language;
  }

  int anonymityThreshold() {
    return anonymityThreshold;
  }

  @Nullable Instant computedAt() {
    return computedAt;
  }

  long texts() {
    return texts == null ? 0 : texts;
  }

  @Converter
  static final class QuestionsColumn extends JsonColumn<List<String>> {
    QuestionsColumn() {
      super(new TypeReference<>() {});
    }
  }
}
