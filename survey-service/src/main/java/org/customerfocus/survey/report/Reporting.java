package org.customerfocus.survey.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.report.Plots.Named;
import org.customerfocus.survey.report.Report.Exhibit;
import org.customerfocus.survey.report.Report.Row;
import org.customerfocus.survey.report.Report.Section;
import org.customerfocus.survey.report.Report.Table;
import org.customerfocus.survey.results.ResultsView;
import org.customerfocus.survey.results.ResultsView.AnswerCount;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.customerfocus.survey.results.ResultsView.ResultPart;
import org.customerfocus.survey.results.ResultsView.ResultSplit;
import org.customerfocus.survey.results.SurveyTrendView;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Proportion;
import org.jspecify.annotations.Nullable;

/// Makes a report of figures that are there: it computes none of its own.
final class Reporting {

  private final Findings findings;
  private final ResultsView results;

  private Reporting(Findings findings) {
    this.findings = findings;
    this.results = findings.results();
  }

  static Report of(String title, Findings findings) {
    return new Reporting(findings).report(title);
  }

  private Report report(String title) {
    List<Section> sections = new ArrayList<>();
    if (findings.drivers() != null) {
      sections.add(DriversSection.of(findings.drivers()));
    }
    if (findings.gaps() != null) {
      sections.add(GapsSection.of(findings.gaps()));
    }
    if (findings.index() != null) {
      sections.add(IndexSection.of(findings.index()));
    }
    if (findings.weighted() != null) {
      sections.add(WeightedSection.of(findings.weighted()));
    }
    results.questions().forEach(question -> sections.add(question(question, sections.size())));
    return new Report(
        title,
        "%s responses. Intervals hold the true value with a confidence of %s."
            .formatted(Numbers.count(results.base()), percent(results.level())),
        sections);
  }

  private static String percent(double level) {
    return Numbers.of(level, "ratio").replace(".0\u00a0%", "\u00a0%");
  }

  private Section question(QuestionResult question, int place) {
    String id = "q" + place;
    List<Exhibit> exhibits = new ArrayList<>();
    if (question.counts() != null) {
      exhibits.add(answers(id, question));
    }
    if (results.split() != null && ScoreTable.headline(question.scores()) != null) {
      exhibits.add(split(id, question, results.split()));
    }
    if (findings.trend() != null && ScoreTable.headline(question.scores()) != null) {
      exhibits.add(trend(id, question, findings.trend()));
    }
    return new Section(id, question.text(), note(question), exhibits);
  }

  private static String note(QuestionResult question) {
    List<String> parts = new ArrayList<>();
    ScoreTable.scores(question.scores())
        .forEach(
            (name, figure) ->
                parts.add(
                    figure.interval() == null
                        ? name + " " + Numbers.of(figure)
                        : "%s %s (%s)"
                            .formatted(name, Numbers.of(figure), Numbers.interval(figure))));
    if (question.weightedScores() != null) {
      Figure weighted = ScoreTable.headline(question.weightedScores());
      parts.add("weighted %s (%s)".formatted(Numbers.of(weighted), Numbers.interval(weighted)));
    }
    parts.add(
        Boolean.TRUE.equals(question.withheld())
            ? "withheld, as it would tell about too few people"
            : "%s valid answers of %s who were asked"
                .formatted(Numbers.count(question.n()), Numbers.count(question.base())));
    if (question.counts() == null && question.withheld() == null && counted(question.type())) {
      parts.add("how often each answer was given is withheld, as some were given by too few");
    }
    return String.join(" · ", parts);
  }

  private static boolean counted(ItemType type) {
    return type.isScale() || type.hasOptions() || type == ItemType.CONSENT;
  }

  private Exhibit answers(String id, QuestionResult question) {
    List<AnswerCount> counts = question.counts() == null ? List.of() : question.counts();
    boolean means = counts.stream().anyMatch(each -> each.mean() != null);
    List<Named> shares =
        counts.stream().map(each -> new Named(name(each), share(question, each))).toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      Figure share = shares.get(i).figure();
      List<String> cells = new ArrayList<>();
      cells.add(Numbers.count(counts.get(i).count()));
      cells.add(Numbers.of(share));
      cells.add(Numbers.interval(share));
      if (means) {
        cells.add(Numbers.of(counts.get(i).mean()));
        cells.add(Numbers.interval(counts.get(i).mean()));
      }
      rows.add(new Row(shares.get(i).name(), cells));
    }
    if (question.nonAnswers() != null) {
      question
          .nonAnswers()
          .forEach(
              each ->
                  rows.add(
                      new Row(
                          (each.label() == null ? words(each.code()) : each.label())
                              + " (no valid answer)",
                          means
                              ? List.of(Numbers.count(each.count()), "–", "–", "–", "–")
                              : List.of(Numbers.count(each.count()), "–", "–"))));
    }
    List<String> columns =
        means
            ? List.of("Answer", "Count", "Share", "Interval", "Mean", "Interval")
            : List.of("Answer", "Count", "Share", "Interval");
    return new Exhibit(
        Plots.bars("answers-" + id, "Shares of the answers to: " + question.text(), shares, 0, 1),
        new Table("How often each answer was given", columns, rows));
  }

  private static String name(AnswerCount count) {
    if (count.accepted() != null) {
      return count.accepted() ? "Agreed" : "Did not agree";
    }
    if (count.value() != null) {
      return count.value().toString();
    }
    return count.label() == null ? String.valueOf(count.optionCode()) : count.label();
  }

  /// As results tell it, or for the steps of a scale by the same function.
  private @Nullable Figure share(QuestionResult question, AnswerCount count) {
    if (count.share() != null || question.n() == null || question.n() == 0) {
      return count.share();
    }
    Proportion share = Proportion.of(count.count(), question.n());
    Interval interval = share.wilson(results.level());
    return Figure.of(
        share.share(),
        "ratio",
        question.n(),
        question.base() == null ? question.n() : question.base(),
        "share/wilson",
        new Figure.Interval(interval.level(), interval.lower(), interval.upper()));
  }

  private Exhibit split(String id, QuestionResult question, ResultSplit split) {
    List<Named> scores = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (ResultPart part : split.parts()) {
      QuestionResult of = same(part.questions(), question);
      scores.add(new Named(name(part), ScoreTable.headline(of.scores())));
      rows.add(row(name(part), of));
    }
    String heading =
        "%s by %s".formatted(ScoreTable.headlineName(question.scores()), split.label());
    return new Exhibit(
        bars("split-" + id, heading + ": " + question.text(), scores),
        new Table(heading, columns(split.label(), question), rows));
  }

  /// Bars over the whole range of the score; means from 0 on.
  static @Nullable Plot bars(String id, String title, List<Named> scores) {
    double[] extremes =
        scores.stream()
            .map(Named::figure)
            .flatMapToDouble(
                figure ->
                    figure == null || figure.value() == null
                        ? DoubleStream.empty()
                        : figure.interval() == null
                            ? DoubleStream.of(figure.value())
                            : DoubleStream.of(figure.interval().lower(), figure.interval().upper()))
            .toArray();
    double least = Math.min(0, Arrays.stream(extremes).min().orElse(0));
    double most = Math.max(1e-9, Arrays.stream(extremes).max().orElse(1));
    String unit =
        scores.stream()
            .map(Named::figure)
            .flatMap(Stream::ofNullable)
            .map(Figure::unit)
            .findFirst()
            .orElse("");
    return switch (unit) {
      case "points" -> Plots.bars(id, title, scores, -100, 100);
      case "ratio" -> Plots.bars(id, title, scores, 0, 1);
      default -> Plots.bars(id, title, scores, least, most);
    };
  }

  private static List<String> columns(String first, QuestionResult question) {
    return ScoreTable.columns(first, "Valid answers", question.scores());
  }

  private static Row row(String name, QuestionResult question) {
    return ScoreTable.row(name, Numbers.count(question.n()), question.scores());
  }

  private static QuestionResult same(List<QuestionResult> questions, QuestionResult question) {
    return questions.stream()
        .filter(each -> each.linkId().equals(question.linkId()))
        .findFirst()
        .orElseThrow();
  }

  private static String name(ResultPart part) {
    if (part.label() != null) {
      return part.label();
    }
    return part.value() == null ? words(String.valueOf(part.nonAnswer())) : part.value();
  }

  static String words(String code) {
    return code.isEmpty()
        ? code
        : Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
  }

  private static Exhibit trend(String id, QuestionResult question, SurveyTrendView trend) {
    List<Named> scores = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    trend
        .periods()
        .forEach(
            period -> {
              QuestionResult of = same(period.questions(), question);
              String name = Periods.name(trend.period(), period.start());
              scores.add(new Named(name, ScoreTable.headline(of.scores())));
              rows.add(row(name, of));
            });
    String heading =
        "%s by %s (%s)"
            .formatted(
                ScoreTable.headlineName(question.scores()),
                trend.period().wire(),
                trend.timeZone());
    return new Exhibit(
        Plots.trend("trend-" + id, heading + ": " + question.text(), scores),
        new Table(heading, columns(words(trend.period().wire()), question), rows));
  }
}
