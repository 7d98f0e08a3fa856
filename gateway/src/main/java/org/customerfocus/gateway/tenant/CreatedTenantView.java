package org.customerfocus.gateway.tenant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.gateway.apikey.CreatedApiKeyView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A tenant that was just made, with its first key.
@Schema(description = "A new tenant and its first API key, whose secret is shown this once.")
record CreatedTenantView(
    UUID id,
    String handle,
    String name,
    TenantMode mode,
    String timeZone,
    TenantStatus status,
    @Schema(description = "What the status may become.") List<TenantStatus> allowedStatuses,
    @Schema(description = "The first key, which may do everything within the tenant.")
        CreatedApiKeyView apiKey,
    Instant createdAt,
    Instant updatedAt) {

  static CreatedTenantView of(Tenant tenant, CreatedApiKeyView apiKey) {
    return new CreatedTenantView(
        tenant.id(),
        tenant.handle(),
        tenant.name(),
        tenant.mode(),
        tenant.timeZone(),
        tenant.status(),
        tenant.status().allowed(),
        apiKey,
        tenant.createdAt(),
        tenant.updatedAt());
  }
}
