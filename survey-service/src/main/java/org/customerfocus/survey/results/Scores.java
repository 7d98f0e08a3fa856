package org.customerfocus.survey.results;

import java.util.function.Supplier;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.results.ResultsView.ResultScores;
import org.customerfocus.survey.statistics.Ces;
import org.customerfocus.survey.statistics.Csat;
import org.customerfocus.survey.statistics.Distribution;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Mean;
import org.customerfocus.survey.statistics.Nps;
import org.customerfocus.survey.statistics.Proportion;
import org.jspecify.annotations.Nullable;

/// Which scores a question has, as figures.
final class Scores {

  private static final String POINTS = "points";
  private static final String RATIO = "ratio";
  private static final String MEAN = "mean";

  /// What is counted of a question.
  private enum Score {
    NPS,
    CSAT,
    CES,
    MEAN,
    NOTHING;

    static Score of(ItemType type) {
      return switch (type) {
        case NPS -> NPS;
        case CSAT -> CSAT;
        case CES -> CES;
        case SCALE, NUMBER, SLIDER, COMPUTED -> MEAN;
        case GROUP,
            MATRIX,
            EXPECTATION_PERCEPTION,
            STATEMENT,
            SINGLE_CHOICE,
            MULTIPLE_CHOICE,
            RANKING,
            CONSTANT_SUM,
            TEXT,
            SHORT_TEXT,
            EMAIL,
            PHONE,
            DATE,
            CONSENT ->
            NOTHING;
      };
    }
  }

  private final double level;
  private final NpsInterval npsInterval;

  Scores(double level, NpsInterval npsInterval) {
    this.level = level;
    this.npsInterval = npsInterval;
  }

  /// Whether the question has scores at all.
  static boolean has(Item question) {
    return Score.of(question.type()) != Score.NOTHING;
  }

  ResultScores of(Item question, Tally tally) {
    return new Cell(tally, "")
        .scores(
            question,
            tally::distribution,
            () -> question.type().isScale() ? tally.distribution().mean() : tally.mean());
  }

  ResultScores weighted(Item question, Tally tally) {
    return weighted(
        question,
        tally,
        tally::weightedDistribution,
        () ->
            question.type().isScale() ? tally.weightedDistribution().mean() : tally.weightedMean());
  }

  /// The same of answers whose size or variance is that of a finite population.
  ResultScores weighted(
      Item question, Tally tally, Supplier<Distribution> answers, Supplier<Mean> mean) {
    return new Cell(tally, "-weighted").scores(question, answers, mean);
  }

  /// The scores of a cell that must not be told.
  ResultScores withheld(Item question, String reason) {
    return switch (Score.of(question.type())) {
      case NPS -> new ResultScores(hidden(POINTS, "nps", reason), null, null, null, null);
      case CSAT ->
          new ResultScores(
              null, hidden(RATIO, "csat", reason), null, null, hidden(MEAN, "mean", reason));
      case CES ->
          new ResultScores(
              null, null, hidden(MEAN, "ces", reason), hidden(RATIO, "ces-easy", reason), null);
      case MEAN -> new ResultScores(null, null, null, null, hidden(MEAN, "mean", reason));
      case NOTHING -> ResultScores.NONE;
    };
  }

  private static Figure hidden(String unit, String method, String reason) {
    return Figure.withheld(unit, method, reason);
  }

  /// The share of those who answered that chose an option.
  Figure share(Tally tally, long count) {
    Cell cell = new Cell(tally, "");
    return cell.ratio("share", () -> Proportion.of(count, tally.n()));
  }

  /// The mean place of an option in a ranking, among those who placed it, or the mean amount of a
  /// constant sum that it was given, 0 by those who left it out; null for other questions.
  @Nullable Figure mean(Item question, Tally tally, Option option) {
    if (question.type() == ItemType.RANKING) {
      return mean(tally, option, tally.option(option.code()), "place");
    }
    return question.type() == ItemType.CONSTANT_SUM
        ? mean(tally, option, tally.n(), "amount")
        : null;
  }

  private Figure mean(Tally tally, Option option, long n, String score) {
    String method = score + "/t";
    if (n == 0) {
      return Figure.insufficient(
          MEAN, 0, tally.base(), method, "Nobody has given a valid answer yet.");
    }
    Mean mean = tally.mean(option.code(), n);
    Interval interval = mean.hasInterval() ? mean.interval(level) : null;
    return Figure.of(
        mean.value(),
        MEAN,
        n,
        tally.base(),
        method,
        interval == null
            ? null
            : new Figure.Interval(interval.level(), interval.lower(), interval.upper()));
  }

  /// Figures of one cell, which all have its n and base.
  private final class Cell {
    private final Tally tally;
    private final String suffix;

    Cell(Tally tally, String suffix) {
      this.tally = tally;
      this.suffix = suffix;
    }

    ResultScores scores(Item question, Supplier<Distribution> answers, Supplier<Mean> mean) {
      return switch (Score.of(question.type())) {
        case NPS -> new ResultScores(nps(answers), null, null, null, null);
        case CSAT ->
            new ResultScores(
                null,
                ratio("csat", () -> Csat.topBoxes(answers.get(), question.topBoxList())),
                null,
                null,
                mean("mean", mean));
        case CES ->
            new ResultScores(
                null,
                null,
                mean("ces", mean),
                ratio("ces-easy", () -> Ces.easy(answers.get())),
                null);
        case MEAN -> new ResultScores(null, null, null, null, mean("mean", mean));
        case NOTHING -> ResultScores.NONE;
      };
    }

    private Figure nps(Supplier<Distribution> answers) {
      String method = "nps" + suffix + "/" + npsInterval.wire();
      if (tally.n() == 0) {
        return nobody(POINTS, method);
      }
      Nps nps = Nps.of(answers.get());
      Interval interval =
          switch (npsInterval) {
            case ADJUSTED_WALD -> nps.adjustedWald(level);
            case WALD -> nps.wald(level);
          };
      return figure(nps.value() * 100, POINTS, method, interval.scaled(100));
    }

    private Figure ratio(String score, Supplier<Proportion> share) {
      String method = score + suffix + "/wilson";
      if (tally.n() == 0) {
        return nobody(RATIO, method);
      }
      Proportion proportion = share.get();
      return figure(proportion.share(), RATIO, method, proportion.wilson(level));
    }

    private Figure mean(String score, Supplier<Mean> mean) {
      String method = score + suffix + "/t";
      if (tally.n() == 0) {
        return nobody(MEAN, method);
      }
      Mean found = mean.get();
      return found.hasInterval()
          ? figure(found.value(), MEAN, method, found.interval(level))
          : Figure.of(found.value(), MEAN, tally.n(), tally.base(), method, null);
    }

    private Figure figure(double value, String unit, String method, Interval interval) {
      return Figure.of(
          value,
          unit,
          tally.n(),
          tally.base(),
          method,
          new Figure.Interval(interval.level(), interval.lower(), interval.upper()));
    }

    private Figure nobody(String unit, String method) {
      return Figure.insufficient(
          unit, 0, tally.base(), method, "Nobody has given a valid answer yet.");
    }
  }
}
