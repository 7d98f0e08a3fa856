package org.customerfocus.agreement.exclusion;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A stretch of time.
@Schema(description = "A stretch of time.")
public record TimeSpan(
    @NotNull Instant start, @Schema(description = "Exclusive.") @NotNull Instant end) {}
