package org.customerfocus.survey.theme;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.customerfocus.conventions.tenancy.Snapshot;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.theme.ThemeRun.Said;
import org.jspecify.annotations.Nullable;

/// The texts of an analysis, a few at a time, all of one state of the database.
@ApplicationScoped
class ThemeTextsRepository {

  private static final int FETCHED = 500;

  /// All that one person says in a response is one text.
  private static final String RESPONSES =
      """
      SELECT r.id, t.text, NULL AS language, s.score, r.responded_at
      FROM response r
      CROSS JOIN LATERAL (
        SELECT string_agg(a.text, E'\n\n' ORDER BY a.link_id) AS text FROM answer a
        WHERE a.response_id = r.id AND a.link_id = ANY (?) AND a.text IS NOT NULL
          AND a.option_code IS NULL) t
      LEFT JOIN LATERAL (
        SELECT coalesce(a.value, a.number) AS score FROM answer a
        WHERE a.response_id = r.id AND a.link_id = ?
          AND num_nonnulls(a.value, a.number) = 1 LIMIT 1) s ON true
      WHERE r.survey_id = ? AND r.status IN ('completed', 'amended') AND t.text IS NOT NULL
        AND r.responded_at >= ? AND r.responded_at < ?
      ORDER BY r.id""";

  private static final String FEEDBACK =
      """
      SELECT f.id, f.text, f.language, s.score, f.received_at
      FROM feedback f
      LEFT JOIN LATERAL (
        SELECT coalesce(a.value, a.number) AS score FROM answer a
        WHERE a.response_id = f.response_id AND a.link_id = ?
          AND num_nonnulls(a.value, a.number) = 1 LIMIT 1) s ON true
      WHERE f.text IS NOT NULL AND (cardinality(?::text[]) = 0 OR f.form = ANY (?))
        AND (?::uuid IS NULL OR f.offering_id = ?)
        AND f.received_at >= ? AND f.received_at < ?
      ORDER BY f.id""";

  private final Snapshot snapshot;

  ThemeTextsRepository(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// Which texts.
  ///
  /// @param linkIds the open questions, for responses
  record Wanted(
      ThemeSource source, @Nullable UUID surveyId, List<String> linkIds, Selection selection) {

    Wanted ofAllTimes() {
      return new Wanted(source, surveyId, linkIds, selection.ofAllTimes());
    }
  }

  /// Lets a run read them three times.
  void read(Wanted wanted, ThemeRun run) {
    snapshot.read(
        connection -> {
          pass(connection, wanted, run::count);
          run.choose();
          pass(connection, wanted, run::relate);
          run.find();
          pass(connection, run.isCareful() ? wanted.ofAllTimes() : wanted, run::match);
        });
  }

  private static void pass(Connection connection, Wanted wanted, Consumer<Said> each)
      throws SQLException {
    boolean responses = wanted.source() == ThemeSource.RESPONSES;
    try (PreparedStatement select = connection.prepareStatement(responses ? RESPONSES : FEEDBACK)) {
      select.setFetchSize(FETCHED);
      if (responses) {
        bindResponses(connection, wanted, select);
      } else {
        bindFeedback(connection, wanted.selection(), select);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          BigDecimal score = row.getBigDecimal(4);
          Instant at = row.getObject(5, OffsetDateTime.class).toInstant();
          each.accept(
              new Said(
                  row.getObject(1, UUID.class), row.getString(2), row.getString(3), score, at));
        }
      }
    }
  }

  private static void bindResponses(Connection connection, Wanted wanted, PreparedStatement select)
      throws SQLException {
    Selection selection = wanted.selection();
    select.setArray(1, connection.createArrayOf("text", wanted.linkIds().toArray()));
    select.setString(2, selection.scoreLinkId());
    select.setObject(3, wanted.surveyId());
    bindSpan(selection, select, 4);
  }

  private static void bindFeedback(
      Connection connection, Selection selection, PreparedStatement select) throws SQLException {
    Object[] forms =
        selection.forms() == null
            ? new Object[0]
            : selection.forms().stream().map(WireEnum::wire).toArray();
    select.setString(1, selection.scoreLinkId());
    select.setArray(2, connection.createArrayOf("text", forms));
    select.setArray(3, connection.createArrayOf("text", forms));
    select.setObject(4, selection.offeringId());
    select.setObject(5, selection.offeringId());
    bindSpan(selection, select, 6);
  }

  private static void bindSpan(Selection selection, PreparedStatement select, int at)
      throws SQLException {
    Instant from = selection.from() == null ? Instant.EPOCH : selection.from();
    Instant to = selection.to() == null ? Instant.parse("9999-01-01T00:00:00Z") : selection.to();
    select.setObject(at, from.atOffset(ZoneOffset.UTC));
    select.setObject(at + 1, to.atOffset(ZoneOffset.UTC));
  }
}
