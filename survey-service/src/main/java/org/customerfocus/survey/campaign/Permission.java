package org.customerfocus.survey.campaign;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which consents count.
@Schema(
    name = "CampaignPermission",
    description = "Which consents count. Who has refused is never asked.")
record Permission(
    @Size(min = 1, max = 60)
        @Pattern(
            regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*",
            message = "must be lower-case words with -")
        @Schema(description = "The purpose that consents name; surveys unless said otherwise.")
        @Nullable String purpose,
    @Schema(description = "What it means that nothing was said; allows unless said otherwise.")
        @Nullable Silence silence) {

  static final Permission USUAL = new Permission(null, null);

  String forPurpose() {
    return purpose == null ? "surveys" : purpose;
  }

  boolean silenceRefuses() {
    return silence == Silence.REFUSES;
  }
}
