package org.customerfocus.survey.improvement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Fields.Relation;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.improvement.Improvement.Parts;
import org.customerfocus.survey.improvement.ImprovementRequest.Effect;
import org.customerfocus.survey.improvement.ImprovementRequest.Evidence;
import org.customerfocus.survey.improvement.ImprovementView.Conflict;
import org.customerfocus.survey.improvement.ImprovementView.ConflictKind;

@ApplicationScoped
class ImprovementRepository {

  private static final Relation OF_EVIDENCE =
      new Relation(
          "improvement_evidence",
          "exists (select 1 from EvidenceRow v where v.improvementId = e.id and %s)");

  private static final Relation OF_EFFECTS =
      new Relation(
          "improvement_effect",
          "exists (select 1 from EffectRow f where f.improvementId = e.id and %s)");

  static final Fields IMPROVEMENTS =
      Fields.of("improvement")
          .sortable("title", String.class)
          .sortable("status", ImprovementStatus.class)
          .sortable("outcome", ImprovementOutcome.class)
          .sortable("relativeEffect", Long.class)
          .filterable("ownerPartyId", UUID.class)
          .filterable("surveyId", UUID.class)
          .sortable("createdAt", Instant.class)
          .related("evidence.type", EvidenceType.class, "v.type", "type", OF_EVIDENCE)
          .related("evidence.id", UUID.class, "v.refId", "ref_id", OF_EVIDENCE)
          .related(
              "effect.requirementId", UUID.class, "f.requirementId", "requirement_id", OF_EFFECTS)
          .related("effect.role", String.class, "f.role", "role", OF_EFFECTS)
          .build();

  static final Fields VERIFICATIONS =
      Fields.of("improvement_verification")
          .sortable("improvementId", UUID.class)
          .sortable("madeAt", Instant.class)
          .sortable("outcome", ImprovementOutcome.class)
          .build();

  static final Fields NOTIFICATIONS =
      Fields.of("improvement_notification")
          .sortable("improvementId", UUID.class)
          .sortable("partyId", UUID.class)
          .sortable("status", NotificationStatus.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  ImprovementRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  Improvement get(UUID id) {
    Improvement improvement = entities.find(Improvement.class, id);
    if (improvement == null) {
      throw ProblemException.notFound("improvement", id);
    }
    return improvement;
  }

  Verification verification(UUID id) {
    Verification verification = entities.find(Verification.class, id);
    if (verification == null) {
      throw ProblemException.notFound("improvement verification", id);
    }
    return verification;
  }

  Notification notification(UUID id) {
    Notification notification = entities.find(Notification.class, id);
    if (notification == null) {
      throw ProblemException.notFound("improvement notification", id);
    }
    return notification;
  }

  Page<Improvement> list(PageQuery query) {
    return keyset.page(Improvement.class, IMPROVEMENTS, query);
  }

  Page<Verification> verifications(PageQuery query) {
    return keyset.page(Verification.class, VERIFICATIONS, query);
  }

  Page<Notification> notifications(PageQuery query) {
    return keyset.page(Notification.class, NOTIFICATIONS, query);
  }

  void add(Object entity) {
    entities.persist(entity);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  void remove(Improvement improvement) {
    // What belongs to it goes with it by foreign key.
    entities.remove(improvement);
    entities.flush();
  }

  Parts parts(UUID improvement) {
    return parts(List.of(improvement)).getOrDefault(improvement, new Parts(List.of(), List.of()));
  }

  /// What belongs to several improvements, in two queries.
  Map<UUID, Parts> parts(Collection<UUID> improvements) {
    Map<UUID, List<Evidence>> evidence =
        entities
            .createQuery(
                "from EvidenceRow r where r.improvementId in :ids"
                    + " order by r.improvementId, r.place",
                EvidenceRow.class)
            .setParameter("ids", improvements)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    EvidenceRow::improvementId,
                    Collectors.mapping(EvidenceRow::evidence, Collectors.toList())));
    Map<UUID, List<Effect>> effects =
        entities
            .createQuery(
                "from EffectRow r where r.improvementId in :ids order by r.improvementId, r.place",
                EffectRow.class)
            .setParameter("ids", improvements)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    EffectRow::improvementId,
                    Collectors.mapping(EffectRow::effect, Collectors.toList())));
    Map<UUID, Parts> parts = new HashMap<>();
    improvements.forEach(
        id ->
            parts.put(
                id,
                new Parts(
                    evidence.getOrDefault(id, List.of()), effects.getOrDefault(id, List.of()))));
    return parts;
  }

  void put(UUID improvement, ImprovementRequest request) {
    for (String rows : List.of("EvidenceRow", "EffectRow")) {
      entities
          .createQuery("delete from %s r where r.improvementId = :id".formatted(rows))
          .setParameter("id", improvement)
          .executeUpdate();
    }
    for (int place = 0; place < request.evidence().size(); place++) {
      entities.persist(new EvidenceRow(improvement, request.evidence().get(place), place));
    }
    for (int place = 0; place < request.effectList().size(); place++) {
      entities.persist(new EffectRow(improvement, request.effectList().get(place), place));
    }
    entities.flush();
  }

  /// Those of some evidence with an id that there are.
  Set<UUID> existing(EvidenceType type, Collection<UUID> ids) {
    String table =
        switch (type) {
          case THEME -> "theme";
          case FINDING -> "gemba_finding";
          case CASE -> "survey_case";
          case FEEDBACK -> "feedback";
          case RESPONSE -> "response";
          case DRIVER, GAP -> "survey";
        };
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT id FROM %s WHERE id = ANY (:ids)".formatted(table), UUID.class)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .getResultList();
    return found.stream().map(UUID.class::cast).collect(Collectors.toCollection(HashSet::new));
  }

  /// Which other improvements, under way or done, pull the same requirement or role the other way.
  /// Where both name a role, it is the same one.
  Map<UUID, List<Conflict>> opposed(Collection<UUID> improvements) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                SELECT DISTINCT e.improvement_id, e.requirement_id, e.role, e.direction,
                  o.improvement_id AS other
                FROM improvement_effect e
                JOIN improvement_effect o ON o.improvement_id <> e.improvement_id
                  AND o.direction <> e.direction
                  AND ((e.requirement_id IS NOT NULL AND o.requirement_id = e.requirement_id
                        AND (e.role IS NULL OR o.role IS NULL OR o.role = e.role))
                    OR (e.requirement_id IS NULL AND o.requirement_id IS NULL
                        AND o.role = e.role))
                JOIN improvement i ON i.id = o.improvement_id AND i.status <> 'abandoned'
                WHERE e.improvement_id = ANY (:ids)
                ORDER BY e.improvement_id, o.improvement_id""",
                Tuple.class)
            .setParameter("ids", improvements.toArray(UUID[]::new))
            .getResultList();
    Map<UUID, List<Conflict>> conflicts = new HashMap<>();
    for (Object each : rows) {
      Tuple row = (Tuple) each;
      conflicts
          .computeIfAbsent(row.get(0, UUID.class), id -> new ArrayList<>())
          .add(
              new Conflict(
                  ConflictKind.OPPOSED,
                  row.get(1, UUID.class),
                  row.get(2, String.class),
                  "raises".equals(row.get(3, String.class))
                      ? EffectDirection.RAISES
                      : EffectDirection.LOWERS,
                  row.get(4, UUID.class)));
    }
    return conflicts;
  }

  /// Who is to be told by e-mail, and when.
  static final DueWorkRepository.Kind NOTICES =
      new DueWorkRepository.Kind("improvement_notice_job", "notification_id");

  /// Queues an e-mail to each who is to be told and was not.
  void queueNotices(UUID improvement, Instant now, boolean test) {
    entities
        .createNativeQuery(
            """
            INSERT INTO improvement_notice_job
              (tenant_id, notification_id, test, due_at, leased_until, attempt)
            SELECT tenant_id, id, :test, :now, '-infinity', 0 FROM improvement_notification
            WHERE improvement_id = :improvement AND status = 'to-tell'
            ON CONFLICT DO NOTHING""")
        .setParameter("test", test)
        .setParameter("now", now)
        .setParameter("improvement", improvement)
        .executeUpdate();
  }

  /// Lists whose words led to an improvement: who gave the feedback or the response, brought the
  /// case, was met on the visit, or is an example of the theme. Anonymous answers name nobody.
  ///
  /// @return how many there are now
  int listThoseToTell(UUID improvement, Instant now) {
    return entities
        .createNativeQuery(
            """
            INSERT INTO improvement_notification (tenant_id, id, version, created_at, updated_at,
              improvement_id, party_id, customer_id, status)
            SELECT current_setting('app.tenant'), uuidv7(), 0, :now, :now, :improvement,
              w.party_id, min(w.customer_id::text)::uuid, 'to-tell'
            FROM (
              SELECT f.party_id, f.customer_id FROM improvement_evidence e
              JOIN feedback f ON f.id = e.ref_id
              WHERE e.improvement_id = :improvement AND e.type = 'feedback'
              UNION ALL
              SELECT r.party_id, r.customer_id FROM improvement_evidence e
              JOIN response r ON r.id = e.ref_id
              WHERE e.improvement_id = :improvement AND e.type = 'response'
              UNION ALL
              SELECT c.party_id, c.customer_id FROM improvement_evidence e
              JOIN survey_case c ON c.id = e.ref_id
              WHERE e.improvement_id = :improvement AND e.type = 'case'
              UNION ALL
              SELECT o.with_party_id, v.customer_id FROM improvement_evidence e
              JOIN gemba_finding g ON g.id = e.ref_id
              JOIN gemba_visit v ON v.id = g.visit_id
              JOIN gemba_observation o ON o.visit_id = g.visit_id
                AND (cast(g.observation_keys AS jsonb) = '[]' OR o.key IN (
                  SELECT jsonb_array_elements_text(cast(g.observation_keys AS jsonb))))
              WHERE e.improvement_id = :improvement AND e.type = 'finding'
              UNION ALL
              SELECT coalesce(f.party_id, r.party_id), coalesce(f.customer_id, r.customer_id)
              FROM improvement_evidence e
              JOIN theme_example x ON x.theme_id = e.ref_id
              LEFT JOIN feedback f ON f.id = x.feedback_id
              LEFT JOIN response r ON r.id = x.response_id
              WHERE e.improvement_id = :improvement AND e.type = 'theme') w
            WHERE w.party_id IS NOT NULL GROUP BY w.party_id
            ON CONFLICT (tenant_id, improvement_id, party_id) DO NOTHING""")
        .setParameter("improvement", improvement)
        .setParameter("now", now)
        .executeUpdate();
  }
}
