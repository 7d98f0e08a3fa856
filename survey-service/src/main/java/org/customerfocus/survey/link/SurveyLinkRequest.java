package org.customerfocus.survey.link;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An open link as its maker describes it.
@Schema(description = "An address under which anybody can answer a survey.")
record SurveyLinkRequest(
    @NotNull @Schema(description = "The published version that is answered.") UUID surveyVersionId,
    @Schema(
            description =
                "Whether it stands on a shared screen: once somebody has finished, the page forgets"
                    + " them and starts anew.")
        @Nullable Boolean kiosk,
    @Schema(description = "When it stops leading anywhere; never unless said.")
        @Nullable Instant expiresAt,
    @Schema(
            description =
                "The touchpoint that its answers are about, such as where a kiosk stands.")
        @Nullable UUID touchpointId,
    @Schema(description = "The offering that its answers are about.") @Nullable UUID offeringId,
    @Schema(description = "Left out when it is made: it starts open, and closed is for good.")
        @Nullable LinkStatus status) {

  boolean isKiosk() {
    return Boolean.TRUE.equals(kiosk);
  }
}
