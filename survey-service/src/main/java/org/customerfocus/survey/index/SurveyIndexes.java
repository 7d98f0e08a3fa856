package org.customerfocus.survey.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.index.SurveyIndexView.IndexComponent;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Scale;
import org.customerfocus.survey.results.Results;
import org.customerfocus.survey.results.ResultsQuery;
import org.customerfocus.survey.results.ResultsView;
import org.customerfocus.survey.results.ResultsView.ResultScores;
import org.customerfocus.survey.results.Withholding;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.SatisfactionIndex;
import org.customerfocus.survey.statistics.SatisfactionIndex.Component;
import org.customerfocus.survey.statistics.SatisfactionIndex.Covariances;

/// Computes indexes. The value is made of the means that results tell, so that it tells nothing
/// more, whatever the weights; the interval is told where no two of its questions were answered by
/// people of whom but few did not answer the other.
@ApplicationScoped
public class SurveyIndexes {

  private static final String METHOD = "index/delta";

  private final PublishedSurveys surveys;
  private final Results results;
  private final IndexRepository repository;

  SurveyIndexes(PublishedSurveys surveys, Results results, IndexRepository repository) {
    this.surveys = surveys;
    this.results = results;
    this.repository = repository;
  }

  /// @throws ProblemException 404 when there is no such survey, 409 while it is a draft, 400 when a
  ///   component is no question with a mean
  @Transactional
  public SurveyIndexView of(UUID surveyId, IndexQuery query) {
    double level = ResultsQuery.confidence(query.level);
    Map<String, Double> weights = query.weights();
    List<PublishedVersion> versions = surveys.ofSurvey(surveyId);
    if (versions.isEmpty()) {
      throw new ProblemException(
          Problems.CONFLICT, "The survey is a draft: publish a version of it first.");
    }
    ResultsQuery asked = new ResultsQuery();
    asked.level = query.level;
    asked.questions = List.copyOf(weights.keySet());
    weights.keySet().forEach(linkId -> question(versions, linkId));
    ResultsView found = results.ofSurvey(surveyId, asked);
    List<Component> components = new ArrayList<>();
    List<IndexComponent> views = new ArrayList<>();
    weights.forEach(
        (linkId, weight) -> {
          Item question = question(versions, linkId);
          Scale scale = question.answerScale();
          components.add(new Component(weight, scale.min(), scale.max()));
          views.add(new IndexComponent(linkId, question.text(), weight, mean(found, linkId)));
        });
    int threshold = versions.getLast().anonymityThreshold();
    Figure index = figure(surveyId, found, components, views, new Withholding(threshold), level);
    return new SurveyIndexView(surveyId, level, index, views);
  }

  private Figure figure(
      UUID surveyId,
      ResultsView found,
      List<Component> components,
      List<IndexComponent> views,
      Withholding withholding,
      double level) {
    if (found.base() == null
        || views.stream().anyMatch(each -> each.mean().status() == Figure.Status.WITHHELD)) {
      return Figure.withheld(
          "points", METHOD, "Results withhold one of its questions, or tell of too few people.");
    }
    if (views.stream().anyMatch(each -> each.mean().value() == null)) {
      return Figure.insufficient(
          "points", 0, found.base(), METHOD, "Nobody has answered one of its questions yet.");
    }
    double[] means =
        views.stream().mapToDouble(each -> Objects.requireNonNull(each.mean().value())).toArray();
    Covariances answers =
        repository.covariances(surveyId, views.stream().map(IndexComponent::linkId).toList());
    SatisfactionIndex index = SatisfactionIndex.of(components, means, answers);
    Interval interval =
        Double.isNaN(index.standardError()) || tells(answers, withholding)
            ? null
            : index.interval(level);
    return Figure.of(
        index.value(),
        "points",
        Math.round(index.n()),
        found.base(),
        METHOD,
        interval == null
            ? null
            : new Figure.Interval(interval.level(), interval.lower(), interval.upper()));
  }

  private static boolean tells(Covariances answers, Withholding withholding) {
    for (int i = 0; i < answers.n().length; i++) {
      for (int j = 0; j < answers.n().length; j++) {
        if (withholding.smallWithin(answers.n()[i][j], answers.n()[i][i])) {
          return true;
        }
      }
    }
    return false;
  }

  private static Figure mean(ResultsView found, String linkId) {
    ResultScores scores =
        found.questions().stream()
            .filter(each -> each.linkId().equals(linkId))
            .findFirst()
            .orElseThrow()
            .scores();
    return Objects.requireNonNull(scores.mean() == null ? scores.ces() : scores.mean());
  }

  /// @throws ProblemException 400 when it has no mean on a scale
  private static Item question(List<PublishedVersion> versions, String linkId) {
    for (PublishedVersion version : versions.reversed()) {
      Item question = version.questionnaire().question(linkId);
      if (question != null && question.type().isScale() && question.type() != ItemType.NPS) {
        return question;
      }
    }
    throw ProblemException.parameter(
        "component",
        "names %s, which is no question of this survey on a scale with a mean".formatted(linkId));
  }
}
