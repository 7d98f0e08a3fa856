package org.customerfocus.survey.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.hibernate.Session;

@ApplicationScoped
class QuotaRepository {

  static final Fields FIELDS =
      Fields.of("survey_quota")
          .sortable("surveyId", UUID.class)
          .sortable("name", String.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  QuotaRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(SurveyQuota quota) {
    entities.persist(quota);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  void remove(SurveyQuota quota) {
    entities.remove(quota);
    entities.flush();
  }

  SurveyQuota get(UUID id) {
    SurveyQuota quota = entities.find(SurveyQuota.class, id);
    if (quota == null) {
      throw ProblemException.notFound("survey quota", id);
    }
    return quota;
  }

  Page<SurveyQuota> list(PageQuery query) {
    return keyset.page(SurveyQuota.class, FIELDS, query);
  }

  /// The quotas of these surveys, in the order in which they are locked. Most have none, which is
  /// asked for each submission: past Hibernate, whose own queries cost more than this one.
  List<SurveyQuota> of(Collection<UUID> surveys) {
    UUID[] ids = surveys.toArray(UUID[]::new);
    boolean any =
        entities.unwrap(Session.class).doReturningWork(connection -> any(connection, ids));
    if (!any) {
      return List.of();
    }
    return entities
        .createQuery("from SurveyQuota where surveyId in (:surveys) order by id", SurveyQuota.class)
        .setParameter("surveys", surveys)
        .getResultList();
  }

  private static boolean any(Connection connection, UUID[] surveys) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT EXISTS (SELECT 1 FROM survey_quota WHERE survey_id = ANY (?))")) {
      select.setArray(1, connection.createArrayOf("uuid", surveys));
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /// Keeps others from counting in these quotas until the transaction has ended.
  ///
  /// @return how many places each has left; one that is gone by now is missing
  Map<UUID, Integer> lock(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    @SuppressWarnings("unchecked")
    List<Tuple> left =
        entities
            .createNativeQuery(
                """
                SELECT id, most - counted AS places FROM survey_quota
                WHERE id = ANY (:ids) ORDER BY id FOR UPDATE""",
                Tuple.class)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .getResultList();
    return left.stream()
        .collect(
            Collectors.toMap(
                row -> row.get("id", UUID.class), row -> row.get("places", Integer.class)));
  }

  /// Counts more or fewer in quotas that are locked, whatever their limits.
  ///
  /// @param changes by quota
  void count(Map<UUID, Integer> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<Map.Entry<UUID, Integer>> all = List.copyOf(changes.entrySet());
    entities
        .createNativeQuery(
            """
            UPDATE survey_quota q SET counted = greatest(q.counted + c.change, 0)
            FROM unnest(cast(:ids AS uuid[]), cast(:changes AS int[])) AS c (id, change)
            WHERE q.id = c.id""")
        .setParameter("ids", all.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
        .setParameter("changes", all.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
        .executeUpdate();
  }

  /// Keeps responses from being recorded to any version of the survey: each of them has to hold on
  /// to its version, by its foreign key or by [#hold].
  void stopResponses(UUID surveyId) {
    entities
        .createNativeQuery(
            "SELECT 1 FROM survey_version WHERE survey_id = :survey ORDER BY id FOR UPDATE")
        .setParameter("survey", surveyId)
        .getResultList();
  }

  /// Holds on to a version as a new response does.
  void hold(UUID surveyVersionId) {
    entities
        .createNativeQuery("SELECT 1 FROM survey_version WHERE id = :id FOR KEY SHARE")
        .setParameter("id", surveyVersionId)
        .getResultList();
  }

  /// How many whole responses there are of which all conditions hold.
  int counted(UUID surveyId, List<QuotaCondition> conditions) {
    StringBuilder sql =
        new StringBuilder(
            """
            SELECT count(*) FROM response r
            WHERE r.survey_id = :survey AND r.status IN ('completed', 'amended')""");
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (int i = 0; i < conditions.size(); i++) {
      QuotaCondition condition = conditions.get(i);
      boolean attribute = condition.attribute() != null;
      sql.append(
          (attribute
                  ? " AND EXISTS (SELECT 1 FROM response_attribute a WHERE a.response_id = r.id"
                      + " AND a.key = :of%1$d AND a.code = ANY (:is%1$d))"
                  : " AND EXISTS (SELECT 1 FROM answer a WHERE a.response_id = r.id"
                      + " AND a.link_id = :of%1$d"
                      + " AND (a.option_code = ANY (:is%1$d) OR cast(a.value AS text) = ANY (:is%1$d)))")
              .formatted(i));
      parameters.put("of" + i, attribute ? condition.attribute() : condition.linkId());
      parameters.put("is" + i, condition.codes().toArray(String[]::new));
    }
    var query = entities.createNativeQuery(sql.toString()).setParameter("survey", surveyId);
    parameters.forEach(query::setParameter);
    return ((Number) query.getSingleResult()).intValue();
  }
}
