package org.customerfocus.survey.caserule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.job.DueWorkRepository.Kind;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.hibernate.Session;

@ApplicationScoped
class CaseRuleRepository {

  static final Fields FIELDS =
      Fields.of("case_rule")
          .sortable("name", String.class)
          .sortable("source", RuleSource.class)
          .filterable("surveyId", UUID.class)
          .sortable("createdAt", Instant.class)
          .build();

  static final Kind RUNS = new Kind("case_rule_run_job", "run_id");

  private final EntityManager entities;
  private final Keyset keyset;

  CaseRuleRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Object ruleOrRun) {
    entities.persist(ruleOrRun);
    entities.flush();
  }

  void remove(CaseRule rule) {
    entities.remove(rule);
    entities.flush();
  }

  CaseRule get(UUID id) {
    CaseRule rule = entities.find(CaseRule.class, id);
    if (rule == null) {
      throw ProblemException.notFound("case rule", id);
    }
    return rule;
  }

  CaseRuleRun run(UUID id) {
    CaseRuleRun run = entities.find(CaseRuleRun.class, id);
    if (run == null) {
      throw ProblemException.notFound("run of a case rule", id);
    }
    return run;
  }

  Page<CaseRule> list(PageQuery query) {
    return keyset.page(CaseRule.class, FIELDS, query);
  }

  List<CaseRule> overFeedback() {
    return entities
        .createQuery("from CaseRule where active and source = :source order by id", CaseRule.class)
        .setParameter("source", RuleSource.FEEDBACK)
        .getResultList();
  }

  /// Whether there are any is asked for each submission: past Hibernate, whose own queries cost
  /// more than this one.
  List<CaseRule> overResponses(Collection<UUID> surveys) {
    UUID[] ids = surveys.toArray(UUID[]::new);
    boolean any =
        entities.unwrap(Session.class).doReturningWork(connection -> any(connection, ids));
    if (!any) {
      return List.of();
    }
    return entities
        .createQuery(
            "from CaseRule where active and surveyId in :surveys order by id", CaseRule.class)
        .setParameter("surveys", surveys)
        .getResultList();
  }

  private static boolean any(Connection connection, UUID[] surveys) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT EXISTS (SELECT 1 FROM case_rule WHERE active AND survey_id = ANY (?))")) {
      select.setArray(1, connection.createArrayOf("uuid", surveys));
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /// Nobody else applies the rule to what was there before until this transaction ends: two would
  /// both find that there is no case yet.
  void applyAlone(UUID rule) {
    entities
        .createNativeQuery(
            "SELECT pg_advisory_xact_lock(hashtextextended('case-rule/' || :rule, 0))",
            Object.class)
        .setParameter("rule", rule.toString())
        .getSingleResult();
  }
}
