package org.customerfocus.agreement.servicecredit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Consent to a credit.
@Schema(description = "Consent to a credit.")
record CreditApprovalRequest(
    @Schema(description = "The affected charge, where it is not known yet; required then.")
        @Nullable
        @Valid
        Money base,
    @Nullable @Size(min = 1, max = 2000) String note) {}
