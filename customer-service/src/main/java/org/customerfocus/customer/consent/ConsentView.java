package org.customerfocus.customer.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A statement as it is answered.
@Schema(name = "ConsentView", description = "What was said about a purpose and a channel.")
record ConsentView(
    UUID id,
    UUID partyId,
    String purpose,
    ContactChannel channel,
    LegalBasis legalBasis,
    ConsentStatus status,
    Instant capturedAt,
    @Nullable String source,
    @Nullable String evidence,
    @Nullable String evidenceRef,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    Instant createdAt) {}
