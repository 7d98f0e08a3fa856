package org.customerfocus.survey.driver;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.driver.SurveyDriversView.KeyDriver;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Scale;
import org.customerfocus.survey.results.Results;
import org.customerfocus.survey.results.ResultsQuery;
import org.customerfocus.survey.results.ResultsView;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.customerfocus.survey.statistics.DriverSample;
import org.customerfocus.survey.statistics.ImportancePerformance;
import org.customerfocus.survey.statistics.KeyDrivers;
import org.customerfocus.survey.statistics.KeyDrivers.Estimate;
import org.jspecify.annotations.Nullable;

/// Computes key drivers, for the JSON and for pages.
///
/// Withheld with the same threshold as results: when results withhold any of the questions, and
/// when those who answered all of them, or those who did not, are too few. Performance is what
/// results tell of an item, never the mean of those in the model: two models with different items
/// would tell the answers of whoever is in one of them.
@ApplicationScoped
public class Drivers {

  private static final int MOST = 20;
  private static final String R2 = "r-squared/bootstrap";
  private static final String LMG = "lmg";
  private static final String WEIGHT = "relative-weight/bootstrap";

  private final PublishedSurveys surveys;
  private final Results results;
  private final DriverRepository answers;

  Drivers(PublishedSurveys surveys, Results results, DriverRepository answers) {
    this.surveys = surveys;
    this.results = results;
    this.answers = answers;
  }

  /// @throws ProblemException 404 when there is no such survey, 409 while it is a draft, 400 when a
  ///   question is none that can be explained or explain
  @Transactional
  public SurveyDriversView of(UUID surveyId, DriversQuery query) {
    double level = ResultsQuery.confidence(query.level);
    List<PublishedVersion> versions = surveys.ofSurvey(surveyId);
    if (versions.isEmpty()) {
      throw new ProblemException(
          Problems.CONFLICT, "The survey is a draft: publish a version of it first.");
    }
    Item outcome = question(versions, "outcome", query.outcome);
    List<Item> items = items(versions, query, outcome);
    ResultsView found = results(surveyId, items, outcome, query.level);
    long threshold = versions.getLast().anonymityThreshold();
    if (found.base() == null
        || found.questions().stream()
            .anyMatch(question -> Boolean.TRUE.equals(question.withheld()))) {
      return withheld(surveyId, outcome, level, threshold);
    }
    List<Item> all = new ArrayList<>(items);
    all.add(outcome);
    DriverSample sample =
        answers.sample(
            surveyId,
            all.stream().map(Item::linkId).toList(),
            all.stream().map(item -> item.answerScale().min()).toList());
    long base = found.base();
    if (small(sample.n(), threshold) || small(base - sample.n(), threshold)) {
      return withheld(surveyId, outcome, level, threshold);
    }
    long told = threshold > 1 ? sample.n() - sample.n() % threshold : sample.n();
    KeyDrivers model = KeyDrivers.of(sample, level);
    if (model == null) {
      return new SurveyDriversView(
          surveyId,
          outcome.linkId(),
          outcome.text(),
          level,
          Figure.insufficient(
              "ratio",
              told,
              base,
              R2,
              "Too few have answered all of these questions, or one is always answered the same:"
                  + " ask for fewer items."),
          null,
          null,
          null,
          null,
          null);
    }
    return new Model(model, items, found, told, base).view(surveyId, outcome, level);
  }

  private static boolean small(long people, long threshold) {
    return people > 0 && people < threshold;
  }

  private static SurveyDriversView withheld(
      UUID surveyId, Item outcome, double level, long threshold) {
    return new SurveyDriversView(
        surveyId,
        outcome.linkId(),
        outcome.text(),
        level,
        Figure.withheld(
            "ratio",
            R2,
            "Fewer than %d people answered all of these questions, or left some of them out."
                .formatted(threshold)),
        null,
        null,
        null,
        null,
        null);
  }

  private ResultsView results(
      UUID surveyId, List<Item> items, Item outcome, @Nullable String level) {
    ResultsQuery query = new ResultsQuery();
    query.questions = new ArrayList<>(items.stream().map(Item::linkId).toList());
    query.questions.add(outcome.linkId());
    query.level = level;
    return results.ofSurvey(surveyId, query);
  }

  private static List<Item> items(
      List<PublishedVersion> versions, DriversQuery query, Item outcome) {
    Set<String> asked = new LinkedHashSet<>(query.items);
    if (asked.isEmpty()) {
      versions.getLast().questionnaire().questions().stream()
          .filter(item -> item.type().isScale() && !item.linkId().equals(outcome.linkId()))
          .forEach(item -> asked.add(item.linkId()));
    }
    if (asked.contains(outcome.linkId())) {
      throw ProblemException.parameter("item", "names the outcome, which explains itself");
    }
    if (asked.isEmpty() || asked.size() > MOST) {
      throw ProblemException.parameter(
          "item",
          "is needed: the survey has %d questions on a scale besides the outcome, and a model takes"
                  .formatted(asked.size())
              + " 1 to 20");
    }
    return asked.stream().map(id -> question(versions, "item", id)).toList();
  }

  private static Item question(List<PublishedVersion> versions, String parameter, String linkId) {
    for (PublishedVersion version : versions.reversed()) {
      Item question = version.questionnaire().question(linkId);
      if (question != null && question.type().isScale()) {
        return question;
      }
    }
    throw ProblemException.parameter(
        parameter, "names %s, which is no question of this survey on a scale".formatted(linkId));
  }

  /// A model in terms of the survey.
  private record Model(KeyDrivers found, List<Item> items, ResultsView results, long n, long base) {

    SurveyDriversView view(UUID surveyId, Item outcome, double level) {
      Map<String, QuestionResult> byId =
          results.questions().stream()
              .collect(Collectors.toMap(QuestionResult::linkId, Function.identity()));
      List<Figure> performances =
          items.stream()
              .map(item -> performance(item, Objects.requireNonNull(byId.get(item.linkId()))))
              .toList();
      double[] importances =
          found.drivers().stream()
              .mapToDouble(driver -> share(driver.lmg().value(), found.rSquared().value()))
              .toArray();
      ImportancePerformance map =
          performances.stream().allMatch(each -> each.value() != null)
              ? ImportancePerformance.of(
                  importances,
                  performances.stream()
                      .mapToDouble(each -> Objects.requireNonNull(each.value()))
                      .toArray())
              : null;
      List<KeyDriver> drivers = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        KeyDrivers.Driver driver = found.drivers().get(i);
        drivers.add(
            new KeyDriver(
                items.get(i).linkId(),
                items.get(i).text(),
                figure(driver.lmg(), driver.lmg().interval() == null ? LMG : LMG + "/bootstrap"),
                figure(driver.relativeWeight(), WEIGHT),
                importances[i],
                performances.get(i),
                map == null ? null : Quadrant.of(map.quadrants().get(i))));
      }
      return new SurveyDriversView(
          surveyId,
          outcome.linkId(),
          outcome.text(),
          level,
          figure(found.rSquared(), R2),
          drivers,
          map == null ? null : map.importanceMean(),
          map == null ? null : map.performanceMean(),
          found.resamples(),
          found.lmgResamples());
    }

    /// Of nothing, nobody has a share.
    private static double share(double part, double whole) {
      return whole > 0 ? part / whole : 0;
    }

    private Figure figure(Estimate estimate, String method) {
      return Figure.of(
          estimate.value(),
          "ratio",
          n,
          base,
          method,
          estimate.interval() == null
              ? null
              : new Figure.Interval(
                  estimate.interval().level(),
                  estimate.interval().lower(),
                  estimate.interval().upper()));
    }

    /// The mean that results tell, and its interval, with the lowest step at 0 and the highest at
    /// 100. Of a Net Promoter Score, −100…100 becomes 0…100.
    private static Figure performance(Item item, QuestionResult result) {
      Figure mean = result.scores().mean() != null ? result.scores().mean() : result.scores().ces();
      Scale scale = item.answerScale();
      double low = mean == null ? -100 : scale.min();
      double width = mean == null ? 200 : scale.max() - scale.min();
      Figure score = mean == null ? Objects.requireNonNull(result.scores().nps()) : mean;
      if (score.value() == null) {
        return score;
      }
      Figure.Interval interval = score.interval();
      return Figure.of(
          (score.value() - low) / width * 100,
          "points",
          Objects.requireNonNull(score.n()),
          Objects.requireNonNull(score.base()),
          "index-of-" + score.method(),
          interval == null
              ? null
              : new Figure.Interval(
                  interval.level(),
                  (interval.lower() - low) / width * 100,
                  (interval.upper() - low) / width * 100));
    }
  }
}
