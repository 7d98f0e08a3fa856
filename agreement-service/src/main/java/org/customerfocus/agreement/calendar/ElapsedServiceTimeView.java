package org.customerfocus.agreement.calendar;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How much service time lies between two instants.
@Schema(description = "How much service time lies between two instants.")
record ElapsedServiceTimeView(
    Instant from,
    Instant to,
    @Schema(description = "An ISO 8601 duration.", examples = "PT7H30M") String elapsed) {}
