package org.customerfocus.customer.privacy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A privacy request as a client records it.
@Schema(
    name = "PrivacyRequestRequest",
    description = "What a party asks for about its own data, and how far it is.")
record PrivacyRequestRequest(
    @NotNull PrivacyRequestKind kind,
    @NotNull @Schema(description = "Who asks.") UUID partyId,
    @Schema(
            description =
                "received unless said otherwise. in-progress begins the work, once it is certain"
                    + " who asks: an erasure cannot be undone.")
        @Nullable PrivacyRequestStatus status,
    @Size(max = 2000)
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Schema(
            description = "Why it is refused, such as a legal obligation to keep; or prolonged.")
        @Nullable String reason,
    @Size(max = 2000) @Schema(description = "How it came in and how it was made sure who asks.")
        @Nullable String note,
    @Schema(description = "The day it came in; today (UTC) unless said otherwise.")
        @Nullable LocalDate receivedOn,
    @Schema(
            description =
                "One month after it came in unless said otherwise; up to three months with a"
                    + " reason.")
        @Nullable LocalDate dueOn) {}
