package org.customerfocus.agreement.calendar;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When so much service time has gone by.
@Schema(description = "When so much service time has gone by.")
record DueInServiceTimeView(
    Instant from,
    @Schema(description = "An ISO 8601 duration.", examples = "PT4H") String within,
    @Schema(description = "Absent where it takes over ten years.") @Nullable Instant due) {}
