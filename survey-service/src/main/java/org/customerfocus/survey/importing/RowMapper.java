package org.customerfocus.survey.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.customerfocus.conventions.csv.CsvSource;
import org.customerfocus.survey.importing.Cells.Meaning;
import org.customerfocus.survey.importing.ColumnMapping.AttributeColumn;
import org.customerfocus.survey.importing.ColumnMapping.QuestionColumns;
import org.customerfocus.survey.importing.MappedRow.CellError;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.customerfocus.survey.questionnaire.Questionnaire.Whole;
import org.customerfocus.survey.questionnaire.Violation;
import org.customerfocus.survey.response.RespondedAt;
import org.jspecify.annotations.Nullable;

/// Turns the rows of one file into typed answers. Made once per file, for a mapping that
/// [MappingCheck] has found to fit questionnaire and header.
final class RowMapper {

  private static final int LONGEST_IDENTITY = 200;
  private static final BigDecimal HEAVIEST = new BigDecimal(1_000_000);

  private record QuestionCells(Item question, List<Integer> columns, Cells cells) {}

  private record AttributeCell(Attribute attribute, int column, Cells cells) {}

  private final Questionnaire questionnaire;
  private final List<String> header;
  private final List<QuestionCells> questions;
  private final List<AttributeCell> attributes;
  private final int identity;
  private final int weight;
  private final int respondedAt;
  private final Instant now;

  /// @param now nobody has answered after it
  RowMapper(Questionnaire questionnaire, ColumnMapping mapping, List<String> header, Instant now) {
    this.questionnaire = questionnaire;
    this.now = now;
    this.header = header;
    questions = mapping.questions().stream().map(each -> questionCells(mapping, each)).toList();
    attributes =
        mapping.attributeList().stream().map(each -> attributeCell(mapping, each)).toList();
    identity = mapping.identity() == null ? -1 : column(mapping.identity().column());
    weight = mapping.weightColumn() == null ? -1 : column(mapping.weightColumn());
    respondedAt = mapping.respondedAtColumn() == null ? -1 : column(mapping.respondedAtColumn());
  }

  MappedRow map(CsvSource.Row row) {
    if (row.cells().size() != header.size()) {
      String detail =
          "The row has "
              + row.cells().size()
              + " cells, the header "
              + header.size()
              + ": quote cells that contain the delimiter or a line break.";
      return new MappedRow.Refused(
          row.number(), row.cells(), List.of(new CellError("", "", detail)));
    }
    return new OneRow(row).map();
  }

  private QuestionCells questionCells(ColumnMapping mapping, QuestionColumns columns) {
    return new QuestionCells(
        Objects.requireNonNull(questionnaire.question(columns.linkId())),
        columns.columns().stream().map(this::column).toList(),
        cells(mapping, columns.codeList(), columns.codes()));
  }

  private AttributeCell attributeCell(ColumnMapping mapping, AttributeColumn column) {
    return new AttributeCell(
        Objects.requireNonNull(questionnaire.attribute(column.key())),
        column(column.column()),
        cells(mapping, column.codeList(), column.codes()));
  }

  private static Cells cells(
      ColumnMapping mapping,
      @Nullable String codeList,
      @Nullable List<ColumnMapping.CellCode> codes) {
    List<@Nullable List<ColumnMapping.CellCode>> lists = new ArrayList<>();
    for (ColumnMapping.CodeList shared : mapping.codeListList()) {
      if (shared.name().equals(codeList)) {
        lists.add(shared.codes());
      }
    }
    lists.add(codes);
    return new Cells(mapping.noAnswerCells(), lists);
  }

  private int column(String name) {
    return header.indexOf(name.strip());
  }

  /// The work on one row, with the errors it finds on the way.
  private final class OneRow {
    private final CsvSource.Row row;
    private final List<CellError> errors = new ArrayList<>();

    OneRow(CsvSource.Row row) {
      this.row = row;
    }

    MappedRow map() {
      List<Answer> answers = new ArrayList<>(questions.size());
      List<Integer> origins = new ArrayList<>(questions.size());
      for (QuestionCells each : questions) {
        Answer answer = answer(each);
        if (answer != null) {
          answers.add(answer);
          origins.add(each.columns().getFirst());
        }
      }
      Map<String, AttributeValue> values = new LinkedHashMap<>();
      for (AttributeCell each : attributes) {
        AttributeValue value = value(each);
        if (value != null) {
          values.put(each.attribute().key(), value);
        }
      }
      String id = identity();
      BigDecimal weight = weight();
      Instant respondedAt = respondedAt();
      if (!errors.isEmpty()) {
        return new MappedRow.Refused(row.number(), row.cells(), errors);
      }
      Whole whole = questionnaire.imported(answers, values);
      whole.violations().forEach(found -> note(found, origins));
      return errors.isEmpty()
          ? new MappedRow.Accepted(
              row.number(), row.cells(), id, weight, respondedAt, whole.answers(), values)
          : new MappedRow.Refused(row.number(), row.cells(), errors);
    }

    private @Nullable Answer answer(QuestionCells each) {
      String linkId = each.question().linkId();
      if (each.question().type().isChoice()) {
        return choice(each);
      }
      int column = each.columns().getFirst();
      return switch (each.cells().meaning(cell(column))) {
        case Meaning.Missing missing -> Answer.ofNonAnswer(linkId, missing.nonAnswer());
        case Meaning.Given given -> {
          String text = given.text();
          yield switch (each.question().type().member()) {
            case VALUE -> {
              Integer value = wholeNumber(column, text);
              yield value == null ? null : Answer.ofValue(linkId, value);
            }
            case NUMBER -> {
              BigDecimal number = number(column, text);
              yield number == null ? null : Answer.ofNumber(linkId, number);
            }
            case DATE -> {
              LocalDate date = date(column, text);
              yield date == null ? null : Answer.ofDate(linkId, date);
            }
            case TEXT -> tooLong(column, text, 10_000) ? null : Answer.ofText(linkId, text);
            case ACCEPTED -> {
              if (text.equals("true") || text.equals("false")) {
                yield Answer.ofAccepted(linkId, text.equals("true"));
              }
              refuse(column, "is neither true nor false: map it in the column's codes.");
              yield null;
            }
            case ALLOCATION, OPTION_CODES, NON_ANSWER -> throw new IllegalStateException();
          };
        }
      };
    }

    /// The chosen options of all columns; only when there is none does a non-answer count.
    private Answer choice(QuestionCells each) {
      List<String> chosen = new ArrayList<>();
      String nonAnswer = Item.NO_ANSWER;
      for (int column : each.columns()) {
        switch (each.cells().meaning(cell(column))) {
          case Meaning.Given given -> {
            if (!chosen.contains(given.text())) {
              chosen.add(given.text());
            }
          }
          case Meaning.Missing missing -> {
            if (nonAnswer.equals(Item.NO_ANSWER)) {
              nonAnswer = missing.nonAnswer();
            }
          }
        }
      }
      String linkId = each.question().linkId();
      return chosen.isEmpty()
          ? Answer.ofNonAnswer(linkId, nonAnswer)
          : Answer.ofOptions(linkId, chosen);
    }

    private @Nullable AttributeValue value(AttributeCell each) {
      int column = each.column();
      return switch (each.cells().meaning(cell(column))) {
        case Meaning.Missing missing -> null;
        case Meaning.Given given -> {
          String text = given.text();
          yield switch (each.attribute().type()) {
            case CHOICE -> AttributeValue.ofCode(text);
            case TEXT -> tooLong(column, text, 500) ? null : AttributeValue.ofText(text);
            case NUMBER -> {
              BigDecimal number = number(column, text);
              yield number == null ? null : AttributeValue.ofNumber(number);
            }
            case DATE -> {
              LocalDate date = date(column, text);
              yield date == null ? null : AttributeValue.ofDate(date);
            }
            case BOOLEAN -> {
              if (text.equals("true") || text.equals("false")) {
                yield AttributeValue.ofTruth(text.equals("true"));
              }
              refuse(column, "is neither true nor false: map it in the column's codes.");
              yield null;
            }
          };
        }
      };
    }

    private @Nullable String identity() {
      if (identity < 0) {
        return null;
      }
      String id = cell(identity).strip();
      if (id.isEmpty()) {
        refuse(identity, "identifies no row: give the row an id, or map no identity.");
        return null;
      }
      return tooLong(identity, id, LONGEST_IDENTITY) ? null : id;
    }

    private @Nullable BigDecimal weight() {
      if (weight < 0 || cell(weight).isBlank()) {
        return null;
      }
      try {
        BigDecimal value = new BigDecimal(cell(weight).strip());
        if (value.signum() > 0 && value.compareTo(HEAVIEST) <= 0 && value.scale() <= 10) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Answered below, as for a weight out of bounds.
      }
      refuse(
          weight,
          "is no weight: a weight is positive, at most 1,000,000 and has at most 10 decimals.");
      return null;
    }

    private @Nullable Instant respondedAt() {
      if (respondedAt < 0 || cell(respondedAt).isBlank()) {
        return null;
      }
      String text = cell(respondedAt).strip();
      try {
        Instant instant =
            text.length() == "2018-05-01".length()
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
        String violation = RespondedAt.violation(instant, now);
        if (violation == null) {
          return instant;
        }
        refuse(respondedAt, violation + ".");
        return null;
      } catch (DateTimeException e) {
        refuse(
            respondedAt,
            "is no ISO 8601 date or instant, such as 2018-05-01 or 2018-05-01T09:30:00Z.");
        return null;
      }
    }

    private @Nullable Integer wholeNumber(int column, String text) {
      try {
        // A spreadsheet may write 4 as 4.0.
        return new BigDecimal(text).intValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        refuse(
            column, "is no whole number: map it to a value or a non-answer in the column's codes.");
        return null;
      }
    }

    private @Nullable BigDecimal number(int column, String text) {
      try {
        BigDecimal number = new BigDecimal(text);
        if (Answer.storable(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Answered below, as for a number that is too long.
      }
      refuse(column, "is no number of at most 15 digits and 9 decimals, written with a point.");
      return null;
    }

    private @Nullable LocalDate date(int column, String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        refuse(column, "is no ISO 8601 date, such as 2018-05-01.");
        return null;
      }
    }

    private boolean tooLong(int column, String text, int most) {
      if (text.length() > most) {
        refuse(column, "is longer than " + most + " characters: shorten it.");
        return true;
      }
      return false;
    }

    private void refuse(int column, String detail) {
      note(column, "\"" + shown(cell(column).strip()) + "\" " + detail);
    }

    private void note(int column, String detail) {
      errors.add(new CellError(header.get(column), cell(column).strip(), detail));
    }

    /// What the questionnaire refuses, told in terms of the file.
    private void note(Violation found, List<Integer> origins) {
      String[] path = found.pointer().split("/", -1);
      if (path.length > 2 && path[1].equals("answers")) {
        int column = origins.get(Integer.parseInt(path[2]));
        note(column, found.detail() + " Map the cell in the column's codes.");
      } else if (path.length > 2) {
        attributes.stream()
            .filter(each -> each.attribute().key().equals(path[2]))
            .forEach(
                each ->
                    note(each.column(), found.detail() + " Map the cell in the column's codes."));
      } else {
        errors.add(new CellError("", "", found.detail()));
      }
    }

    private String cell(int column) {
      return row.cells().get(column);
    }
  }

  private static String shown(String cell) {
    String line = cell.lines().collect(Collectors.joining(" "));
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }
}
