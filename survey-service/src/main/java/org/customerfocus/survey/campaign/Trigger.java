package org.customerfocus.survey.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What sets an invitation off.
@Schema(
    name = "CampaignTrigger",
    description =
        "Invites after each interaction that is recorded at one of the touchpoints while the"
            + " campaign runs, if the customer belongs to the audience. Batches of interactions,"
            + " which tell of the past, set nothing off.")
record Trigger(
    @NotNull @Size(min = 1, max = 100) List<@NotNull UUID> touchpointIds,
    @Min(0)
        @Max(8760)
        @Schema(description = "How many hours after the interaction; at once without.")
        @Nullable Integer delayHours) {}
