package org.customerfocus.survey.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class FollowUpRepository {

  static final Fields FIELDS =
      Fields.of("follow_up")
          .sortable("status", FollowUpStatus.class)
          .sortable("channel", String.class)
          .sortable("dueAt", Instant.class)
          .filterable("caseId", UUID.class)
          .filterable("feedbackId", UUID.class)
          .filterable("customerId", UUID.class)
          .filterable("partyId", UUID.class)
          .filterable("ownerPartyId", UUID.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  FollowUpRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(FollowUp followUp) {
    entities.persist(followUp);
    entities.flush();
  }

  FollowUp get(UUID id) {
    FollowUp followUp = entities.find(FollowUp.class, id);
    if (followUp == null) {
      throw ProblemException.notFound("follow-up", id);
    }
    return followUp;
  }

  Page<FollowUp> list(PageQuery query) {
    return keyset.page(FollowUp.class, FIELDS, query);
  }
}
