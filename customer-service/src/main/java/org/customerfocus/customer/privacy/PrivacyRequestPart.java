package org.customerfocus.customer.privacy;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// What another service has to do for a request.
@Entity
class PrivacyRequestPart extends TenantEntity {

  private UUID requestId;
  private String service;
  private @Nullable Instant doneAt;

  // Read with the pieces, row by row.
  @SuppressWarnings("UnusedVariable")
  private @Nullable UUID attempt;

  @SuppressWarnings("NullAway.Init")
  protected PrivacyRequestPart() {}

  PrivacyRequestPart(UUID requestId, String service) {
    this.requestId = requestId;
    this.service = service;
  }

  /// @param handedIn the attempt whose pieces are its part of an archive, if there is one
  void done(Instant now, @Nullable UUID handedIn) {
    doneAt = now;
    attempt = handedIn;
  }

  UUID requestId() {
    return requestId;
  }

  String service() {
    return service;
  }

  @Nullable Instant doneAt() {
    return doneAt;
  }
}
