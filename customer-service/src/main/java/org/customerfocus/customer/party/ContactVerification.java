package org.customerfocus.customer.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// That a contact point was found to lead to the party.
@Schema(
    name = "ContactVerification",
    description = "That it was found to lead to the party, how and when.")
public record ContactVerification(
    @NotBlank @Size(max = 100) @Schema(description = "Such as confirmation-link or call-back.")
        String method,
    @NotNull Instant verifiedAt) {}
