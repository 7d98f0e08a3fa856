package org.customerfocus.survey.campaign;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whom a campaign is for.
@Schema(
    name = "CampaignAudience",
    description =
        "Whom a campaign is for: every member that is there narrows, and in each list any will do."
            + " Without any, all customers of the own organisation.")
record Audience(
    @Size(min = 1, max = 100) @Schema(description = "Customers in one of these segments.")
        @Nullable List<@NotNull UUID> segmentIds,
    @Size(min = 1, max = 50) @Schema(description = "Customers who hold one of these roles today.")
        @Nullable List<@NotNull @Size(min = 1, max = 60) String> roles,
    @Size(min = 1, max = 3)
        @Schema(description = "Customers in one of these phases; all of them without.")
        @Nullable List<@NotNull AudienceLifecycle> lifecycles,
    @Size(min = 1, max = 10_000) @Schema(description = "These customer relationships.")
        @Nullable List<@NotNull UUID> customerIds,
    @Size(min = 1, max = 10_000) @Schema(description = "The customers who are these parties.")
        @Nullable List<@NotNull UUID> partyIds,
    @Schema(description = "Who answers for a customer; self unless said otherwise.")
        @Nullable Through through) {

  Through reaches() {
    return through == null ? Through.SELF : through;
  }

  List<UUID> segments() {
    return segmentIds == null ? List.of() : segmentIds;
  }
}
