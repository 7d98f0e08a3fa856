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
  private @Nullable String content;

  @SuppressWarnings("NullAway.Init")
  protected PrivacyRequestPart() {}

  PrivacyRequestPart(UUID requestId, String service) {
    this.requestId = requestId;
    this.service = service;
  }

  void done(Instant now, @Nullable String handedIn) {
    doneAt = now;
    content = handedIn;
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

  @Nullable String content() {
    return content;
  }
}
