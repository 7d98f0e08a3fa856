package org.customerfocus.survey.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When a campaign starts, reminds and ends.
@Schema(name = "CampaignSchedule", description = "When a campaign starts, reminds and ends.")
record Schedule(
    @Schema(description = "When it starts; as soon as it is scheduled without.")
        @Nullable Instant startAt,
    @Size(min = 1, max = 5)
        @Schema(
            description =
                "After how many days those who were invited by e-mail and have not answered are"
                    + " reminded. Needs the channel email.")
        @Nullable List<@NotNull @Min(1) @Max(365) Integer> reminderDays,
    @Schema(description = "When it ends; by a change of its status without.")
        @Nullable Instant expiresAt) {

  List<Integer> reminders() {
    return reminderDays == null ? List.of() : reminderDays.stream().sorted().distinct().toList();
  }
}
