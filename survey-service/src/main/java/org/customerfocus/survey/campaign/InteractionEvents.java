package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.journal.CloudEvent;
import org.customerfocus.conventions.peer.EventHandler;
import org.customerfocus.survey.campaign.AudienceRepository.Occasion;

/// Notes the interactions that set invitations off.
@ApplicationScoped
class InteractionEvents implements EventHandler {

  private static final String RECORDED = "org.customerfocus.interaction.recorded.v1";

  private final CampaignRepository campaigns;
  private final AudienceRepository audience;

  InteractionEvents(CampaignRepository campaigns, AudienceRepository audience) {
    this.campaigns = campaigns;
    this.audience = audience;
  }

  @Override
  public Set<String> types() {
    return Set.of(RECORDED);
  }

  @Override
  public void handle(CloudEvent event) {
    if (!event.data().hasNonNull("touchpointId")) {
      return;
    }
    UUID touchpoint = UUID.fromString(event.data().path("touchpointId").asText());
    UUID customer = UUID.fromString(event.data().path("customerId").asText());
    UUID offering =
        event.data().hasNonNull("offeringId")
            ? UUID.fromString(event.data().path("offeringId").asText())
            : null;
    for (Campaign campaign : campaigns.triggered()) {
      Trigger trigger = campaign.plan().trigger();
      if (trigger != null && trigger.touchpointIds().contains(touchpoint)) {
        // A worker that lets go of the campaign at this moment would overlook the occasion.
        campaigns.hold(campaign.id());
        Instant due = event.time().plus(trigger.delay());
        Occasion occasion =
            new Occasion(UUID.fromString(event.subject()), customer, touchpoint, offering);
        audience.addOccasion(campaign.id(), occasion, due);
        Instant next = campaign.due(event.time(), audience.nextOccasion(campaign.id()));
        campaigns.queue(campaign.id(), next, event.test());
      }
    }
  }
}
