package org.customerfocus.gateway.apikey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An API key that was just made: the only view with its secret.
@Schema(description = "A new credential with its secret, which is shown this once.")
public record CreatedApiKeyView(
    UUID id,
    String name,
    @Schema(description = "The visible start of the key, to tell keys apart.") String prefix,
    @Schema(description = "The key itself, to be sent as Authorization: Bearer <secret>.")
        String secret,
    List<String> scopes,
    ApiKeyStatus status,
    @Schema(description = "What the status may become.") List<ApiKeyStatus> allowedStatuses,
    @Nullable Instant expiresAt,
    Instant createdAt,
    Instant updatedAt) {

  static CreatedApiKeyView of(ApiKey key, String secret) {
    return new CreatedApiKeyView(
        key.id(),
        key.name(),
        key.prefix(),
        secret,
        key.scopes(),
        key.status(),
        key.status().allowed(),
        key.expiresAt(),
        key.createdAt(),
        key.updatedAt());
  }
}
