package org.customerfocus.agreement.exclusion;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A stretch of time, in the database's microseconds: what is shorter than one is empty.
@Schema(description = "A stretch of time.")
public record TimeSpan(
    @NotNull Instant start, @Schema(description = "Exclusive.") @NotNull Instant end) {

  public TimeSpan {
    // Null until the request is validated.
    if (start != null) {
      start = start.truncatedTo(ChronoUnit.MICROS);
    }
    if (end != null) {
      end = end.truncatedTo(ChronoUnit.MICROS);
    }
  }
}
