package org.customerfocus.survey.results;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.customerfocus.survey.counting.CountedRow;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.statistics.Distribution;
import org.customerfocus.survey.statistics.Mean;

/// The answers to one question by one group of respondents, gathered from counted rows.
final class Tally {

  private final Map<Integer, Long> values = new TreeMap<>();
  private final Map<Integer, Double> weights = new TreeMap<>();
  private final Map<String, Long> options = new HashMap<>();
  private final Map<String, BigDecimal> optionSums = new HashMap<>();
  private final Map<String, BigDecimal> optionSquares = new HashMap<>();
  private final Map<String, Long> nonAnswers = new TreeMap<>();
  private long base;
  private long n;
  private BigDecimal weightTotal = BigDecimal.ZERO;
  private BigDecimal squaredWeights = BigDecimal.ZERO;
  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal squares = BigDecimal.ZERO;
  private BigDecimal weightedSum = BigDecimal.ZERO;
  private BigDecimal weightedSquares = BigDecimal.ZERO;

  /// Respondents of a version that asks the question.
  void addPeople(long people) {
    base += people;
  }

  void add(CountedRow row) {
    if (row.nonAnswer() != null) {
      nonAnswers.merge(row.nonAnswer(), row.people(), Long::sum);
      return;
    }
    n += row.people();
    weightTotal = weightTotal.add(row.weights());
    squaredWeights = squaredWeights.add(row.peopleSquares());
    if (row.value() != null) {
      values.merge(row.value(), row.rows(), Long::sum);
      weights.merge(row.value(), row.weights().doubleValue(), Double::sum);
    } else if (row.option() != null) {
      options.merge(row.option(), row.rows(), Long::sum);
      if (row.sum() != null && row.squares() != null) {
        optionSums.merge(row.option(), row.sum(), BigDecimal::add);
        optionSquares.merge(row.option(), row.squares(), BigDecimal::add);
      }
    } else if (row.sum() != null
        && row.squares() != null
        && row.weightedSum() != null
        && row.weightedSquares() != null) {
      sum = sum.add(row.sum());
      squares = squares.add(row.squares());
      weightedSum = weightedSum.add(row.weightedSum());
      weightedSquares = weightedSquares.add(row.weightedSquares());
    }
  }

  /// How many valid answers there are.
  long n() {
    return n;
  }

  /// To how many the question was shown.
  long base() {
    return base - nonAnswers.getOrDefault(Item.NOT_SHOWN, 0L);
  }

  /// Kish's effective number of the valid answers.
  double effectiveN() {
    return Distribution.effectiveSize(weightTotal.doubleValue(), squaredWeights.doubleValue());
  }

  Map<Integer, Long> values() {
    return values;
  }

  long option(String code) {
    return options.getOrDefault(code, 0L);
  }

  /// How often each value or option was given.
  LongStream counts() {
    return Stream.concat(values.values().stream(), options.values().stream())
        .mapToLong(Long::longValue);
  }

  /// Non-answers by code. Whoever was shown the question and has no row gave no answer.
  Map<String, Long> nonAnswers() {
    Map<String, Long> all = new TreeMap<>(nonAnswers);
    long rows = nonAnswers.values().stream().mapToLong(Long::longValue).sum();
    all.merge(Item.NO_ANSWER, base - n - rows, Long::sum);
    all.values().removeIf(count -> count == 0);
    return all;
  }

  Distribution distribution() {
    return Distribution.ofCounts(values);
  }

  Distribution weightedDistribution() {
    return Distribution.ofWeights(weights, squaredWeights.doubleValue());
  }

  /// The mean of a question that asks for a number.
  Mean mean() {
    return Mean.ofSums(n, sum, squares);
  }

  /// The mean of what an option was given.
  ///
  /// @param answers of how many: whoever left the option out gave it 0
  Mean mean(String option, long answers) {
    return Mean.ofSums(
        answers,
        optionSums.getOrDefault(option, BigDecimal.ZERO),
        optionSquares.getOrDefault(option, BigDecimal.ZERO));
  }

  Mean weightedMean() {
    return Mean.ofWeightedSums(weightTotal, squaredWeights, weightedSum, weightedSquares);
  }
}
