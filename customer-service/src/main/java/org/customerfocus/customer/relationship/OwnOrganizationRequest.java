package org.customerfocus.customer.relationship;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Names the party that stands for the tenant.
@Schema(name = "OwnOrganizationRequest", description = "The party that stands for the tenant.")
record OwnOrganizationRequest(
    @NotNull @Schema(description = "An organisation that is registered.") UUID partyId) {}
