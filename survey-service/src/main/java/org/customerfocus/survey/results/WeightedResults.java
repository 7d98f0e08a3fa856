package org.customerfocus.survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.CountRepository;
import org.customerfocus.survey.counting.CountedRow;
import org.customerfocus.survey.counting.Folds;
import org.customerfocus.survey.counting.Split;
import org.customerfocus.survey.counting.SplitKind;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeType;
import org.customerfocus.survey.questionnaire.Item;

/// Computes weighted results: respondents are counted by the cells that the attributes make, and
/// each cell is given its weight.
@ApplicationScoped
public class WeightedResults {

  private static final int MOST_CELLS = 2_000;
  private static final Set<AttributeType> TYPES =
      Set.of(AttributeType.CHOICE, AttributeType.BOOLEAN, AttributeType.TEXT);

  private final PublishedSurveys surveys;
  private final CountRepository counts;

  WeightedResults(PublishedSurveys surveys, CountRepository counts) {
    this.surveys = surveys;
    this.counts = counts;
  }

  /// @throws ProblemException 404 when there is no such survey, 409 while it is a draft, 400 when
  ///   the targets cannot be met
  @Transactional
  public WeightedResultsView of(UUID surveyId, WeightedResultsQuery query) {
    List<PublishedVersion> versions = surveys.ofSurvey(surveyId);
    if (versions.isEmpty()) {
      throw new ProblemException(
          Problems.CONFLICT, "The survey is a draft: publish a version of it first.");
    }
    Map<String, Map<String, Double>> margins = query.margins();
    List<Attribute> attributes =
        margins.keySet().stream().map(key -> attribute(versions, key)).toList();
    List<String> asked = query.questions.isEmpty() ? scored(versions) : query.questions;
    String keys = String.join(SplitKind.BETWEEN, margins.keySet());
    Split split =
        margins.size() == 1
            ? Folds.byAttribute(keys, versions)
            : new Split(keys, SplitKind.ATTRIBUTES, Set.of());
    if (counts.hasMoreParts(surveyId, split, MOST_CELLS)) {
      throw ProblemException.parameter(
          "target",
          "names attributes with more than %d combinations of values".formatted(MOST_CELLS));
    }
    List<CountedRow> rows = counts.count(surveyId, split, asked);
    double level = ResultsQuery.confidence(query.level);
    Scores scores = new Scores(level, query.npsInterval);
    Assembly assembly = new Assembly(versions, null, asked, scores);
    Splitter splitter =
        new Splitter(keys, split.kind(), false, false, "Cell", List.of(), List.of());
    for (Item question : assembly.questions()) {
      if (!Scores.has(question)) {
        throw ProblemException.parameter(
            "question", "names %s, which has no scores".formatted(question.linkId()));
      }
    }
    return new Weighting(surveyId, query, attributes, margins, assembly.cells(splitter, rows))
        .view(assembly.questions(), rows, new Frame(versions, null), scores, level);
  }

  private static List<String> scored(List<PublishedVersion> versions) {
    List<String> scored = new ArrayList<>();
    for (PublishedVersion version : versions.reversed()) {
      for (Item question : version.questionnaire().questions()) {
        if (Scores.has(question) && !scored.contains(question.linkId())) {
          scored.add(question.linkId());
        }
      }
    }
    if (scored.isEmpty()) {
      throw new ProblemException(
          Problems.CONFLICT, "No question of this survey has scores: there is nothing to weight.");
    }
    return scored;
  }

  private static Attribute attribute(List<PublishedVersion> versions, String key) {
    for (PublishedVersion version : versions.reversed()) {
      Attribute attribute = version.questionnaire().attribute(key);
      if (attribute != null && TYPES.contains(attribute.type()) && !Splitter.frozen(attribute)) {
        return attribute;
      }
    }
    throw ProblemException.parameter(
        "target",
        "names %s, which is no attribute of this survey with one value for each respondent"
            .formatted(key));
  }
}
