package org.customerfocus.survey.gemba;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One of our own people who went, as it is answered.
@Schema(description = "One of our own people who went to see, how often, and when last.")
record GembaVisitorView(
    UUID partyId,
    @Schema(description = "How many visits were done with them.") int visits,
    Instant lastVisitedAt,
    UUID lastVisitId) {}
