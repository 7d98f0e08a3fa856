package org.customerfocus.customer.importing;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The part of an import that may change: what a patch is applied to.
@Schema(name = "CustomerImportStateRequest", description = "The part of an import that may change.")
record CustomerImportStateRequest(
    @NotNull @Schema(description = "cancelled stops the import; what it recorded stays.")
        CustomerImportStatus status) {}
