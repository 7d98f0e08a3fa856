package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CampaignRepository {

  static final Fields CAMPAIGNS =
      Fields.of("campaign")
          .sortable("name", String.class)
          .sortable("status", CampaignStatus.class)
          .sortable("surveyVersionId", UUID.class)
          .sortable("createdAt", Instant.class)
          .build();

  static final Fields EXCLUSIONS =
      Fields.of("audience_member")
          .sortable("reason", ExclusionReason.class)
          .sortable("customerId", UUID.class)
          .sortable("partyId", UUID.class)
          .build();

  /// Which campaigns have something to do, and when.
  static final DueWorkRepository.Kind WORK =
      new DueWorkRepository.Kind("campaign_job", "campaign_id");

  private final EntityManager entities;
  private final Keyset keyset;
  private final DueWorkRepository work;

  CampaignRepository(EntityManager entities, Keyset keyset, DueWorkRepository work) {
    this.entities = entities;
    this.keyset = keyset;
    this.work = work;
  }

  void add(Campaign campaign) {
    entities.persist(campaign);
    entities.flush();
  }

  void remove(Campaign campaign) {
    entities.remove(campaign);
    entities.flush();
  }

  Campaign get(UUID id) {
    Campaign campaign = entities.find(Campaign.class, id);
    if (campaign == null) {
      throw ProblemException.notFound("campaign", id);
    }
    return campaign;
  }

  /// The campaign as it is now, with nobody else at it until this transaction ends; null when it
  /// was deleted.
  @Nullable Campaign hold(UUID id) {
    return entities.find(Campaign.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  Page<Campaign> list(PageQuery query) {
    return keyset.page(Campaign.class, CAMPAIGNS, query);
  }

  /// Those who were not invited.
  Page<Exclusion> exclusions(UUID campaign, PageQuery query) {
    return keyset.page(
        Exclusion.class,
        EXCLUSIONS,
        query,
        new Keyset.Scope(
            "e.campaignId = :campaign and e.reason <> :undecided and e.reason <> :invited",
            Map.of(
                "campaign",
                campaign,
                "undecided",
                ExclusionReason.UNDECIDED,
                "invited",
                ExclusionReason.INVITED)));
  }

  /// The campaigns under way that interactions set off.
  List<Campaign> triggered() {
    return entities
        .createQuery(
            "from Campaign c where c.triggered = true and c.status = :running order by c.id",
            Campaign.class)
        .setParameter("running", CampaignStatus.RUNNING)
        .getResultList();
  }

  /// Has the campaign looked at when it is due.
  ///
  /// @param due null for never
  void queue(UUID campaign, @Nullable Instant due, boolean test) {
    entities.flush();
    if (due == null) {
      work.forget(WORK, campaign);
    } else {
      work.schedule(WORK, campaign, due, test);
    }
  }
}
