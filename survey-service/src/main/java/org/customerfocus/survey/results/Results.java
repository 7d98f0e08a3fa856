package org.customerfocus.survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.CountRepository;
import org.customerfocus.survey.counting.CountedRow;
import org.customerfocus.survey.counting.Part;
import org.jspecify.annotations.Nullable;

/// Computes results: of a survey and of one version of it, for every format and for the figures
/// that are made of them.
@ApplicationScoped
public class Results {

  private static final int MOST_PARTS = 500;

  private final PublishedSurveys surveys;
  private final CountRepository counts;
  private final CampaignNameRepository campaigns;

  Results(PublishedSurveys surveys, CountRepository counts, CampaignNameRepository campaigns) {
    this.surveys = surveys;
    this.counts = counts;
    this.campaigns = campaigns;
  }

  /// @throws ProblemException 404 when there is no such survey
  public ResultsView ofSurvey(UUID id, ResultsQuery query) {
    return of(id, surveys.ofSurvey(id), null, query);
  }

  /// @throws ProblemException 404 when there is no such version
  public ResultsView ofVersion(UUID id, ResultsQuery query) {
    PublishedVersion version = surveys.version(id);
    return of(version.surveyId(), surveys.ofSurvey(version.surveyId()), version, query);
  }

  private ResultsView of(
      UUID surveyId,
      List<PublishedVersion> versions,
      @Nullable PublishedVersion scope,
      ResultsQuery query) {
    double level = query.confidence();
    if (query.splitBy == null && !query.parts.isEmpty()) {
      throw ProblemException.parameter("part", "names a value of splitBy, which is missing");
    }
    if (versions.isEmpty()) {
      return new ResultsView(surveyId, null, level, 0L, List.of(), null);
    }
    Splitter splitter = splitter(surveyId, query.splitBy, versions);
    List<CountedRow> rows = rows(surveyId, splitter, versions, query.questions);
    return new Assembly(versions, scope, query.questions, new Scores(level, query.npsInterval))
        .results(level, whole(surveyId, splitter, rows, query.questions), splitter, rows)
        .ofParts(query.parts);
  }

  private @Nullable Splitter splitter(
      UUID surveyId, @Nullable String by, List<PublishedVersion> versions) {
    if (by == null) {
      return null;
    }
    List<UUID> ids = versions.stream().map(PublishedVersion::id).toList();
    Splitter ofResponses = Splitter.ofResponses(by, versions, () -> campaigns.of(ids));
    Splitter splitter = ofResponses == null ? Splitter.of(by, versions) : ofResponses;
    if (counts.hasMoreParts(surveyId, splitter.split(versions), MOST_PARTS)) {
      throw ProblemException.parameter(
          "splitBy",
          "has more than %d values: split by something with fewer".formatted(MOST_PARTS));
    }
    return splitter;
  }

  private List<CountedRow> rows(
      UUID surveyId,
      @Nullable Splitter splitter,
      List<PublishedVersion> versions,
      List<String> questions) {
    if (splitter != null && splitter.byVersion()) {
      // What is counted tells its version in any case.
      return counts.count(surveyId, null, questions).stream()
          .map(row -> row.in(new Part(row.version().toString(), null)))
          .toList();
    }
    return counts.count(surveyId, splitter == null ? null : splitter.split(versions), questions);
  }

  /// Overlapping parts do not add up: the whole is counted by itself.
  private List<CountedRow> whole(
      UUID surveyId, @Nullable Splitter splitter, List<CountedRow> rows, List<String> questions) {
    return splitter != null && splitter.overlapping()
        ? counts.count(surveyId, null, questions)
        : rows;
  }

  /// A score of one question in each part that has a value, as it can be told and compared.
  ///
  /// @param splitBy as in results; null for the whole alone
  /// @param score the question's headline where it is null
  /// @throws ProblemException 400 where the question has no such score
  public List<ScoreSample> samples(
      UUID surveyId,
      String question,
      @Nullable String splitBy,
      @Nullable ScoreName score,
      double level) {
    List<PublishedVersion> versions = surveys.ofSurvey(surveyId);
    if (versions.isEmpty()) {
      return List.of();
    }
    Splitter splitter = splitter(surveyId, splitBy, versions);
    List<String> questions = List.of(question);
    List<CountedRow> rows = rows(surveyId, splitter, versions, questions);
    Scores scores = new Scores(level, NpsInterval.ADJUSTED_WALD);
    return new Assembly(versions, null, questions, scores)
        .samples(whole(surveyId, splitter, rows, questions), splitter, rows, score);
  }

  /// Some days, in UTC.
  ///
  /// @param to the first day no more
  public record Span(LocalDate from, LocalDate to) {

    boolean has(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(to);
    }
  }

  /// A score of one question in each of some spans of days that do not overlap, as it can be told
  /// and compared. Whoever answered at another time is a group too, which is not told: so nothing
  /// that is withheld can be had by subtraction.
  ///
  /// @param spans by the names that their samples get
  /// @param score the question's headline where it is null
  public List<ScoreSample> samplesIn(
      UUID surveyId,
      String question,
      Map<String, Span> spans,
      @Nullable ScoreName score,
      double level) {
    List<PublishedVersion> versions = surveys.ofSurvey(surveyId);
    if (versions.isEmpty()) {
      return List.of();
    }
    Splitter days = Splitter.ofDays(Splitter.UTC);
    List<CountedRow> byDay = counts.count(surveyId, days.split(versions), List.of(question));
    List<CountedRow> rows =
        byDay.stream().map(row -> row.in(new Part(span(row.part(), spans), null))).toList();
    Scores scores = new Scores(level, NpsInterval.ADJUSTED_WALD);
    return new Assembly(versions, null, List.of(question), scores)
            .withholding(withheld(spans, byDay, versions.getLast().anonymityThreshold()))
            .samples(rows, days, rows, score)
            .stream()
            .filter(sample -> spans.containsKey(sample.value()))
            .toList();
  }

  /// Spans that other spans, or a trend, would tell of too few people by.
  private static Map<String, Set<Part>> withheld(
      Map<String, Span> spans, List<CountedRow> days, int threshold) {
    Withholding withholding = new Withholding(threshold);
    Map<String, Set<Part>> withheld = new HashMap<>();
    Trend.people(days)
        .forEach(
            (of, people) -> {
              ToldSpans told = new ToldSpans(withholding, people);
              Set<Part> hidden = new HashSet<>();
              spans.forEach(
                  (name, span) -> {
                    if (!told.tells(span.from(), span.to())) {
                      hidden.add(new Part(name, null));
                    }
                  });
              withheld.put(of, hidden);
            });
    return withheld;
  }

  private static String span(Part day, Map<String, Span> spans) {
    LocalDate date = LocalDate.parse(Objects.requireNonNull(day.value()));
    return spans.entrySet().stream()
        .filter(each -> each.getValue().has(date))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("other");
  }

  /// A cross-tabulation of a survey.
  ///
  /// @throws ProblemException 404 when there is no such survey, 409 while it is a draft
  public SurveyCrossTabView crossTab(UUID surveyId, CrossTabQuery query) {
    ResultsView found = ofSurvey(surveyId, query.results());
    if (found.split() == null) {
      throw new ProblemException(
          Problems.CONFLICT, "The survey is a draft: publish a version of it first.");
    }
    return CrossTab.of(found);
  }

  /// The scores of a survey over time.
  ///
  /// @throws ProblemException 404 when there is no such survey
  public SurveyTrendView trend(UUID surveyId, TrendQuery query) {
    List<PublishedVersion> versions = surveys.ofSurvey(surveyId);
    // Anonymous responses keep the day alone, in UTC: any other zone would move them. And where few
    // are not to be told, two zones would tell of those who answered between their midnights.
    boolean daysAlone =
        versions.stream()
            .anyMatch(version -> version.anonymous() || version.anonymityThreshold() > 1);
    ZoneId zone = daysAlone ? ZoneOffset.UTC : query.zone();
    String days = zone.getRules().equals(ZoneOffset.UTC.getRules()) ? Splitter.UTC : zone.getId();
    Trend trend = new Trend(versions, query, zone);
    return trend.of(
        surveyId,
        versions.isEmpty()
            ? List.of()
            : counts.count(surveyId, Splitter.ofDays(days).split(versions), trend.questions()));
  }
}
