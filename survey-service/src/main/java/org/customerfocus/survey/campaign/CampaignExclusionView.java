package org.customerfocus.survey.campaign;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Someone who was not invited, as it is answered.
@Schema(
    name = "CampaignExclusionView",
    description = "Someone in the audience of a campaign who was not invited, and why.")
record CampaignExclusionView(
    UUID id,
    UUID customerId,
    UUID partyId,
    @Schema(description = "What would have set the invitation off.") @Nullable UUID occasionId,
    ExclusionReason reason,
    @Schema(description = "The rule that protects the person, where one does.")
        @Nullable UUID contactRuleId) {

  static CampaignExclusionView of(Exclusion exclusion) {
    return new CampaignExclusionView(
        exclusion.id(),
        exclusion.customerId(),
        exclusion.partyId(),
        exclusion.occasionId(),
        exclusion.reason(),
        exclusion.contactRuleId());
  }
}
