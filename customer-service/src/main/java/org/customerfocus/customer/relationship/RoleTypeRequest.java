package org.customerfocus.customer.relationship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A role type as a client describes it.
@Schema(name = "RoleTypeRequest", description = "A kind of role in which a party is a customer.")
record RoleTypeRequest(
    @NotNull
        @Size(max = 60)
        @Pattern(
            regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*",
            message = "must be lower-case words joined by hyphens, such as season-guest")
        @Schema(description = "What roles refer to; it stays.", examples = "season-guest")
        String code,
    @NotBlank @Size(max = 200) String name,
    @Size(max = 1000) @Schema(description = "Who has this role.") @Nullable String description) {}
