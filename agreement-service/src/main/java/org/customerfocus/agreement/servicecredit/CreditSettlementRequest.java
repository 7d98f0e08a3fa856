package org.customerfocus.agreement.servicecredit;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// That a credit was given.
@Schema(description = "That a credit was paid, deducted or given.")
record CreditSettlementRequest(
    @Schema(description = "Where it is booked, such as the number of a credit note.")
        @Nullable
        @Size(min = 1, max = 200)
        String reference,
    @Nullable @Size(min = 1, max = 2000) String note) {}
