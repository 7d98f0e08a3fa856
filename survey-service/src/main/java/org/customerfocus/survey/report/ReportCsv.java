package org.customerfocus.survey.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.customerfocus.conventions.csv.CsvTable;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.driver.SurveyDriversView;
import org.customerfocus.survey.driver.SurveyDriversView.KeyDriver;
import org.customerfocus.survey.gap.SurveyGapsView;
import org.customerfocus.survey.gap.SurveyGapsView.GapDimension;
import org.customerfocus.survey.gap.SurveyGapsView.GapPair;
import org.customerfocus.survey.index.SurveyIndexView;
import org.customerfocus.survey.index.SurveyIndexView.IndexComponent;
import org.customerfocus.survey.results.ResultsView;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.customerfocus.survey.results.ResultsView.ResultPart;
import org.customerfocus.survey.results.ResultsView.ResultScores;
import org.customerfocus.survey.results.SurveyTrendView;
import org.customerfocus.survey.results.SurveyTrendView.TrendPeriod;
import org.customerfocus.survey.results.WeightedResultsView;
import org.customerfocus.survey.results.WeightedResultsView.WeightedMargin;
import org.customerfocus.survey.results.WeightedResultsView.WeightedQuestion;
import org.customerfocus.survey.results.WeightedResultsView.WeightedTarget;
import org.jspecify.annotations.Nullable;

/// A report as rows: one a figure or a count, with all digits.
final class ReportCsv {

  static final String EXAMPLE =
      """
      linkId,question,splitBy,part,partLabel,measure,code,status,value,unit,n,base,level,lower,upper,method
      recommend,Would you recommend us?,,,,nps,,ok,30.98,points,2650,2809,0.95,28.12,33.77,nps/adjusted-wald
      """;

  private static final String[] HEADER = {
    "linkId",
    "question",
    "splitBy",
    "part",
    "partLabel",
    "measure",
    "code",
    "status",
    "value",
    "unit",
    "n",
    "base",
    "level",
    "lower",
    "upper",
    "method"
  };

  private final CSVPrinter csv;
  private String linkId = "";
  private String question = "";
  private @Nullable Long n;
  private @Nullable Long base;
  private String by = "";
  private String part = "";
  private String partLabel = "";

  private ReportCsv(CSVPrinter csv) {
    this.csv = csv;
  }

  static void write(Findings findings, OutputStream out) throws IOException {
    CSVPrinter csv =
        CSVFormat.RFC4180.print(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    csv.printRecord((Object[]) HEADER);
    ReportCsv rows = new ReportCsv(csv);
    rows.results(findings.results());
    if (findings.trend() != null) {
      rows.trend(findings.trend());
    }
    rows.by("", "", "");
    if (findings.drivers() != null) {
      rows.drivers(findings.drivers());
    }
    if (findings.gaps() != null) {
      rows.gaps(findings.gaps());
    }
    if (findings.index() != null) {
      rows.index(findings.index());
    }
    if (findings.weighted() != null) {
      rows.weighted(findings.weighted());
    }
    csv.flush();
  }

  /// What the next rows are about. What respondents or programs wrote is never run as a formula.
  private void by(String split, String value, String label) {
    by = split;
    part = CsvTable.guarded(value);
    partLabel = CsvTable.guarded(label);
  }

  private void results(ResultsView results) throws IOException {
    for (QuestionResult question : results.questions()) {
      write(question);
    }
    if (results.split() != null) {
      for (ResultPart each : results.split().parts()) {
        by(
            results.split().by(),
            text(each.value() == null ? each.nonAnswer() : each.value()),
            text(each.label()));
        for (QuestionResult question : each.questions()) {
          write(question);
        }
      }
    }
  }

  private void trend(SurveyTrendView trend) throws IOException {
    for (TrendPeriod period : trend.periods()) {
      by(
          "response." + trend.period().wire(),
          period.start().toString(),
          Periods.name(trend.period(), period.start()));
      for (QuestionResult question : period.questions()) {
        write(question);
      }
    }
  }

  private void drivers(SurveyDriversView found) throws IOException {
    about(found.outcome(), found.outcomeText(), null, null);
    figure("r-squared", "", found.rSquared());
    if (found.drivers() != null) {
      for (KeyDriver driver : found.drivers()) {
        about(driver.linkId(), driver.text(), found.rSquared().n(), found.rSquared().base());
        figure("lmg", "", driver.lmg());
        figure("relative-weight", "", driver.relativeWeight());
        number(
            "importance",
            driver.quadrant() == null ? "" : driver.quadrant().wire(),
            driver.importance(),
            "ratio");
        figure("performance", "", driver.performance());
      }
    }
  }

  private void gaps(SurveyGapsView found) throws IOException {
    if (found.weighted() != null) {
      about(text(found.allocation()), "", null, null);
      gap("gap-weighted", found.weighted().gap(), found.weighted().pValue());
    }
    for (GapDimension dimension : found.dimensions()) {
      about(dimension.linkId(), dimension.text(), null, null);
      gap("gap", dimension.gap(), dimension.pValue());
      figure("gap-importance", "", dimension.importance());
      for (GapPair pair : dimension.pairs()) {
        about(pair.linkId(), pair.text(), null, null);
        gap("gap", pair.gap(), pair.pValue());
        figure("gap-expectation", "", pair.expectation());
        figure("gap-perception", "", pair.perception());
      }
    }
  }

  private void gap(String measure, Figure gap, @Nullable Double pValue) throws IOException {
    figure(measure, "", gap);
    about(linkId, question, gap.n(), gap.base());
    number(measure + "-p", "", pValue, "ratio");
  }

  private void index(SurveyIndexView found) throws IOException {
    about("", "", null, null);
    figure("index", "", found.index());
    for (IndexComponent each : found.components()) {
      about(each.linkId(), each.text(), each.mean().n(), each.mean().base());
      number("index-weight", "", each.weight(), "ratio");
      figure("index-mean", "", each.mean());
    }
  }

  private void weighted(WeightedResultsView found) throws IOException {
    String prefix = found.method().wire() + "-";
    about("", "", found.respondents(), null);
    number(prefix + "respondents", "", found.respondents(), "count");
    number(prefix + "effective-n", "", found.effectiveN(), "count");
    number(prefix + "trimmed", "", found.trimmed(), "count");
    number(prefix + "deviation", "", found.deviation(), "ratio");
    for (WeightedMargin margin : found.margins()) {
      about(margin.attribute(), margin.label(), null, null);
      for (WeightedTarget target : margin.targets()) {
        number(prefix + "target", CsvTable.guarded(target.value()), target.population(), "count");
      }
    }
    for (WeightedQuestion each : found.questions()) {
      about(each.linkId(), each.text(), each.n(), each.base());
      scores(prefix, each.weightedScores());
      number(prefix + "effective-n", "", each.effectiveN(), "count");
    }
  }

  private void about(String id, String text, @Nullable Long people, @Nullable Long asked) {
    linkId = id;
    question = text;
    n = people;
    base = asked;
  }

  private void write(QuestionResult found) throws IOException {
    about(found.linkId(), found.text(), found.n(), found.base());
    scores("", found.scores());
    if (found.weightedScores() != null) {
      scores("weighted-", found.weightedScores());
    }
    if (found.counts() != null) {
      for (var count : found.counts()) {
        String code =
            count.optionCode() != null
                ? count.optionCode()
                : text(count.accepted() == null ? count.value() : count.accepted());
        number("count", code, count.count(), "count");
        figure("share", code, count.share());
        figure("mean", code, count.mean());
      }
    }
    if (found.nonAnswers() != null) {
      for (var nonAnswer : found.nonAnswers()) {
        number("non-answer", nonAnswer.code(), nonAnswer.count(), "count");
      }
    }
  }

  private void scores(String prefix, ResultScores scores) throws IOException {
    figure(prefix + "nps", "", scores.nps());
    figure(prefix + "csat", "", scores.csat());
    figure(prefix + "ces", "", scores.ces());
    figure(prefix + "easy", "", scores.easy());
    figure(prefix + "mean", "", scores.mean());
  }

  private void figure(String measure, String code, @Nullable Figure figure) throws IOException {
    if (figure != null) {
      Figure.Interval interval = figure.interval();
      csv.printRecord(
          linkId,
          CsvTable.guarded(question),
          by,
          part,
          partLabel,
          measure,
          code,
          figure.status().wire(),
          text(figure.value()),
          figure.unit(),
          text(figure.n()),
          text(figure.base()),
          interval == null ? "" : interval.level(),
          interval == null ? "" : interval.lower(),
          interval == null ? "" : interval.upper(),
          figure.method());
    }
  }

  /// What is no figure; nothing where it is withheld.
  private void number(String measure, String code, @Nullable Number number, String unit)
      throws IOException {
    if (number != null) {
      csv.printRecord(
          linkId,
          CsvTable.guarded(question),
          by,
          part,
          partLabel,
          measure,
          code,
          "ok",
          number,
          unit,
          text(n),
          text(base),
          "",
          "",
          "",
          "");
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
