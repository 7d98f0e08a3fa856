package org.customerfocus.survey.theme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.text.Tongue;
import org.customerfocus.survey.text.Words;

/// What requests do to analyses and themes, within their transactions.
@ApplicationScoped
class ThemeService {

  private final ThemeRepository themes;
  private final PublishedSurveys surveys;
  private final DueWorkRepository work;
  private final CurrentCaller caller;
  private final InstantSource clock;

  ThemeService(
      ThemeRepository themes,
      PublishedSurveys surveys,
      DueWorkRepository work,
      CurrentCaller caller,
      InstantSource clock) {
    this.themes = themes;
    this.surveys = surveys;
    this.work = work;
    this.caller = caller;
    this.clock = clock;
  }

  /// What a survey says of an analysis of its answers.
  ///
  /// @param threshold below which nothing is told
  /// @param linkIds its open questions
  record Asked(int threshold, List<String> linkIds) {}

  /// The open questions that an analysis looks at, and the threshold that holds.
  Asked asked(ThemeAnalysisRequest request) {
    if (request.source() == ThemeSource.FEEDBACK || request.surveyId() == null) {
      Integer threshold = request.anonymityThreshold();
      return new Asked(threshold == null ? ThemeAnalysisRequest.THRESHOLD : threshold, List.of());
    }
    List<PublishedVersion> versions;
    try {
      versions = surveys.ofSurvey(request.surveyId());
    } catch (ProblemException e) {
      throw ProblemException.invalid("/surveyId", e.detail());
    }
    Map<String, ItemType> questions = new HashMap<>();
    for (PublishedVersion version : versions) {
      for (Item item : version.questionnaire().questions()) {
        questions.put(item.linkId(), item.type());
      }
    }
    List<String> open =
        questions.entrySet().stream()
            .filter(each -> isOpen(each.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    check(request, questions, open);
    int threshold = versions.isEmpty() ? 0 : versions.getLast().anonymityThreshold();
    return new Asked(threshold, request.linkIds() == null ? open : request.linkIds());
  }

  private static boolean isOpen(ItemType type) {
    return type == ItemType.TEXT || type == ItemType.SHORT_TEXT;
  }

  private static void check(
      ThemeAnalysisRequest request, Map<String, ItemType> questions, List<String> open) {
    List<FieldError> errors = new ArrayList<>();
    if (open.isEmpty()) {
      errors.add(FieldError.at("/surveyId", "No published version has an open question."));
    }
    List<String> wanted = request.linkIds() == null ? List.of() : request.linkIds();
    for (int i = 0; i < wanted.size(); i++) {
      if (!open.contains(wanted.get(i))) {
        errors.add(FieldError.at("/linkIds/" + i, "No published version has this open question."));
      }
    }
    String score = request.scoreLinkId();
    ItemType type = score == null ? null : questions.get(score);
    if (score != null && (type == null || !isScore(type))) {
      errors.add(FieldError.at("/scoreLinkId", "No published version has this scale or number."));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private static boolean isScore(ItemType type) {
    return type.isScale()
        || type == ItemType.NUMBER
        || type == ItemType.SLIDER
        || type == ItemType.COMPUTED;
  }

  /// The themes are computed soon.
  void queue(ThemeAnalysis analysis) {
    work.schedule(ThemeRepository.WORK, analysis.id(), clock.instant(), caller.get().test());
  }

  void queueAgain(UUID id) {
    ThemeAnalysis analysis = themes.lock(id);
    analysis.queue(clock.instant());
    queue(analysis);
  }

  /// The language of a theme that a person makes.
  String language(ThemeRequest request, ThemeAnalysis analysis) {
    String tag = request.language() == null ? analysis.language() : request.language();
    return Tongue.of(tag).code();
  }

  /// The terms that a person names, by their stems.
  ///
  /// @param before those that are there already, which stay as they are
  List<ThemeTerm> terms(List<String> faces, String language, List<ThemeTerm> before) {
    Words words = new Words(Tongue.of(language));
    Map<String, ThemeTerm> known = new HashMap<>();
    before.forEach(term -> known.put(term.face(), term));
    List<ThemeTerm> terms = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (int i = 0; i < faces.size(); i++) {
      String face = faces.get(i);
      ThemeTerm term = known.get(face);
      if (term == null) {
        Optional<String> stems = words.term(face);
        if (stems.isEmpty()) {
          errors.add(
              FieldError.at(
                  "/terms/" + i,
                  "must be one to three words, none of which only holds sentences together"));
          continue;
        }
        term = new ThemeTerm(stems.get(), face.strip().toLowerCase(Locale.ROOT));
      }
      if (there.add(term.stems())) {
        terms.add(term);
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return terms;
  }

  /// Makes a theme a part of another, together with what was merged into it before.
  void checkMerge(Theme theme, UUID into) {
    Theme target;
    try {
      target = themes.theme(into);
    } catch (ProblemException e) {
      throw ProblemException.invalid("/mergedIntoThemeId", e.detail());
    }
    if (target.id().equals(theme.id())) {
      throw ProblemException.invalid("/mergedIntoThemeId", "A theme is no part of itself.");
    }
    if (!target.analysisId().equals(theme.analysisId())
        || !target.language().equals(theme.language())) {
      throw ProblemException.invalid(
          "/mergedIntoThemeId", "must be a theme of the same analysis and language");
    }
    if (target.mergedIntoThemeId() != null) {
      throw ProblemException.invalid(
          "/mergedIntoThemeId", "is a part of another itself: merge into that one");
    }
    Instant now = clock.instant();
    themes.mergedInto(theme.id()).forEach(part -> part.mergeInto(into, now));
  }

  /// The views of some themes, with their examples.
  List<ThemeView> views(List<Theme> page) {
    if (page.isEmpty()) {
      return List.of();
    }
    List<UUID> analyses = page.stream().map(Theme::analysisId).toList();
    Map<UUID, ThemeAnalysis> known = themes.analyses(analyses);
    Map<UUID, Integer> thresholds = themes.thresholds(analyses);
    Map<UUID, List<ThemeView.Example>> examples =
        themes.examples(page.stream().map(Theme::id).toList());
    return page.stream()
        .map(
            theme ->
                ThemeFigures.view(
                    theme,
                    java.util.Objects.requireNonNull(known.get(theme.analysisId())),
                    thresholds.getOrDefault(theme.analysisId(), 0),
                    examples.getOrDefault(theme.id(), List.of())))
        .toList();
  }

  ThemeView view(Theme theme) {
    return views(List.of(theme)).getFirst();
  }
}
