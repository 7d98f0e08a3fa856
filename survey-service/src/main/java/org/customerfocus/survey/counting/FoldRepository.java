package org.customerfocus.survey.counting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/// The folded counts and the tail.
///
/// Whoever takes a response's row off the tail may change what is counted of it: a worker that
/// folds it, or who changes the response. Each waits for the other or passes it by, so that a
/// response is always either in the tail or folded as it is.
@ApplicationScoped
class FoldRepository {

  private static final String FOLD =
      """
      INSERT INTO answer_fold (tenant_id, survey_id, survey_version_id, split, gathered, %1$s, %2$s)
      SELECT current_setting('app.tenant'), survey_id, version, split, false, %1$s, %3$s
      FROM (%4$s) counted"""
          .formatted(CountSql.KEY, CountSql.SUMS, CountSql.SIGNED, CountSql.folding());

  private static final String TAKE =
      """
      DELETE FROM response_tail WHERE response_id IN (
        SELECT response_id FROM response_tail WHERE survey_id = ? ORDER BY response_id LIMIT ?
        FOR UPDATE SKIP LOCKED)
      RETURNING response_id""";

  private static final String TAKE_THESE =
      "DELETE FROM response_tail WHERE response_id = ANY (?) RETURNING response_id";

  private static final String GIVE_BACK =
      """
      INSERT INTO response_tail (tenant_id, survey_id, response_id)
      SELECT tenant_id, survey_id, id FROM response r WHERE id = ANY (?) AND %s
      ON CONFLICT DO NOTHING"""
          .formatted(CountSql.COUNTS);

  private static final String GATHER =
      """
      WITH gone AS (DELETE FROM answer_fold WHERE survey_id = ? RETURNING *)
      INSERT INTO answer_fold (tenant_id, survey_id, survey_version_id, split, gathered, %1$s, %2$s)
      SELECT tenant_id, survey_id, survey_version_id, split, true, %1$s, %3$s FROM gone
      GROUP BY tenant_id, survey_id, survey_version_id, split, %1$s
      HAVING sum(answers) <> 0"""
          .formatted(CountSql.KEY, CountSql.SUMS, CountSql.ADDED);

  private final EntityManager entities;

  FoldRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Takes some of a survey's responses off its tail, with nobody else at them.
  List<UUID> take(UUID surveyId, int most) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement take = connection.prepareStatement(TAKE)) {
                take.setObject(1, surveyId);
                take.setInt(2, most);
                return ids(take);
              }
            });
  }

  /// Takes these off the tail, after whoever is at them.
  ///
  /// @return those that were in it
  Set<UUID> take(Collection<UUID> responses) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement take = connection.prepareStatement(TAKE_THESE)) {
                take.setArray(1, uuids(connection, responses));
                return new LinkedHashSet<>(ids(take));
              }
            });
  }

  /// Puts those of them into the tail that count.
  void giveBack(Collection<UUID> responses) {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement insert = connection.prepareStatement(GIVE_BACK)) {
                insert.setArray(1, uuids(connection, responses));
                insert.executeUpdate();
              }
            });
  }

  /// Adds what is counted of these responses, or takes it away.
  ///
  /// @param sign 1 or -1
  void add(Collection<UUID> responses, List<KeyOfVersion> keys, int sign) {
    // What is counted of one batch is to stay in memory.
    entities
        .createNativeQuery("SELECT set_config('work_mem', '64MB', true)", String.class)
        .getSingleResult();
    entities
        .createNativeQuery(FOLD)
        .setParameter("sign", sign)
        .setParameter("ids", responses.toArray(UUID[]::new))
        .setParameter("versions", keys.stream().map(KeyOfVersion::version).toArray(UUID[]::new))
        .setParameter("keys", keys.stream().map(KeyOfVersion::key).toArray(String[]::new))
        .setParameter("kinds", keys.stream().map(key -> key.kind().name()).toArray(String[]::new))
        .executeUpdate();
  }

  /// The surveys of these responses.
  Set<UUID> surveys(Collection<UUID> responses) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT DISTINCT survey_id FROM response WHERE id = ANY (?)")) {
                select.setArray(1, uuids(connection, responses));
                return new LinkedHashSet<>(ids(select));
              }
            });
  }

  /// Makes one row of those that add up, once there are more new ones than gathered ones.
  void gather(UUID surveyId, long fewest) {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement count =
                  connection.prepareStatement(
                      """
                      SELECT count(*) FILTER (WHERE NOT gathered) > greatest(
                        count(*) FILTER (WHERE gathered), ?)
                      FROM answer_fold WHERE survey_id = ?""")) {
                count.setLong(1, fewest);
                count.setObject(2, surveyId);
                try (ResultSet row = count.executeQuery()) {
                  if (!row.next() || !row.getBoolean(1)) {
                    return;
                  }
                }
              }
              try (PreparedStatement gather = connection.prepareStatement(GATHER)) {
                gather.setObject(1, surveyId);
                gather.executeUpdate();
              }
            });
  }

  /// A key by which the counts of a version are kept.
  ///
  /// @param kind ATTRIBUTE or QUESTION
  record KeyOfVersion(UUID version, String key, SplitKind kind) {}

  private static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }

  private static List<UUID> ids(PreparedStatement statement) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }
}
