package org.customerfocus.survey.contactrule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A contact rule as it is asked for.
@Schema(
    description =
        "Not more than so many contacts with one person in so many days, over all campaigns and"
            + " channels, reminders counted. Every rule that speaks of a person holds.")
record ContactRuleRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull
        @Min(0)
        @Max(1000)
        @Schema(description = "How many contacts are allowed; 0 forbids them.")
        Integer maxContacts,
    @NotNull
        @Min(1)
        @Max(3660)
        @Schema(description = "Within how many days, back from the contact.")
        Integer days,
    @Size(min = 1, max = 60)
        @Schema(description = "Only for people with this role; everybody without.")
        @Nullable String role,
    @Schema(description = "Only for people in this segment, which cannot be deleted then.")
        @Nullable UUID segmentId,
    @Schema(description = "Only for the people of this organisation.")
        @Nullable UUID organizationPartyId) {

  /// The segment that it names, if it names one.
  List<UUID> segments() {
    return segmentId == null ? List.of() : List.of(segmentId);
  }
}
