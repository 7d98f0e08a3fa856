package org.customerfocus.survey.feedbackimport;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.csv.CsvSource;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.complaint.CaseOpening;
import org.customerfocus.survey.complaint.CaseStatus;
import org.customerfocus.survey.feedback.FeedbackForm;
import org.customerfocus.survey.feedback.FeedbackRef;
import org.customerfocus.survey.feedback.FeedbackRequest;
import org.customerfocus.survey.feedback.Voice;
import org.customerfocus.survey.feedbackimport.FeedbackMapping.FeedbackAttributeSource;
import org.customerfocus.survey.feedbackimport.FeedbackMapping.FeedbackCellCode;
import org.customerfocus.survey.feedbackimport.FeedbackMapping.FeedbackFieldSource;
import org.customerfocus.survey.feedbackimport.FeedbackRow.FeedbackRowError;
import org.customerfocus.survey.response.RespondedAt;
import org.jspecify.annotations.Nullable;

/// Turns the rows of one file into feedback. Made once per file, for a mapping that fits its
/// header.
final class RowReader {

  private static final String JOINT = " – ";
  private static final int LONGEST_REMEDY = 5000;

  private record Cells(
      List<Integer> columns, @Nullable String value, Map<String, @Nullable String> codes) {}

  private record AttributeCell(String key, int column) {}

  private final List<String> header;
  private final Map<FeedbackField, Cells> fields = new EnumMap<>(FeedbackField.class);
  private final List<AttributeCell> attributes = new ArrayList<>();
  private final int identity;
  private final String scheme;
  private final Moments moments;
  private final String digest;
  private final Validator validator;
  private final Instant now;

  /// @param digest of the file, by which rows without an id of their own are known
  /// @param now nothing came after it
  RowReader(
      FeedbackMapping mapping,
      List<String> header,
      String digest,
      Validator validator,
      Instant now) {
    this.header = header;
    this.digest = digest;
    this.validator = validator;
    this.now = now;
    moments = Moments.of(mapping.zone(), mapping.dateFormat());
    for (FeedbackFieldSource each : mapping.fields()) {
      Map<String, @Nullable String> codes = new HashMap<>();
      for (FeedbackCellCode code : each.codeList()) {
        codes.put(code.cell().strip(), code.to());
      }
      fields.put(
          each.field(),
          new Cells(each.columnList().stream().map(this::column).toList(), each.value(), codes));
    }
    for (FeedbackAttributeSource each : mapping.attributeList()) {
      attributes.add(new AttributeCell(each.key(), column(each.column())));
    }
    identity = mapping.identity() == null ? -1 : column(mapping.identity().column());
    scheme = mapping.identity() == null ? "file-row" : mapping.identity().scheme();
  }

  private int column(String name) {
    return header.indexOf(name.strip());
  }

  FeedbackRow read(CsvSource.Row row) {
    if (row.cells().stream().allMatch(String::isBlank)) {
      return new FeedbackRow.Empty(row.number(), row.cells());
    }
    if (row.cells().size() != header.size()) {
      String detail =
          "The row has %d cells, the header %d: quote cells that contain the delimiter or a line break."
              .formatted(row.cells().size(), header.size());
      return new FeedbackRow.Refused(
          row.number(), row.cells(), List.of(new FeedbackRowError("", detail)));
    }
    return new OneRow(row).read();
  }

  /// The work on one row, with the errors it finds on the way.
  private final class OneRow {
    private final CsvSource.Row row;
    private final List<FeedbackRowError> errors = new ArrayList<>();

    OneRow(CsvSource.Row row) {
      this.row = row;
    }

    FeedbackRow read() {
      FeedbackRequest said = request();
      CaseOpening.History history = history();
      if (errors.isEmpty()) {
        for (ConstraintViolation<FeedbackRequest> each : validator.validate(said)) {
          String member = each.getPropertyPath().toString();
          errors.add(new FeedbackRowError(columnOf(member), member + " " + each.getMessage()));
        }
      }
      if (errors.isEmpty()) {
        for (FieldError each : said.faults("", now)) {
          String member = String.valueOf(each.pointer()).substring(1);
          errors.add(new FeedbackRowError(columnOf(member), each.detail()));
        }
      }
      return errors.isEmpty()
          ? new FeedbackRow.Accepted(row.number(), row.cells(), said, history)
          : new FeedbackRow.Refused(row.number(), row.cells(), errors);
    }

    @SuppressWarnings("NullAway") // what is missing is refused by the validator
    private FeedbackRequest request() {
      return new FeedbackRequest(
          wire(FeedbackField.FORM, FeedbackForm.class),
          wire(FeedbackField.VOICE, Voice.class),
          text(FeedbackField.CHANNEL),
          moment(FeedbackField.RECEIVED_AT),
          text(FeedbackField.SUBJECT),
          text(FeedbackField.TEXT),
          text(FeedbackField.LANGUAGE),
          id(FeedbackField.CUSTOMER_ID),
          id(FeedbackField.PARTY_ID),
          id(FeedbackField.OFFERING_ID),
          id(FeedbackField.TOUCHPOINT_ID),
          id(FeedbackField.REQUIREMENT_ID),
          id(FeedbackField.SURVEY_ID),
          id(FeedbackField.RESPONSE_ID),
          ref(),
          attributes.stream()
              .filter(each -> !cell(each.column()).isEmpty())
              .collect(Collectors.toMap(AttributeCell::key, each -> cell(each.column()))));
    }

    private CaseOpening.@Nullable History history() {
      CaseStatus status = wire(FeedbackField.CASE_STATUS, CaseStatus.class);
      if (status == null) {
        return null;
      }
      return new CaseOpening.History(
          status,
          past(FeedbackField.CASE_ACKNOWLEDGED_AT),
          past(FeedbackField.CASE_RESPONDED_AT),
          past(FeedbackField.CASE_CLOSED_AT),
          truth(FeedbackField.CASE_RESPONDED_IN_TIME),
          remedy(FeedbackField.CASE_REQUESTED_REMEDY),
          remedy(FeedbackField.CASE_GIVEN_REMEDY));
    }

    private @Nullable Instant past(FeedbackField field) {
      Instant at = moment(field);
      String wrong = at == null ? null : RespondedAt.violation(at, now);
      if (wrong != null) {
        errors.add(new FeedbackRowError(columnOf(field), wrong));
      }
      return at;
    }

    private @Nullable Boolean truth(FeedbackField field) {
      return parsed(
          field,
          text ->
              switch (text) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> throw new IllegalArgumentException();
              },
          "is neither true nor false: map it in the codes.");
    }

    private @Nullable String remedy(FeedbackField field) {
      String text = text(field);
      if (text != null && text.length() > LONGEST_REMEDY) {
        errors.add(new FeedbackRowError(columnOf(field), "has more than 5000 characters"));
      }
      return text;
    }

    private FeedbackRef ref() {
      if (identity < 0) {
        return new FeedbackRef(scheme, digest + "#" + row.number());
      }
      String id = cell(identity);
      if (id.isEmpty()) {
        refuse(identity, "identifies no row: give the row an id, or map no identity.");
      }
      return new FeedbackRef(scheme, id);
    }

    private @Nullable String text(FeedbackField field) {
      Cells cells = fields.get(field);
      if (cells == null) {
        return null;
      }
      List<String> said = new ArrayList<>();
      for (int column : cells.columns()) {
        String cell = cell(column);
        String meant = cells.codes().containsKey(cell) ? cells.codes().get(cell) : cell;
        if (meant != null && !meant.isEmpty()) {
          said.add(meant);
        }
      }
      return said.isEmpty() ? cells.value() : String.join(JOINT, said);
    }

    private <E extends Enum<E> & WireEnum> @Nullable E wire(FeedbackField field, Class<E> type) {
      return parsed(
          field,
          text -> WireEnum.find(type, text).orElseThrow(IllegalArgumentException::new),
          "is none of the values that this field has: map it in the codes.");
    }

    private @Nullable Instant moment(FeedbackField field) {
      return parsed(
          field, moments::read, "is neither a date nor a time as the mapping's dateFormat says.");
    }

    private @Nullable UUID id(FeedbackField field) {
      return parsed(
          field, UUID::fromString, "is no UUID such as 0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43.");
    }

    private <T> @Nullable T parsed(
        FeedbackField field, Function<String, T> parse, String otherwise) {
      String text = text(field);
      if (text == null) {
        return null;
      }
      try {
        return parse.apply(text);
      } catch (DateTimeException | IllegalArgumentException e) {
        errors.add(new FeedbackRowError(columnOf(field), otherwise));
        return null;
      }
    }

    private String cell(int column) {
      return row.cells().get(column).strip();
    }

    private void refuse(int column, String detail) {
      errors.add(new FeedbackRowError(header.get(column), detail));
    }
  }

  /// The column that a member of the request is read from; empty where it is none.
  private String columnOf(String member) {
    for (FeedbackField field : fields.keySet()) {
      if (member.equalsIgnoreCase(field.wire().replace("-", ""))) {
        return columnOf(field);
      }
    }
    return "";
  }

  private String columnOf(FeedbackField field) {
    Cells cells = fields.get(field);
    return cells == null || cells.columns().isEmpty() ? "" : header.get(cells.columns().getFirst());
  }
}
