package org.customerfocus.survey.permission;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which consents count.
@Schema(
    name = "CampaignPermission",
    description =
        "Which consents count. Who has refused is never asked, and who unsubscribed is asked again"
            + " only once they have consented later.")
public record Permission(
    @Size(min = 1, max = 60)
        @Pattern(
            regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*",
            message = "must be lower-case words with -")
        @Schema(description = "The purpose that consents name; surveys unless said otherwise.")
        @Nullable String purpose,
    @Schema(description = "What it means that nothing was said; allows unless said otherwise.")
        @Nullable Silence silence) {

  public static final Permission USUAL = new Permission(null, null);

  /// The purpose as customer-service names it.
  public String forPurpose() {
    return purpose == null ? Suppressions.PURPOSE : purpose;
  }

  /// Consents may be given for any purpose, but a contact has one.
  public boolean coversAllPurposes() {
    return "any".equals(purpose);
  }

  boolean silenceRefuses() {
    return silence == Silence.REFUSES;
  }
}
