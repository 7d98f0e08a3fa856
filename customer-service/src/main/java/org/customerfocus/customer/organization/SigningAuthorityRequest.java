package org.customerfocus.customer.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A signing authority as a client describes it.
@Schema(
    name = "SigningAuthorityRequest",
    description = "That a person may sign for an organisation: for what, up to how much, and when.")
record SigningAuthorityRequest(
    @NotNull UUID personPartyId,
    @NotNull UUID organizationPartyId,
    @NotBlank
        @Size(max = 200)
        @Schema(description = "For what, such as service agreements; any is for everything.")
        String scope,
    @Valid @Schema(description = "Up to how much; absent for any amount.") @Nullable Money limit,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.")
        @Nullable LocalDate validTo) {}
