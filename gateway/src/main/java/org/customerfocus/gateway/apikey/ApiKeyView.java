package org.customerfocus.gateway.apikey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An API key as it is answered, without its secret.
@Schema(description = "A credential, without its secret.")
record ApiKeyView(
    UUID id,
    String name,
    @Schema(description = "The visible start of the key, to tell keys apart.") String prefix,
    List<String> scopes,
    ApiKeyStatus status,
    @Schema(description = "What the status may become.") List<ApiKeyStatus> allowedStatuses,
    @Nullable Instant expiresAt,
    @Schema(description = "When it was last used, to the minute; absent before its first use.")
        @Nullable Instant lastUsedAt,
    Instant createdAt,
    Instant updatedAt) {

  static ApiKeyView of(ApiKey key) {
    return new ApiKeyView(
        key.id(),
        key.name(),
        key.prefix(),
        key.scopes(),
        key.status(),
        key.status().allowed(),
        key.expiresAt(),
        key.lastUsedAt(),
        key.createdAt(),
        key.updatedAt());
  }
}
