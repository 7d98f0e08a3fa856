package org.customerfocus.survey.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.customerfocus.conventions.csv.CsvTable;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.customerfocus.survey.results.ResultsView.ResultPart;
import org.customerfocus.survey.results.ResultsView.ResultScores;
import org.jspecify.annotations.Nullable;

/// The same numbers as rows: one a figure or a count.
final class ResultsCsv {

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
  private String by = "";
  private String part = "";
  private String partLabel = "";

  private ResultsCsv(CSVPrinter csv) {
    this.csv = csv;
  }

  static void write(ResultsView results, OutputStream out) throws IOException {
    CSVPrinter csv =
        CSVFormat.RFC4180.print(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    csv.printRecord((Object[]) HEADER);
    ResultsCsv rows = new ResultsCsv(csv);
    for (QuestionResult question : results.questions()) {
      rows.write(question);
    }
    if (results.split() != null) {
      rows.by = results.split().by();
      for (ResultPart each : results.split().parts()) {
        // What respondents or programs wrote is never run as a formula.
        rows.part = CsvTable.guarded(text(each.value() == null ? each.nonAnswer() : each.value()));
        rows.partLabel = CsvTable.guarded(text(each.label()));
        for (QuestionResult question : each.questions()) {
          rows.write(question);
        }
      }
    }
    csv.flush();
  }

  private void write(QuestionResult question) throws IOException {
    write(question, "", question.scores());
    if (question.weightedScores() != null) {
      write(question, "weighted-", question.weightedScores());
    }
    if (question.counts() != null) {
      for (var count : question.counts()) {
        String code =
            count.optionCode() != null
                ? count.optionCode()
                : text(count.accepted() == null ? count.value() : count.accepted());
        count(question, "count", code, count.count());
        figure(question, "share", code, count.share());
        figure(question, "mean", code, count.mean());
      }
    }
    if (question.nonAnswers() != null) {
      for (var nonAnswer : question.nonAnswers()) {
        count(question, "non-answer", nonAnswer.code(), nonAnswer.count());
      }
    }
  }

  private void write(QuestionResult question, String prefix, ResultScores scores)
      throws IOException {
    figure(question, prefix + "nps", "", scores.nps());
    figure(question, prefix + "csat", "", scores.csat());
    figure(question, prefix + "ces", "", scores.ces());
    figure(question, prefix + "easy", "", scores.easy());
    figure(question, prefix + "mean", "", scores.mean());
  }

  private void figure(QuestionResult question, String measure, String code, @Nullable Figure figure)
      throws IOException {
    if (figure != null) {
      Figure.Interval interval = figure.interval();
      csv.printRecord(
          question.linkId(),
          CsvTable.guarded(question.text()),
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

  private void count(QuestionResult question, String measure, String code, long count)
      throws IOException {
    csv.printRecord(
        question.linkId(),
        CsvTable.guarded(question.text()),
        by,
        part,
        partLabel,
        measure,
        code,
        "ok",
        count,
        "count",
        text(question.n()),
        text(question.base()),
        "",
        "",
        "",
        "");
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
