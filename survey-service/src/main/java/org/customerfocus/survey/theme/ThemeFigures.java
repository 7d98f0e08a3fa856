package org.customerfocus.survey.theme;

import java.util.List;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.statistics.Difference;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Mean;
import org.customerfocus.survey.statistics.Proportion;

/// What is told of a theme, as far as enough people speak of it.
final class ThemeFigures {

  private static final String COUNT = "mentions";
  private static final String SHARE = "mentions/wilson";
  private static final String EFFECT = "difference-of-means/z";
  private static final String FEW = "Too few people speak of it to tell.";

  private ThemeFigures() {}

  static ThemeView view(
      Theme theme, ThemeAnalysis analysis, int threshold, List<ThemeView.Example> examples) {
    boolean hidden = theme.mentions() < threshold;
    long texts = analysis.texts();
    return new ThemeView(
        theme.id(),
        theme.analysisId(),
        theme.name(),
        theme.language(),
        theme.terms().stream().map(ThemeTerm::face).toList(),
        theme.renamed(),
        theme.pinned(),
        theme.mergedIntoThemeId(),
        hidden
            ? Figure.withheld("count", COUNT, FEW)
            : Figure.of((double) theme.mentions(), "count", theme.mentions(), texts, COUNT, null),
        hidden ? Figure.withheld("ratio", SHARE, FEW) : share(theme.mentions(), texts),
        effect(theme, threshold),
        hidden ? List.of() : examples,
        theme.createdAt(),
        theme.updatedAt());
  }

  private static Figure share(long mentions, long texts) {
    if (texts == 0) {
      return Figure.insufficient("ratio", 0, 0, SHARE, "Nobody has said anything yet.");
    }
    Proportion share = Proportion.of(mentions, texts);
    return Figure.of(
        share.share(), "ratio", mentions, texts, SHARE, told(share.wilson(Interval.DEFAULT_LEVEL)));
  }

  /// x̄ with the theme less x̄ without it; both groups are to be large enough to be told.
  private static Figure effect(Theme theme, int threshold) {
    ScoreSums sums = theme.scores();
    if (sums == null) {
      return Figure.notApplicable("mean", EFFECT, "No score belongs to these texts.");
    }
    long without = sums.all() - sums.with();
    if (sums.with() < threshold || (without > 0 && without < threshold)) {
      return Figure.withheld("mean", EFFECT, FEW);
    }
    if (sums.with() < 2 || without < 2) {
      return Figure.insufficient(
          "mean", sums.with(), sums.all(), EFFECT, "Too few have given a score to compare.");
    }
    Mean with = sums.mentioning();
    Difference difference = Difference.of(with, sums.others());
    return Figure.of(
        difference.value(),
        "mean",
        sums.with(),
        sums.all(),
        EFFECT,
        told(difference.interval(Interval.DEFAULT_LEVEL)));
  }

  private static Figure.Interval told(Interval interval) {
    return new Figure.Interval(interval.level(), interval.lower(), interval.upper());
  }
}
