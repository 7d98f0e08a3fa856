package org.customerfocus.survey.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.wire.WireEnum;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SurveyRepository {

  static final Fields SURVEYS =
      Fields.of("survey")
          .sortable("name", String.class)
          .sortable("status", SurveyStatus.class)
          .sortable("createdAt", Instant.class)
          .build();

  static final Fields VERSIONS =
      Fields.of("survey_version")
          .sortable("number", Integer.class)
          .sortable("publishedAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  SurveyRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Survey survey) {
    entities.persist(survey);
    entities.flush();
  }

  void add(SurveyVersion version) {
    entities.persist(version);
    entities.flush();
    entities
        .createNativeQuery(
            """
            INSERT INTO score_question (tenant_id, survey_version_id, link_id, score, top_boxes)
            SELECT v.tenant_id, v.id, q ->> 'linkId', q ->> 'type',
              ARRAY(SELECT jsonb_array_elements_text(
                CASE jsonb_typeof(q -> 'topBoxes') WHEN 'array' THEN q -> 'topBoxes'
                     ELSE '[]' END)::integer)
            FROM survey_version v
            CROSS JOIN LATERAL jsonb_path_query(v.definition::jsonb,
              'strict $.** ? (@.type == "nps" || @.type == "csat" || @.type == "ces")') q
            WHERE v.id = :id AND jsonb_exists(q, 'linkId')
            ON CONFLICT DO NOTHING""")
        .setParameter("id", version.id())
        .executeUpdate();
  }

  void add(FhirSource source) {
    entities.persist(source);
    entities.flush();
  }

  /// The document that the survey was made from, if it was made from one.
  @Nullable FhirSource fhirSource(UUID surveyId) {
    return entities
        .createQuery("from FhirSource where surveyId = :survey", FhirSource.class)
        .setParameter("survey", surveyId)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  Survey get(UUID id) {
    Survey survey = entities.find(Survey.class, id);
    if (survey == null) {
      throw ProblemException.notFound("survey", id);
    }
    return survey;
  }

  /// What may change of a survey once it is published.
  record State(SurveyStatus status, int anonymityThreshold) {}

  /// The same without its draft, which may be long. It is asked for each submission: past
  /// Hibernate, whose own queries cost more than this one.
  State state(UUID id) {
    if (entities.isJoinedToTransaction()) {
      entities.flush();
    }
    State state =
        entities.unwrap(Session.class).doReturningWork(connection -> state(connection, id));
    if (state == null) {
      throw ProblemException.notFound("survey", id);
    }
    return state;
  }

  private static @Nullable State state(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT status, anonymity_threshold FROM survey WHERE id = ?")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new State(
                WireEnum.find(SurveyStatus.class, row.getString(1)).orElseThrow(), row.getInt(2))
            : null;
      }
    }
  }

  SurveyVersion version(UUID id) {
    SurveyVersion version = entities.find(SurveyVersion.class, id);
    if (version == null) {
      throw ProblemException.notFound("survey version", id);
    }
    return version;
  }

  List<SurveyVersion> versions(UUID surveyId) {
    return entities
        .createQuery(
            "from SurveyVersion where surveyId = :survey order by number", SurveyVersion.class)
        .setParameter("survey", surveyId)
        .getResultList();
  }

  /// The ids of the survey's versions, the oldest first.
  @SuppressWarnings("unchecked")
  List<UUID> versionIds(UUID surveyId) {
    return entities
        .createNativeQuery(
            "SELECT id FROM survey_version WHERE survey_id = :survey ORDER BY number", UUID.class)
        .setParameter("survey", surveyId)
        .getResultList();
  }

  /// The version that was published before this one, if any was.
  @Nullable SurveyVersion versionBefore(SurveyVersion version) {
    return entities
        .createQuery(
            "from SurveyVersion where surveyId = :survey and number = :number", SurveyVersion.class)
        .setParameter("survey", version.surveyId())
        .setParameter("number", version.number() - 1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  void remove(Survey survey) {
    FhirSource source = fhirSource(survey.id());
    if (source != null) {
      entities.remove(source);
      entities.flush();
    }
    entities.remove(survey);
    entities.flush();
  }

  Page<Survey> list(PageQuery query) {
    return keyset.page(Survey.class, SURVEYS, query);
  }

  Page<SurveyVersion> listVersions(UUID surveyId, PageQuery query) {
    return keyset.page(
        SurveyVersion.class,
        VERSIONS,
        query,
        new Keyset.Scope("e.surveyId = :survey", Map.of("survey", surveyId)));
  }
}
