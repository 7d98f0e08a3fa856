package org.customerfocus.survey.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.invitation.Counts;
import org.customerfocus.survey.permission.Permission;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A campaign as it is answered.
@Schema(
    description =
        "A campaign, and how far it is. What moves by itself (phase, population, counts) leaves the"
            + " ETag as it is.")
record CampaignView(
    UUID id,
    String name,
    @Nullable String description,
    CampaignStatus status,
    @Schema(description = "What the status may become.") List<CampaignStatus> allowedStatuses,
    UUID surveyVersionId,
    @Schema(description = "Whether nothing is kept that tells who answered.") Boolean anonymous,
    @Nullable Audience audience,
    @Nullable Sample sample,
    List<CampaignChannel> channels,
    @Nullable Schedule schedule,
    @Nullable Trigger trigger,
    @Nullable Permission permission,
    Phase phase,
    @Schema(description = "How many people could be asked; once they are known.")
        @Nullable Long population,
    @Schema(description = "How many are to be invited; once the sample is drawn.")
        @Nullable Long sampleSize,
    CampaignCounts counts,
    Instant createdAt,
    Instant updatedAt) {

  /// The ledger in numbers.
  @Schema(
      name = "CampaignCounts",
      description =
          "How many invitations have come how far; who completed counts in every step before, too.")
  record CampaignCounts(
      Long offered,
      Long delivered,
      Long opened,
      Long started,
      Long completed,
      Long expired,
      Long failed,
      @Schema(
              description =
                  "completed / (offered − failed), from 0 to 1; absent while nobody was reached.")
          @Nullable Double responseRate) {

    static CampaignCounts of(Counts counts) {
      long reached = counts.offered() - counts.failed();
      return new CampaignCounts(
          counts.offered(),
          counts.delivered(),
          counts.opened(),
          counts.started(),
          counts.completed(),
          counts.expired(),
          counts.failed(),
          reached <= 0 ? null : Math.min(1, (double) counts.completed() / reached));
    }
  }

  static CampaignView of(Campaign campaign, Counts counts) {
    Plan plan = campaign.plan();
    return new CampaignView(
        campaign.id(),
        campaign.name(),
        campaign.description(),
        campaign.status(),
        campaign.status().allowed(),
        campaign.surveyVersionId(),
        campaign.anonymous(),
        plan.audience(),
        plan.sample(),
        plan.channels(),
        campaign.schedule(),
        plan.trigger(),
        plan.permission(),
        campaign.phase(),
        campaign.population(),
        campaign.sampleSize(),
        CampaignCounts.of(counts),
        campaign.createdAt(),
        campaign.updatedAt());
  }
}
