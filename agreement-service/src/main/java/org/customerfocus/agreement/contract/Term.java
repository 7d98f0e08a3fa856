package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How long an agreement holds, in days of its time zone.
@Schema(description = "How long the agreement holds, in days of its time zone.")
public record Term(
    @Schema(description = "The first day, 1970-01-01 or later.") @NotNull LocalDate start,
    @Schema(description = "The day after the last; absent where no end is agreed.")
        @Nullable LocalDate end) {

  /// Of windows that end with each midnight there are as many as days, and each is decided.
  static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
}
