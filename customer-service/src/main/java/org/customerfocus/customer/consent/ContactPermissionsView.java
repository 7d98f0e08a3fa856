package org.customerfocus.customer.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which of some parties may be contacted.
@Schema(
    name = "ContactPermissionsView",
    description = "Whether each party may be contacted for a purpose over a channel on a day.")
record ContactPermissionsView(
    String purpose,
    ContactChannel channel,
    LocalDate on,
    @Schema(description = "In the order in which the parties were named.")
        List<ContactPermissionView> items) {

  /// Whether one party may be contacted.
  @Schema(
      name = "ContactPermissionView",
      description = "Whether a party may be contacted, and what decided.")
  record ContactPermissionView(
      UUID partyId,
      boolean allowed,
      PermissionReason reason,
      @Schema(description = "The statement that decided; absent where nothing was said.")
          @Nullable UUID consentId,
      @Nullable LegalBasis legalBasis,
      @Schema(description = "When that was said.") @Nullable Instant saidAt) {

    static ContactPermissionView of(UUID partyId, Permission permission) {
      Statement statement = permission.statement();
      return new ContactPermissionView(
          partyId,
          permission.allowed(),
          permission.reason(),
          statement == null ? null : statement.id(),
          statement == null ? null : statement.legalBasis(),
          statement == null ? null : statement.capturedAt());
    }
  }
}
