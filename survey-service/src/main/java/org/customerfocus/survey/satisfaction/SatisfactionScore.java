package org.customerfocus.survey.satisfaction;

import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.statistics.Distribution;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Mean;
import org.customerfocus.survey.statistics.Nps;
import org.customerfocus.survey.statistics.Proportion;

/// The scores that can be told over several surveys.
public enum SatisfactionScore implements WireEnum {
  /// Promoters less detractors, −100…100 points, with the adjusted Wald interval.
  NPS("points", "nps/adjusted-wald"),
  /// The share of the top boxes, which each survey names for its own scale, with Wilson's interval.
  CSAT("ratio", "csat/wilson"),
  /// The mean of 1…7, 7 being the easiest, with Student's interval.
  CES("mean", "ces/t");

  private final String unit;
  private final String method;

  SatisfactionScore(String unit, String method) {
    this.unit = unit;
    this.method = method;
  }

  String unit() {
    return unit;
  }

  String method() {
    return method;
  }

  /// The score of some answers.
  ///
  /// @param top how many of them were in the top boxes of their scale
  Figure figure(Distribution answers, long top, double level) {
    long n = Math.round(answers.size());
    if (n == 0) {
      return Figure.insufficient(unit, 0, 0, method, "Nobody has given a valid answer.");
    }
    return switch (this) {
      case NPS -> {
        Nps nps = Nps.of(answers);
        yield told(nps.value() * 100, n, nps.adjustedWald(level).scaled(100));
      }
      case CSAT -> {
        Proportion share = new Proportion(top, n);
        yield told(share.share(), n, share.wilson(level));
      }
      case CES -> {
        Mean mean = answers.mean();
        yield mean.hasInterval()
            ? told(mean.value(), n, mean.interval(level))
            : Figure.of(mean.value(), unit, n, n, method, null);
      }
    };
  }

  private Figure told(double value, long n, Interval interval) {
    return Figure.of(
        value,
        unit,
        n,
        n,
        method,
        new Figure.Interval(interval.level(), interval.lower(), interval.upper()));
  }

  /// The standard error of the score in its unit; not a number for a single mean.
  double standardError(Distribution answers, long top) {
    return switch (this) {
      case NPS -> Nps.of(answers).standardError() * 100;
      case CSAT -> new Proportion(top, answers.size()).standardError();
      case CES -> answers.mean().standardError();
    };
  }
}
