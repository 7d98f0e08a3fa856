package org.customerfocus.survey.gap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.gap.GapRepository.GapSum;
import org.customerfocus.survey.gap.GapRepository.Of;
import org.customerfocus.survey.gap.SurveyGapsView.GapDimension;
import org.customerfocus.survey.gap.SurveyGapsView.GapPair;
import org.customerfocus.survey.gap.SurveyGapsView.GapTest;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.results.Results;
import org.customerfocus.survey.results.ResultsQuery;
import org.customerfocus.survey.results.ResultsView;
import org.customerfocus.survey.results.ResultsView.AnswerCount;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.customerfocus.survey.results.Withholding;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Mean;
import org.customerfocus.survey.statistics.Servqual;
import org.customerfocus.survey.statistics.Servqual.Counted;
import org.jspecify.annotations.Nullable;

/// Computes gaps. Which pairs make a dimension is the survey's own definition, so that nobody can
/// ask about two sets of pairs that differ by few people.
///
/// A gap is withheld with the questions it is made of, and where few have given the answers that it
/// leaves out: with the means that results tell, it would tell those.
@ApplicationScoped
public class Gaps {

  private static final String GAP = "gap/paired-t";
  private static final String WEIGHTED = "gap-weighted/paired-t";

  private final PublishedSurveys surveys;
  private final Results results;
  private final GapRepository repository;

  Gaps(PublishedSurveys surveys, Results results, GapRepository repository) {
    this.surveys = surveys;
    this.results = results;
    this.repository = repository;
  }

  /// @throws ProblemException 404 when there is no such survey, 409 while it is a draft or asks for
  ///   no expectations, 400 when the allocation is none
  @Transactional
  public SurveyGapsView of(UUID surveyId, GapsQuery query) {
    double level = ResultsQuery.confidence(query.level);
    List<PublishedVersion> versions = surveys.ofSurvey(surveyId);
    PublishedVersion version =
        versions.reversed().stream()
            .filter(each -> !Dimension.of(each.questionnaire()).isEmpty())
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problems.CONFLICT,
                        "No published version of the survey has an item of type"
                            + " expectation-perception."));
    List<Dimension> dimensions = Dimension.of(version.questionnaire());
    String allocation = allocation(version, dimensions, query.allocation);
    ResultsQuery asked = new ResultsQuery();
    asked.level = query.level;
    asked.questions = questions(dimensions, allocation);
    int threshold = versions.getLast().anonymityThreshold();
    return new Computed(
            results.ofSurvey(surveyId, asked),
            repository.sums(surveyId, dimensions, allocation),
            new Withholding(threshold),
            level)
        .view(dimensions, allocation);
  }

  private static List<String> questions(List<Dimension> dimensions, @Nullable String allocation) {
    List<String> questions = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      for (Dimension.Pair pair : dimension.pairs()) {
        questions.add(pair.expected());
        questions.add(pair.perceived());
      }
    }
    if (allocation != null) {
      questions.add(allocation);
    }
    return questions;
  }

  private static @Nullable String allocation(
      PublishedVersion version, List<Dimension> dimensions, @Nullable String asked) {
    if (asked == null) {
      return version.questionnaire().questions().stream()
          .filter(question -> Dimension.areWeightedBy(question, dimensions))
          .map(Item::linkId)
          .findFirst()
          .orElse(null);
    }
    if (!Dimension.areWeightedBy(version.questionnaire().question(asked), dimensions)) {
      throw ProblemException.parameter(
          "allocation",
          "names no question of type %s whose options are the dimensions %s"
              .formatted(
                  ItemType.CONSTANT_SUM.wire(),
                  dimensions.stream().map(Dimension::linkId).collect(Collectors.joining(", "))));
    }
    return asked;
  }

  /// The gaps of one survey.
  private static final class Computed {
    private final ResultsView results;
    private final Map<String, QuestionResult> questions;
    private final List<GapSum> sums;
    private final Withholding withholding;
    private final double level;

    Computed(ResultsView results, List<GapSum> sums, Withholding withholding, double level) {
      this.results = results;
      this.questions =
          results.questions().stream()
              .collect(Collectors.toMap(QuestionResult::linkId, Function.identity()));
      this.sums = sums;
      this.withholding = withholding;
      this.level = level;
    }

    SurveyGapsView view(List<Dimension> dimensions, @Nullable String allocation) {
      List<GapDimension> found = new ArrayList<>();
      int place = 0;
      for (int i = 0; i < dimensions.size(); i++) {
        Dimension dimension = dimensions.get(i);
        List<GapPair> pairs = new ArrayList<>();
        for (Dimension.Pair pair : dimension.pairs()) {
          pairs.add(pair(pair, place++));
        }
        GapTest gap = dimension(i, pairs);
        found.add(
            new GapDimension(
                dimension.linkId(),
                dimension.text(),
                gap.gap(),
                gap.pValue(),
                allocation == null ? null : importance(allocation, dimension.linkId()),
                pairs));
      }
      return new SurveyGapsView(
          results.surveyId(),
          level,
          allocation,
          allocation == null ? null : weighted(allocation, found),
          found);
    }

    private GapPair pair(Dimension.Pair pair, int place) {
      QuestionResult expected = Objects.requireNonNull(questions.get(pair.expected()));
      QuestionResult perceived = Objects.requireNonNull(questions.get(pair.perceived()));
      List<Counted> counted = of(Of.PAIR, place);
      long n = people(counted);
      boolean hidden =
          expected.n() == null
              || perceived.n() == null
              || withholding.smallWithin(n, expected.n())
              || withholding.smallWithin(n, perceived.n());
      GapTest gap = test(counted, GAP, hidden);
      return new GapPair(
          pair.linkId(),
          pair.text(),
          Objects.requireNonNull(expected.scores().mean()),
          Objects.requireNonNull(perceived.scores().mean()),
          gap.gap(),
          gap.pValue());
    }

    /// Those with some of the pairs and not all: the pairs' own gaps would tell theirs.
    private GapTest dimension(int place, List<GapPair> pairs) {
      List<Counted> counted = of(Of.DIMENSION, place);
      long partly = people(counted.stream().filter(each -> each.pairs() < pairs.size()).toList());
      boolean hidden =
          withholding.smallWithin(partly, people(counted))
              || pairs.stream().anyMatch(pair -> withheld(pair.gap()));
      return test(counted, GAP, hidden);
    }

    private GapTest weighted(String allocation, List<GapDimension> dimensions) {
      List<Counted> counted = of(Of.WEIGHTED, 0);
      Long asked = Objects.requireNonNull(questions.get(allocation)).n();
      boolean hidden =
          asked == null
              || withholding.smallWithin(people(counted), asked)
              || dimensions.stream().anyMatch(dimension -> withheld(dimension.gap()));
      return test(counted, WEIGHTED, hidden);
    }

    private static boolean withheld(Figure figure) {
      return figure.status() == Figure.Status.WITHHELD;
    }

    private List<Counted> of(Of of, int place) {
      return sums.stream()
          .filter(sum -> sum.of() == of && sum.place() == place)
          .map(GapSum::counted)
          .toList();
    }

    private static long people(List<Counted> counted) {
      return counted.stream().mapToLong(Counted::respondents).sum();
    }

    private GapTest test(List<Counted> counted, String method, boolean hidden) {
      long n = people(counted);
      if (hidden || results.base() == null || withholding.small(n)) {
        return new GapTest(
            Figure.withheld(
                "mean",
                method,
                "Few people gave these answers, or left some of them out: it would tell theirs."),
            null);
      }
      if (n == 0) {
        return new GapTest(
            Figure.insufficient(
                "mean", 0, results.base(), method, "Nobody has answered both questions yet."),
            null);
      }
      Mean mean = Servqual.gap(counted);
      Interval interval = mean.hasInterval() ? mean.interval(level) : null;
      double p = mean.pValue();
      return new GapTest(
          Figure.of(
              mean.value(),
              "mean",
              n,
              results.base(),
              method,
              interval == null
                  ? null
                  : new Figure.Interval(interval.level(), interval.lower(), interval.upper())),
          Double.isNaN(p) ? null : p);
    }

    private @Nullable Figure importance(String allocation, String dimension) {
      QuestionResult question = Objects.requireNonNull(questions.get(allocation));
      if (question.counts() == null) {
        return Figure.withheld(
            "mean", "amount/t", "It would tell about too few people, or let them be derived.");
      }
      return question.counts().stream()
          .filter(count -> dimension.equals(count.optionCode()))
          .map(AnswerCount::mean)
          .findFirst()
          .orElse(null);
    }
  }
}
