package org.customerfocus.agreement.exclusion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who consented to an exclusion, and when, in the database's microseconds.
@Schema(description = "Who consented, and when.")
public record Approval(
    @Schema(description = "Who consented, on the customer's side as a rule.")
        @NotBlank
        @Size(max = 200)
        String by,
    @Schema(description = "Not in the future.") @NotNull Instant at) {

  public Approval {
    // Null until the request is validated.
    if (at != null) {
      at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }
}
