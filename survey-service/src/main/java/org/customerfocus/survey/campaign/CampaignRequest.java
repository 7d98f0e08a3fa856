package org.customerfocus.survey.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.survey.permission.Permission;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A campaign as it is asked for.
@Schema(description = "Whom to ask what, when and how.")
record CampaignRequest(
    @NotBlank @Size(max = 200) String name,
    @Size(min = 1, max = 5000) @Nullable String description,
    @Schema(description = "The published version to ask; or templateId.")
        @Nullable UUID surveyVersionId,
    @Size(min = 1, max = 100)
        @Schema(
            description =
                "A survey template; a survey is made of it and published on the way. Instead of"
                    + " surveyVersionId, when the campaign is made.")
        @Nullable String templateId,
    @Valid
        @Schema(description = "Whom it is for; needed by each channel that invites one at a time.")
        @Nullable Audience audience,
    @Valid @Schema(description = "How many are drawn; everybody without.") @Nullable Sample sample,
    @NotNull
        @Size(min = 1, max = 5)
        @Schema(description = "How people come to it, the preferred way first.")
        List<@NotNull CampaignChannel> channels,
    @Valid @Nullable Schedule schedule,
    @Valid @Schema(description = "Invites after interactions, instead of all at once.")
        @Nullable Trigger trigger,
    @Valid @Nullable Permission permission,
    @Schema(description = "draft unless said otherwise; scheduled starts it at its time.")
        @Nullable CampaignStatus status) {

  Plan plan() {
    return new Plan(
        audience,
        sample,
        channels.stream().distinct().toList(),
        schedule == null ? null : schedule.reminderDays(),
        trigger,
        permission);
  }

  List<UUID> segments() {
    return plan().reached().segments();
  }

  @Nullable Instant startsAt() {
    return schedule == null ? null : schedule.startAt();
  }

  @Nullable Instant expiresAt() {
    return schedule == null ? null : schedule.expiresAt();
  }

  /// What does not fit together.
  List<FieldError> faults(Instant now) {
    List<FieldError> faults = new ArrayList<>();
    if ((surveyVersionId == null) == (templateId == null)) {
      faults.add(FieldError.at("/surveyVersionId", "name either a version or a template"));
    }
    boolean invites = !plan().inviting().isEmpty();
    if (invites && audience == null) {
      faults.add(
          FieldError.at("/audience", "is needed: email, personal-link and api invite people"));
    }
    if (!invites && (audience != null || sample != null || trigger != null)) {
      faults.add(
          FieldError.at("/channels", "name one that invites people: email, personal-link or api"));
    }
    if (plan().reminderDays() != null && !channels.contains(CampaignChannel.EMAIL)) {
      faults.add(
          FieldError.at("/schedule/reminderDays", "needs the channel email, which alone reminds"));
    }
    if (sample != null && (sample.size() == null) == (sample.margin() == null)) {
      faults.add(FieldError.at("/sample", "name either size or margin"));
    }
    if (sample != null && sample.level() != null && sample.margin() == null) {
      faults.add(FieldError.at("/sample/level", "belongs to a margin"));
    }
    if (sample != null && trigger != null) {
      faults.add(FieldError.at("/sample", "does not go with a trigger, which draws nobody"));
    }
    if (trigger != null && trigger.touchpointIds().isEmpty() && !trigger.onClosedCases()) {
      faults.add(FieldError.at("/trigger/touchpointIds", "name one, or let cases set it off"));
    }
    if (permission != null && permission.coversAllPurposes()) {
      faults.add(FieldError.at("/permission/purpose", "name the one purpose of the campaign"));
    }
    if (expiresAt() != null) {
      Instant start = startsAt();
      if (!expiresAt().isAfter(start != null && start.isAfter(now) ? start : now)) {
        faults.add(FieldError.at("/schedule/expiresAt", "must come after the start"));
      }
    }
    return faults;
  }
}
