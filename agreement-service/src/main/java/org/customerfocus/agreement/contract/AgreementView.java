package org.customerfocus.agreement.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An agreement with its current version.
@Schema(description = "What a provider promises a customer, with its current wording.")
public record AgreementView(
    UUID id,
    String name,
    UUID providerPartyId,
    UUID customerId,
    @Nullable UUID customerPartyId,
    AgreementStatus status,
    @Schema(description = "What the status may change to.") List<AgreementStatus> allowedStatuses,
    AgreementVersionView version,
    @Nullable Instant activatedAt,
    @Nullable Instant terminatedAt,
    Instant createdAt,
    Instant updatedAt) {

  static AgreementView of(Agreement agreement) {
    return new AgreementView(
        agreement.id(),
        agreement.name(),
        agreement.providerPartyId(),
        agreement.customerId(),
        agreement.customerPartyId(),
        agreement.status(),
        agreement.status().next(),
        AgreementVersionView.of(agreement.current()),
        agreement.activatedAt(),
        agreement.terminatedAt(),
        agreement.createdAt(),
        agreement.updatedAt());
  }
}
