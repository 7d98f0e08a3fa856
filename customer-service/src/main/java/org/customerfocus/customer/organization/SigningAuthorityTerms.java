package org.customerfocus.customer.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A signing authority inside a request that says whose it is.
@Schema(
    name = "InlineSigningAuthorityRequest",
    description = "For what, up to how much and when a person may sign for the organisation.")
public record SigningAuthorityTerms(
    @NotBlank
        @Size(max = 200)
        @Schema(description = "For what, such as service agreements; any is for everything.")
        String scope,
    @Valid @Schema(description = "Up to how much; absent for any amount.") @Nullable Money limit,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.")
        @Nullable LocalDate validTo) {}
