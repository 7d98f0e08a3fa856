package org.customerfocus.survey.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.job.DueWorkRepository.Kind;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CaseRepository {

  static final Fields FIELDS =
      Fields.of("survey_case")
          .sortable("trackingNumber", String.class)
          .sortable("status", CaseStatus.class)
          .sortable("channel", String.class)
          .sortable("receivedAt", Instant.class)
          .filterable("severity", CaseWeight.class)
          .filterable("accessChannelId", UUID.class)
          .filterable("feedbackId", UUID.class)
          .filterable("responseId", UUID.class)
          .filterable("ruleId", UUID.class)
          .filterable("customerId", UUID.class)
          .filterable("partyId", UUID.class)
          .filterable("offeringId", UUID.class)
          .filterable("touchpointId", UUID.class)
          .filterable("requirementId", UUID.class)
          .filterable("ownerPartyId", UUID.class)
          .filterable("closedAt", Instant.class)
          .filterable("escalatedAt", Instant.class)
          .sortable("createdAt", Instant.class)
          .build();

  /// What is overdue next.
  static final Kind DUE = new Kind("survey_case_due", "case_id");

  private final EntityManager entities;
  private final Keyset keyset;

  CaseRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(SurveyCase one) {
    entities.persist(one);
  }

  void flush() {
    entities.flush();
  }

  SurveyCase get(UUID id) {
    return found(entities.find(SurveyCase.class, id), id);
  }

  /// The case, with nobody else at it until this transaction ends.
  SurveyCase hold(UUID id) {
    return found(entities.find(SurveyCase.class, id, LockModeType.PESSIMISTIC_WRITE), id);
  }

  private static SurveyCase found(@Nullable SurveyCase one, UUID id) {
    if (one == null) {
      throw ProblemException.notFound("case", id);
    }
    return one;
  }

  Page<SurveyCase> list(PageQuery query) {
    return keyset.page(SurveyCase.class, FIELDS, query);
  }

  @Nullable SurveyCase withSecret(String digest) {
    return entities
        .createQuery("from SurveyCase where secretHash = :digest", SurveyCase.class)
        .setParameter("digest", digest)
        .getSingleResultOrNull();
  }

  /// Which of some responses a rule has opened a case about.
  Set<UUID> openedAboutResponses(UUID rule, Collection<@Nullable UUID> responses) {
    return new HashSet<>(
        entities
            .createQuery(
                "select responseId from SurveyCase where ruleId = :rule and responseId in :ids",
                UUID.class)
            .setParameter("rule", rule)
            .setParameter("ids", responses)
            .getResultList());
  }

  /// Who gave a response, and when; nobody where it is anonymous.
  record Said(@Nullable UUID customerId, @Nullable UUID partyId, Instant at) {}

  /// @return null where there is no such response
  @Nullable Said said(UUID response) {
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        entities
            .createNativeQuery(
                "SELECT customer_id, party_id, responded_at FROM response WHERE id = :id")
            .setParameter("id", response)
            .getResultList();
    return found.isEmpty()
        ? null
        : new Said(
            (UUID) found.getFirst()[0], (UUID) found.getFirst()[1], (Instant) found.getFirst()[2]);
  }

  /// About which of some feedback a rule has opened a case, or somebody has by hand.
  Set<UUID> openedAboutFeedback(UUID rule, Collection<@Nullable UUID> feedback) {
    return new HashSet<>(
        entities
            .createQuery(
                """
                select feedbackId from SurveyCase
                where (ruleId = :rule or ruleId is null) and feedbackId in :ids""",
                UUID.class)
            .setParameter("rule", rule)
            .setParameter("ids", feedback)
            .getResultList());
  }
}
