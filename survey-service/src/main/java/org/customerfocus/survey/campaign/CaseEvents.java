package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.survey.campaign.AudienceRepository.Occasion;
import org.customerfocus.survey.complaint.CaseClosed;

/// Notes the cases that set invitations off, in the transaction that closes them.
@ApplicationScoped
class CaseEvents {

  private final CampaignRepository campaigns;
  private final AudienceRepository audience;
  private final CurrentCaller caller;
  private final InstantSource clock;

  CaseEvents(
      CampaignRepository campaigns,
      AudienceRepository audience,
      CurrentCaller caller,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.audience = audience;
    this.caller = caller;
    this.clock = clock;
  }

  void note(@Observes CaseClosed closed) {
    Instant now = clock.instant();
    for (Campaign campaign : campaigns.triggered()) {
      Trigger trigger = campaign.plan().trigger();
      if (trigger != null && trigger.onClosedCases()) {
        // A worker that lets go of the campaign at this moment would overlook the occasion.
        campaigns.hold(campaign.id());
        audience.addOccasion(
            campaign.id(),
            new Occasion(closed.caseId(), closed.customerId(), null, null),
            now.plus(trigger.delay()));
        Instant next = campaign.due(now, audience.nextOccasion(campaign.id()));
        campaigns.queue(campaign.id(), next, caller.get().test());
      }
    }
  }
}
