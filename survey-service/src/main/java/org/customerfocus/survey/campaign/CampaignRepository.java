package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  private final EntityManager entities;
  private final Keyset keyset;

  CampaignRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
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
      entities
          .createNativeQuery("DELETE FROM campaign_job WHERE campaign_id = :campaign")
          .setParameter("campaign", campaign)
          .executeUpdate();
      return;
    }
    entities
        .createNativeQuery(
            """
            INSERT INTO campaign_job AS j (tenant_id, campaign_id, test, due_at, leased_until,
              attempt)
            VALUES (current_setting('app.tenant'), :campaign, :test, :due, '-infinity', 0)
            ON CONFLICT (tenant_id, campaign_id) DO UPDATE SET due_at = excluded.due_at""")
        .setParameter("campaign", campaign)
        .setParameter("test", test)
        .setParameter("due", due)
        .executeUpdate();
  }

  /// Keeps the work for another while.
  ///
  /// @return false when another worker has taken it over
  boolean renew(UUID campaign, int attempt, int seconds) {
    return entities
            .createNativeQuery(
                """
                UPDATE campaign_job
                SET leased_until = now() + cast(:seconds || ' seconds' AS interval)
                WHERE campaign_id = :campaign AND attempt = :attempt""")
            .setParameter("seconds", Integer.toString(seconds))
            .setParameter("campaign", campaign)
            .setParameter("attempt", attempt)
            .executeUpdate()
        == 1;
  }
}
