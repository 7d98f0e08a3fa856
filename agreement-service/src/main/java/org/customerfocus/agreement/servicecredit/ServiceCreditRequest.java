package org.customerfocus.agreement.servicecredit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a client may change of a credit before it is approved.
@Schema(description = "What can change of a credit before it is approved.")
record ServiceCreditRequest(
    @Schema(description = "claimed or rejected; otherwise as it is.") @NotNull
        ServiceCreditStatus status,
    @Schema(
            description =
                "The affected charge of this period, where the agreement names none: the share is"
                    + " taken of it.")
        @Nullable
        @Valid
        Money base,
    @Nullable @Size(min = 1, max = 2000) String note) {}
