package org.customerfocus.gateway.apikey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An API key as its maker describes it.
@Schema(description = "A credential for one program or person.")
record ApiKeyRequest(
    @NotBlank @Size(max = 200) @Schema(description = "What it is for.") String name,
    @NotEmpty
        @Size(min = 1, max = 100)
        @Schema(
            description =
                "What it may do: any scopes that operations list, or admin for everything within the"
                    + " tenant. None that its maker lacks; they cannot be changed later.")
        List<@NotNull @Size(min = 1, max = 60) String> scopes,
    @Schema(description = "When it ends; never when absent.") @Nullable Instant expiresAt,
    @Schema(description = "A revoked key is refused for good.") @Nullable ApiKeyStatus status) {}
