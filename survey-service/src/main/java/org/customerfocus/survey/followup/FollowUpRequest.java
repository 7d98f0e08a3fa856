package org.customerfocus.survey.followup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A follow-up as it is promised or changed.
@Schema(description = "That somebody was promised to hear from us, by when, and what came of it.")
record FollowUpRequest(
    @NotBlank @Size(max = 1000) @Schema(description = "What for.") String purpose,
    @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
        @Size(max = 64)
        @Schema(description = "By which way, such as phone.")
        String channel,
    @NotNull @Schema(description = "By when.") Instant dueAt,
    @Schema(description = "promised unless said otherwise; later done or cancelled.")
        @Nullable FollowUpStatus status,
    @Schema(description = "When it was done; the moment of the change unless said otherwise.")
        @Nullable Instant doneAt,
    @Size(min = 1, max = 5000) @Schema(description = "What came of it.") @Nullable String outcome,
    @Schema(description = "The case that it is about.") @Nullable UUID caseId,
    @Schema(description = "The feedback that it is about.") @Nullable UUID feedbackId,
    @Schema(description = "Whom it was promised.") @Nullable UUID customerId,
    @Schema(description = "Whom it was promised.") @Nullable UUID partyId,
    @Schema(description = "Who has to keep it.") @Nullable UUID ownerPartyId) {

  @SuppressWarnings("ConstantValue") // what is missing is refused after it was read
  FollowUpRequest {
    dueAt = dueAt == null ? dueAt : dueAt.truncatedTo(ChronoUnit.MICROS);
    doneAt = doneAt == null ? null : doneAt.truncatedTo(ChronoUnit.MICROS);
  }

  FollowUpStatus statusOrPromised() {
    return Objects.requireNonNullElse(status, FollowUpStatus.PROMISED);
  }
}
