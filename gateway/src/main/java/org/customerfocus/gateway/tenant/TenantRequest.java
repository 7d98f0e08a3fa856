package org.customerfocus.gateway.tenant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A tenant as the operator describes it.
@Schema(description = "An organisation that shares the platform and sees only its own data.")
record TenantRequest(
    @NotNull
        @Size(min = 1, max = 40)
        @Pattern(
            regexp = "[a-z0-9]([a-z0-9-]*[a-z0-9])?",
            message = "must be lower-case letters, digits and inner hyphens")
        @Schema(
            description = "Unique short name, part of public links; it cannot be changed later.")
        String handle,
    @NotBlank @Size(max = 200) @Schema(description = "What people call it.") String name,
    @NotNull
        @Schema(
            description =
                "A test tenant sends no mail and marks its webhooks; it cannot be changed later.")
        TenantMode mode,
    @NotNull
        @Size(min = 1, max = 64)
        @Schema(
            description =
                "IANA time zone in which its days begin and end, such as America/Los_Angeles.")
        String timeZone,
    @Schema(description = "The credentials and links of a suspended tenant are refused.")
        @Nullable TenantStatus status) {}
