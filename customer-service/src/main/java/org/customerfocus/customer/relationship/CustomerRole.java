package org.customerfocus.customer.relationship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One of the roles in which a party is a customer, and when.
@Schema(name = "CustomerRole", description = "One of the roles in which a party is a customer.")
record CustomerRole(
    @NotBlank
        @Size(max = 60)
        @Schema(
            description =
                "end-user, purchaser, payer, distributor, agent, component-processor,"
                    + " internal-customer, applicant, regulated-party, free-user or advertiser.",
            examples = "end-user")
        String type,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.")
        @Nullable LocalDate validTo) {}
