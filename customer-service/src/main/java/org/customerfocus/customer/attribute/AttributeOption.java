package org.customerfocus.customer.attribute;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One of the values that a choice has.
@Schema(name = "AttributeOption", description = "One of the values that a choice has.")
record AttributeOption(
    @NotBlank @Size(max = 100) @Schema(description = "What is recorded and filtered by.")
        String value,
    @Size(max = 200) @Schema(description = "What people read; the value where absent.")
        @Nullable String label) {}
