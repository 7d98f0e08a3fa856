package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.survey.questionnaire.Allocation;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Writes responses many at a time: one round trip, not one an answer.
@ApplicationScoped
class RecordingRepository {

  private static final String INSERT_RESPONSES =
      """
      INSERT INTO response (tenant_id, id, survey_id, survey_version_id, responded_at, recorded_at,
        weight, customer_id, party_id, ref_scheme, ref_value, import_id, status, begun_at, channel,
        campaign_id, invitation_id, link_id, touchpoint_id, offering_id, spam_score, spam_reasons,
        anonymous)
      SELECT current_setting('app.tenant'), * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[],
        ?::timestamptz[], ?::timestamptz[], ?::numeric[], ?::uuid[], ?::uuid[], ?::text[],
        ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::uuid[], ?::uuid[],
        ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::boolean[])
      ON CONFLICT DO NOTHING
      RETURNING tenant_id, survey_id, id, status""";

  /// Results count them from now on.
  private static final String INSERT_TAIL =
      """
      INSERT INTO response_tail (tenant_id, survey_id, response_id)
      SELECT tenant_id, survey_id, id FROM head WHERE status IN ('completed', 'amended')""";

  private static final String NOTE_DAYS =
      """
      INSERT INTO anonymous_day (tenant_id, day, test)
      SELECT current_setting('app.tenant'), unnest(?::date[]), ?
      ON CONFLICT DO NOTHING""";

  private static final String INSERT_ANSWERS =
      """
      INSERT INTO answer (tenant_id, response_id, link_id, ordinal, value, option_code, number,
        text, day, truth, non_answer)
      SELECT current_setting('app.tenant'), * FROM unnest(?::uuid[], ?::text[], ?::smallint[],
        ?::smallint[], ?::text[], ?::numeric[], ?::text[], ?::date[], ?::boolean[], ?::text[])
        AS given (response_id)""";

  private static final String INSERT_ATTRIBUTES =
      """
      INSERT INTO response_attribute (tenant_id, response_id, key, code, text, number, truth, day)
      SELECT current_setting('app.tenant'), * FROM unnest(?::uuid[], ?::text[], ?::text[],
        ?::text[], ?::numeric[], ?::boolean[], ?::date[]) AS given (response_id)""";

  private static final String INSERT_ALL =
      """
      WITH head AS (%s),
        said AS (%s WHERE response_id IN (SELECT id FROM head)),
        known AS (%s WHERE response_id IN (SELECT id FROM head)),
        tail AS (%s)
      SELECT id FROM head"""
          .formatted(INSERT_RESPONSES, INSERT_ANSWERS, INSERT_ATTRIBUTES, INSERT_TAIL);

  private static final List<Column<NewResponse>> RESPONSE_COLUMNS =
      List.of(
          new Column<>("uuid", NewResponse::id),
          new Column<>("uuid", NewResponse::surveyId),
          new Column<>("uuid", NewResponse::surveyVersionId),
          new Column<>("timestamptz", NewResponse::respondedAt),
          new Column<>("timestamptz", NewResponse::recordedAt),
          new Column<>("numeric", NewResponse::weight),
          new Column<>("uuid", NewResponse::customerId),
          new Column<>("uuid", NewResponse::partyId),
          new Column<>("text", each -> ref(each, ExternalRef::scheme)),
          new Column<>("text", each -> ref(each, ExternalRef::value)),
          new Column<>("uuid", NewResponse::importId),
          new Column<>("text", each -> each.status().wire()),
          new Column<>("timestamptz", RecordingRepository::begunAt),
          new Column<>("text", each -> each.provenance().channel()),
          new Column<>("uuid", each -> each.provenance().campaignId()),
          new Column<>("uuid", each -> each.provenance().invitationId()),
          new Column<>("uuid", each -> each.provenance().linkId()),
          new Column<>("uuid", each -> each.provenance().touchpointId()),
          new Column<>("uuid", each -> each.provenance().offeringId()),
          new Column<>("bigint", each -> score(each.spam())),
          new Column<>("text", each -> reasons(each.spam())),
          new Column<>("boolean", NewResponse::anonymous));

  private static final List<Column<AnswerRow>> ANSWER_COLUMNS =
      List.of(
          new Column<>("uuid", AnswerRow::responseId),
          new Column<>("text", AnswerRow::linkId),
          new Column<>("smallint", AnswerRow::ordinal),
          new Column<>("smallint", row -> row.answer().value()),
          new Column<>("text", AnswerRow::option),
          new Column<>("numeric", AnswerRow::number),
          new Column<>("text", AnswerRow::text),
          new Column<>("date", row -> row.answer().date()),
          new Column<>("boolean", row -> row.answer().accepted()),
          new Column<>("text", row -> row.answer().nonAnswer()));

  private static final List<Column<AttributeRow>> ATTRIBUTE_COLUMNS =
      List.of(
          new Column<>("uuid", AttributeRow::responseId),
          new Column<>("text", AttributeRow::key),
          new Column<>("text", row -> row.value().code()),
          new Column<>("text", row -> row.value().text()),
          new Column<>("numeric", row -> row.value().number()),
          new Column<>("boolean", row -> row.value().truth()),
          new Column<>("date", row -> row.value().date()));

  private final EntityManager entities;

  RecordingRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Records the responses in one statement, however many there are. One whose external reference
  /// is taken in its survey, or whose invitation has been followed, is left out, and so is the
  /// second of two in the same list.
  ///
  /// @return the ids of those that were recorded
  Set<UUID> insert(List<NewResponse> responses) {
    Map<UUID, NewResponse> distinct = new LinkedHashMap<>();
    List<AnswerRow> answers = new ArrayList<>();
    List<AttributeRow> attributes = new ArrayList<>();
    for (NewResponse response : responses) {
      // Two of one id, which the same reference gives to anonymous ones, are one: the first.
      if (distinct.putIfAbsent(response.id(), response) == null) {
        response.answers().forEach(answer -> AnswerRow.add(answers, response.id(), answer));
        AttributeRow.add(attributes, response.id(), response.attributes());
      }
    }
    entities.flush();
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> insert(connection, List.copyOf(distinct.values()), answers, attributes));
  }

  private static Set<UUID> insert(
      Connection connection,
      List<NewResponse> responses,
      List<AnswerRow> answers,
      List<AttributeRow> attributes)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ALL)) {
      int next = bind(insert, 1, responses, RESPONSE_COLUMNS);
      next = bind(insert, next, answers, ANSWER_COLUMNS);
      bind(insert, next, attributes, ATTRIBUTE_COLUMNS);
      Set<UUID> recorded = new HashSet<>();
      try (ResultSet ids = insert.executeQuery()) {
        while (ids.next()) {
          recorded.add(ids.getObject(1, UUID.class));
        }
      }
      return recorded;
    }
  }

  /// Puts other answers in the place of those that a response has.
  void replaceAnswers(UUID responseId, List<Answer> answers) {
    entities.flush();
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              delete(connection, "DELETE FROM answer WHERE response_id = ?", responseId);
              List<AnswerRow> rows = new ArrayList<>();
              answers.forEach(answer -> AnswerRow.add(rows, responseId, answer));
              add(connection, INSERT_ANSWERS, rows, ANSWER_COLUMNS);
            });
  }

  /// Puts other attributes in the place of those that a response has.
  void replaceAttributes(UUID responseId, Map<String, AttributeValue> attributes) {
    entities.flush();
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              delete(
                  connection, "DELETE FROM response_attribute WHERE response_id = ?", responseId);
              List<AttributeRow> known = new ArrayList<>();
              AttributeRow.add(known, responseId, attributes);
              add(connection, INSERT_ATTRIBUTES, known, ATTRIBUTE_COLUMNS);
            });
  }

  private static void delete(Connection connection, String sql, UUID responseId)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, responseId);
      delete.executeUpdate();
    }
  }

  /// Takes back responses that the running transaction has inserted.
  void remove(Set<UUID> ids) {
    entities
        .createNativeQuery("DELETE FROM response WHERE id = ANY (:ids)")
        .setParameter("ids", ids.toArray(UUID[]::new))
        .executeUpdate();
  }

  /// Notes that there were responses to anonymous surveys on these days.
  void noteDays(Set<LocalDate> days, boolean test) {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement insert = connection.prepareStatement(NOTE_DAYS)) {
                insert.setArray(
                    1,
                    connection.createArrayOf(
                        "date", days.stream().map(LocalDate::toString).toArray()));
                insert.setBoolean(2, test);
                insert.executeUpdate();
              }
            });
  }

  private static <T> void add(
      Connection connection, String sql, List<T> rows, List<Column<T>> columns)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      bind(insert, 1, rows, columns);
      insert.executeUpdate();
    }
  }

  /// When it was begun, where that is not when it was recorded whole, and may be kept.
  private static @Nullable Instant begunAt(NewResponse response) {
    return response.status() == ResponseStatus.IN_PROGRESS && !response.anonymous()
        ? response.recordedAt()
        : null;
  }

  static @Nullable Long score(Spam spam) {
    return spam.millionths() == 0 ? null : spam.millionths();
  }

  static @Nullable String reasons(Spam spam) {
    return spam.reasons().isEmpty()
        ? null
        : spam.reasons().stream().map(Spam.Reason::wire).collect(Collectors.joining(","));
  }

  private static @Nullable String ref(NewResponse response, Function<ExternalRef, String> part) {
    return response.externalRef() == null ? null : part.apply(response.externalRef());
  }

  /// Binds one array a column, the values as PostgreSQL writes them.
  ///
  /// @param first the place of the first column
  /// @return the place behind the last
  private static <T> int bind(
      PreparedStatement statement, int first, List<T> rows, List<Column<T>> columns)
      throws SQLException {
    int place = first;
    Connection connection = statement.getConnection();
    for (Column<T> column : columns) {
      Object[] texts = new Object[rows.size()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = text(column.value().apply(rows.get(i)));
      }
      statement.setArray(place++, connection.createArrayOf(column.type(), texts));
    }
    return place;
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  private record Column<T>(String type, Function<T, @Nullable Object> value) {}

  private record AttributeRow(UUID responseId, String key, AttributeValue value) {

    static void add(
        List<AttributeRow> rows, UUID responseId, Map<String, AttributeValue> attributes) {
      attributes.forEach((key, value) -> rows.add(new AttributeRow(responseId, key, value)));
    }
  }

  /// One row of an answer: one an option where there are options.
  private record AnswerRow(
      UUID responseId,
      short ordinal,
      @Nullable String option,
      @Nullable BigDecimal number,
      @Nullable String text,
      Answer answer) {

    String linkId() {
      return answer.linkId();
    }

    static void add(List<AnswerRow> rows, UUID responseId, Answer answer) {
      short ordinal = 0;
      if (answer.optionCodes() != null) {
        // Own words stand with the first option; the questionnaire says which it was that took
        // them.
        for (String option : answer.optionCodes()) {
          String text = ordinal == 0 ? answer.otherText() : null;
          rows.add(new AnswerRow(responseId, ordinal++, option, null, text, answer));
        }
      } else if (answer.allocation() != null) {
        for (Allocation share : answer.allocation()) {
          rows.add(
              new AnswerRow(
                  responseId, ordinal++, share.optionCode(), share.amount(), null, answer));
        }
      } else {
        rows.add(new AnswerRow(responseId, ordinal, null, answer.number(), answer.text(), answer));
      }
    }
  }
}
