package org.customerfocus.survey.satisfaction;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.customerfocus.survey.statistics.Difference;
import org.customerfocus.survey.statistics.Distribution;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Nps;
import org.customerfocus.survey.statistics.Proportion;

/// A question's answers of two periods.
final class ScoreComparison {

  private final UUID surveyId;
  private final String linkId;
  private final SatisfactionScore score;
  private final Answers before = new Answers();
  private final Answers after = new Answers();

  ScoreComparison(UUID surveyId, String linkId, SatisfactionScore score) {
    this.surveyId = surveyId;
    this.linkId = linkId;
    this.score = score;
  }

  /// The answers of one period.
  private static final class Answers {
    private final Map<Integer, Long> values = new TreeMap<>();
    private long top;
    private long n;

    Distribution distribution() {
      return Distribution.ofCounts(values);
    }

    Proportion share() {
      return Proportion.of(top, n);
    }
  }

  /// A score and how many answers it rests on.
  record Told(double value, long n) {}

  void add(boolean late, int value, boolean top, long answers) {
    Answers period = late ? after : before;
    period.values.merge(value, answers, Long::sum);
    period.n += answers;
    period.top += top ? answers : 0;
  }

  UUID surveyId() {
    return surveyId;
  }

  String linkId() {
    return linkId;
  }

  SatisfactionScore score() {
    return score;
  }

  boolean hasAtLeast(long n) {
    return before.n >= n && after.n >= n;
  }

  Told before() {
    return told(before);
  }

  Told after() {
    return told(after);
  }

  private Told told(Answers answers) {
    double value =
        switch (score) {
          case NPS -> Nps.of(answers.distribution()).value() * 100;
          case CSAT -> answers.share().share();
          case CES -> answers.distribution().mean().value();
        };
    return new Told(value, answers.n);
  }

  /// After less before, by z; not a number where nothing varies.
  double pValue() {
    return difference().pValue();
  }

  /// The 95 % interval of after less before: Newcombe's for shares, else by z.
  Interval interval() {
    return switch (score) {
      case NPS -> difference().interval(Interval.DEFAULT_LEVEL).scaled(100);
      case CSAT -> Difference.newcombe(after.share(), before.share(), Interval.DEFAULT_LEVEL);
      case CES -> difference().interval(Interval.DEFAULT_LEVEL);
    };
  }

  private Difference difference() {
    return switch (score) {
      case NPS -> Difference.of(Nps.of(after.distribution()), Nps.of(before.distribution()));
      case CSAT -> Difference.of(after.share(), before.share());
      case CES -> Difference.of(after.distribution().mean(), before.distribution().mean());
    };
  }
}
