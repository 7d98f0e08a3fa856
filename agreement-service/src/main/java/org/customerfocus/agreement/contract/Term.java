package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How long an agreement holds, in days of its time zone.
@Schema(description = "How long the agreement holds, in days of its time zone.")
public record Term(
    @Schema(description = "The first day.") @NotNull LocalDate start,
    @Schema(description = "The day after the last; absent where no end is agreed.")
        @Nullable LocalDate end) {}
