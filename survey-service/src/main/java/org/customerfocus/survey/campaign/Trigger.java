package org.customerfocus.survey.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What sets an invitation off.
@Schema(
    name = "CampaignTrigger",
    description =
        "Invites after each interaction that is recorded at one of the touchpoints, or each case that"
            + " is closed, while the campaign runs, if the customer belongs to the audience. Batches"
            + " of interactions and imported cases, which tell of the past, set nothing off.")
record Trigger(
    @NotNull @Size(max = 100) List<@NotNull UUID> touchpointIds,
    @Schema(
            description =
                "Whether a case that is closed invites its complainant, as for a survey on how it"
                    + " was handled; false unless said otherwise.")
        @Nullable Boolean caseClosed,
    @Min(0) @Max(8760) @Schema(description = "How many hours after it; at once without.")
        @Nullable Integer delayHours) {

  boolean onClosedCases() {
    return Boolean.TRUE.equals(caseClosed);
  }

  Duration delay() {
    return Duration.ofHours(delayHours == null ? 0 : delayHours);
  }
}
