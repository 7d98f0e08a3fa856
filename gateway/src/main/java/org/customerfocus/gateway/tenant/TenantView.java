package org.customerfocus.gateway.tenant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A tenant as it is answered.
@Schema(description = "An organisation that shares the platform.")
record TenantView(
    UUID id,
    String handle,
    String name,
    TenantMode mode,
    String timeZone,
    TenantStatus status,
    @Schema(description = "What the status may become.") List<TenantStatus> allowedStatuses,
    Instant createdAt,
    Instant updatedAt) {

  static TenantView of(Tenant tenant) {
    return new TenantView(
        tenant.id(),
        tenant.handle(),
        tenant.name(),
        tenant.mode(),
        tenant.timeZone(),
        tenant.status(),
        tenant.status().allowed(),
        tenant.createdAt(),
        tenant.updatedAt());
  }
}
