package org.customerfocus.customer.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A privacy request as it is answered.
@Schema(name = "PrivacyRequestView", description = "What a party asks for, and how far it is.")
record PrivacyRequestView(
    UUID id,
    PrivacyRequestKind kind,
    UUID partyId,
    PrivacyRequestStatus status,
    List<PrivacyRequestStatus> allowedStatuses,
    @Nullable String reason,
    @Nullable String note,
    LocalDate receivedOn,
    LocalDate dueOn,
    @Nullable Instant startedAt,
    @Schema(description = "When it was closed, done or refused.") @Nullable Instant completedAt,
    @Schema(
            description =
                "What the other services do for it; it is completed once all of them have.")
        List<ServicePartView> services,
    Instant createdAt,
    Instant updatedAt) {

  /// What one other service does for a request.
  @Schema(name = "PrivacyServiceView", description = "Whether a service has done its part.")
  record ServicePartView(String service, boolean done, @Nullable Instant doneAt) {}

  static PrivacyRequestView of(PrivacyRequest request, List<PrivacyRequestPart> parts) {
    PrivacyRequestTerms terms = request.terms();
    return new PrivacyRequestView(
        request.id(),
        terms.kind(),
        terms.partyId(),
        terms.status(),
        terms.status().allowed(terms.kind()),
        terms.reason(),
        terms.note(),
        terms.receivedOn(),
        terms.dueOn(),
        request.startedAt(),
        request.completedAt(),
        parts.stream()
            .map(each -> new ServicePartView(each.service(), each.doneAt() != null, each.doneAt()))
            .toList(),
        request.createdAt(),
        request.updatedAt());
  }
}
