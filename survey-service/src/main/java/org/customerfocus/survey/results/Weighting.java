package org.customerfocus.survey.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.counting.CountedRow;
import org.customerfocus.survey.counting.Part;
import org.customerfocus.survey.counting.SplitKind;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.results.Assembly.Cells;
import org.customerfocus.survey.results.ResultsView.ResultScores;
import org.customerfocus.survey.results.WeightedResultsView.WeightedMargin;
import org.customerfocus.survey.results.WeightedResultsView.WeightedQuestion;
import org.customerfocus.survey.results.WeightedResultsView.WeightedTarget;
import org.customerfocus.survey.statistics.Distribution;
import org.customerfocus.survey.statistics.FinitePopulation;
import org.customerfocus.survey.statistics.FinitePopulation.Stratum;
import org.customerfocus.survey.statistics.Mean;
import org.customerfocus.survey.statistics.Raking;
import org.jspecify.annotations.Nullable;

/// The weights of one survey's respondents, and the scores that they give.
///
/// Whoever may choose targets can give all weight to one cell, and to each in turn. So a weighted
/// score is told where results split by the cells would tell of every cell that has a weight.
final class Weighting {

  private static final int MOST_ROUNDS = 1_000;

  private final UUID surveyId;
  private final WeightedResultsQuery query;
  private final List<Attribute> attributes;
  private final Map<String, Map<String, Double>> margins;
  private final Cells cells;

  /// Cells with a weight, and where their values stand in the margins.
  private final Map<Part, List<Integer>> weighted = new LinkedHashMap<>();

  private final Map<Part, Double> weights = new HashMap<>();
  private final double population;
  private final @Nullable Raking raking;
  private final boolean hidden;

  /// @param margins how many of the population have each value, by attribute
  /// @param cells of the attributes' values
  /// @throws ProblemException 400 when the targets cannot be met
  Weighting(
      UUID surveyId,
      WeightedResultsQuery query,
      List<Attribute> attributes,
      Map<String, Map<String, Double>> margins,
      Cells cells) {
    this.surveyId = surveyId;
    this.query = query;
    this.attributes = attributes;
    this.margins = margins;
    this.cells = cells;
    population =
        margins.values().iterator().next().values().stream().mapToDouble(each -> each).sum();
    for (Part part : cells.groups().keySet()) {
      List<Integer> places = places(part);
      if (places != null) {
        weighted.put(part, places);
      }
    }
    hidden = weighted.keySet().stream().anyMatch(cells.hiddenParts()::contains);
    demandEverybody();
    raking = hidden ? null : rake();
  }

  /// Where the values of a cell stand in the margins; null where one has no target, or nobody.
  private @Nullable List<Integer> places(Part part) {
    if (part.value() == null) {
      return null;
    }
    String[] values =
        margins.size() == 1
            ? new String[] {part.value()}
            : part.value().split(SplitKind.BETWEEN, -1);
    List<Integer> places = new ArrayList<>();
    for (Map<String, Double> margin : margins.values()) {
      String value = values[places.size()];
      if (!(margin.getOrDefault(value, 0.0) > 0)) {
        return null;
      }
      places.add(List.copyOf(margin.keySet()).indexOf(value));
    }
    return places;
  }

  private void demandEverybody() {
    int margin = 0;
    for (Map.Entry<String, Map<String, Double>> each : margins.entrySet()) {
      int place = 0;
      for (Map.Entry<String, Double> target : each.getValue().entrySet()) {
        long people = people(margin, place);
        if (people == 0 && target.getValue() > 0) {
          throw ProblemException.parameter(
              "target",
              "names %s:%s, which no respondent has".formatted(each.getKey(), target.getKey()));
        }
        if (query.finitePopulation && !hidden && people > target.getValue()) {
          throw ProblemException.parameter(
              "target",
              "says there are fewer people with %s:%s than have answered"
                  .formatted(each.getKey(), target.getKey()));
        }
        place++;
      }
      margin++;
    }
  }

  private long people(int margin, int place) {
    return weighted.entrySet().stream()
        .filter(cell -> cell.getValue().get(margin) == place)
        .mapToLong(cell -> cells.group(cell.getKey()).people())
        .sum();
  }

  private Raking rake() {
    List<Raking.Cell> respondents =
        weighted.entrySet().stream()
            .map(cell -> new Raking.Cell(cell.getValue(), cells.group(cell.getKey()).people()))
            .toList();
    List<double[]> wanted =
        margins.values().stream()
            .map(margin -> margin.values().stream().mapToDouble(each -> each).toArray())
            .toList();
    try {
      Raking found =
          Raking.of(respondents, wanted, query.toleranceOrUsual(), MOST_ROUNDS, query.trimming());
      int next = 0;
      for (Part part : weighted.keySet()) {
        weights.put(part, found.weights().get(next++));
      }
      return found;
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter(
          "target",
          "cannot be met together within %d rounds: the respondents lack combinations of values"
              .formatted(MOST_ROUNDS));
    }
  }

  WeightedResultsView view(
      Collection<Item> questions, List<CountedRow> rows, Frame frame, Scores scores, double level) {
    Map<String, Tally> tallies = tallies(rows, frame);
    Raking.Trimming trimming = query.trimming();
    return new WeightedResultsView(
        surveyId,
        level,
        margins.size() == 1 ? WeightingMethod.POST_STRATIFICATION : WeightingMethod.RAKING,
        attributes.stream().map(this::margin).toList(),
        query.toleranceOrUsual(),
        raking == null ? null : raking.deviation(),
        raking == null ? null : raking.rounds(),
        trimming == null || query.trimLeast == null ? null : trimming.least(),
        trimming == null || query.trimMost == null ? null : trimming.most(),
        raking == null ? null : raking.trimmed(),
        query.finitePopulation ? population : null,
        raking == null
            ? null
            : weighted.keySet().stream().mapToLong(part -> cells.group(part).people()).sum(),
        raking == null ? null : raking.effectiveN(),
        questions.stream()
            .map(
                question ->
                    question(
                        question,
                        tallies.computeIfAbsent(question.linkId(), id -> new Tally()),
                        scores,
                        frame.reason()))
            .toList());
  }

  private WeightedMargin margin(Attribute attribute) {
    Map<String, Double> targets = Objects.requireNonNull(margins.get(attribute.key()));
    return new WeightedMargin(
        attribute.key(),
        attribute.label(),
        targets.entrySet().stream()
            .map(
                target ->
                    new WeightedTarget(
                        target.getKey(),
                        attribute.optionList().stream()
                            .filter(option -> option.code().equals(target.getKey()))
                            .map(Option::label)
                            .findFirst()
                            .orElse(null),
                        target.getValue()))
            .toList());
  }

  private Map<String, Tally> tallies(List<CountedRow> rows, Frame frame) {
    Map<String, Tally> tallies = new HashMap<>();
    for (CountedRow row : rows) {
      Double weight = weights.get(row.part());
      if (weight == null) {
        continue;
      }
      if (row.linkId() == null) {
        frame
            .asked(row.version())
            .forEach(
                question ->
                    tallies.computeIfAbsent(question, id -> new Tally()).addPeople(row.people()));
      } else {
        tallies
            .computeIfAbsent(row.linkId(), id -> new Tally())
            .add(row.weightedBy(BigDecimal.valueOf(weight)));
      }
    }
    return tallies;
  }

  private WeightedQuestion question(Item question, Tally tally, Scores scores, String reason) {
    if (hidden || weighted.keySet().stream().anyMatch(part -> cells.hides(question, part))) {
      ResultScores withheld = scores.withheld(question, reason);
      return new WeightedQuestion(
          question.linkId(),
          question.type(),
          question.text(),
          null,
          null,
          null,
          withheld,
          withheld,
          true);
    }
    return new WeightedQuestion(
        question.linkId(),
        question.type(),
        question.text(),
        tally.n(),
        tally.base(),
        tally.effectiveN(),
        scores.of(question, tally),
        query.finitePopulation
            ? scores.weighted(
                question, tally, () -> finite(tally), () -> finiteMean(question, tally))
            : scores.weighted(question, tally),
        null);
  }

  /// The effective n of a finite population: n_eff / (1 − n/N).
  private Distribution finite(Tally tally) {
    Distribution answers = tally.weightedDistribution();
    double left = 1 - tally.n() / population;
    return new Distribution(answers.masses(), answers.size() / left);
  }

  /// By strata where there is one attribute and no trimming; else s²/n_eff · (1 − n/N) is the
  /// squared standard error. Of a stratum, as many of the population would give a valid answer as
  /// have of its respondents.
  private Mean finiteMean(Item question, Tally tally) {
    if (margins.size() > 1 || query.trimming() != null) {
      Mean mean =
          question.type().isScale() ? tally.weightedDistribution().mean() : tally.weightedMean();
      return new Mean(mean.value(), mean.variance() * (1 - tally.n() / population), mean.n());
    }
    List<Stratum> strata = new ArrayList<>();
    for (Part part : weighted.keySet()) {
      Tally own = cells.group(part).of(question);
      if (own.n() > 0) {
        strata.add(
            new Stratum(
                Objects.requireNonNull(weights.get(part)) * own.n(),
                question.type().isScale() ? own.distribution().mean() : own.mean()));
      }
    }
    return FinitePopulation.mean(strata).asMean();
  }
}
