package org.customerfocus.customer.interaction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One thing that happened with a customer.
@Schema(description = "One thing that happened with a customer.")
record TimelineEntry(
    Instant occurredAt,
    TimelineType type,
    @Schema(
            description =
                "What happened: inbound or outbound, purchased, referred, the new lifecycle, began,"
                    + " given, entered…",
            examples = "inbound")
        String event,
    @Schema(description = "The record that says so.") UUID id,
    @Schema(description = "Where to read more.", examples = "/v1/interactions/…") String path,
    @Schema(
            description =
                "An interaction's summary, a purchase's amount, a referral's outcome, a lifecycle's"
                    + " reason, a role's type, a consent's purpose.")
        @Nullable String summary,
    @Nullable UUID offeringId,
    @Schema(
            description =
                "Whom or what else it concerns: the touchpoint of an interaction, the party that was"
                    + " switched to or referred, the segment.")
        @Nullable UUID subjectId) {}
