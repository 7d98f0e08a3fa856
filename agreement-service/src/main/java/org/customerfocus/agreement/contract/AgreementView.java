package org.customerfocus.agreement.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An agreement with one of its versions.
@Schema(description = "What a provider promises a customer, with the wording that holds.")
public record AgreementView(
    UUID id,
    String name,
    UUID providerPartyId,
    UUID customerId,
    @Nullable UUID customerPartyId,
    AgreementStatus status,
    @Schema(description = "What the status may change to.") List<AgreementStatus> allowedStatuses,
    @Schema(
            description =
                "The wording that holds now, or is to; as of a date, the one that held then.")
        AgreementVersionView version,
    @Schema(description = "The version that is being worked on, proposed or to take effect.")
        @Nullable UUID amendmentId,
    @Schema(description = "The first day on which it no longer holds, as far as that is known.")
        @Nullable LocalDate endsOn,
    @Nullable NoticeGiven noticeGiven,
    @Schema(description = "The agreement that this one goes on from.") @Nullable UUID renewalOfId,
    @Nullable Instant activatedAt,
    @Nullable Instant terminatedAt,
    Instant createdAt,
    Instant updatedAt) {

  static AgreementView of(Agreement agreement) {
    return of(agreement, agreement.current(), agreement.status(), agreement.status().next());
  }

  /// As it was at an instant.
  static AgreementView asOf(Agreement agreement, AgreementVersion version, Instant at) {
    return of(agreement, version, agreement.statusAt(at), List.of());
  }

  private static AgreementView of(
      Agreement agreement,
      AgreementVersion version,
      AgreementStatus status,
      List<AgreementStatus> allowed) {
    return new AgreementView(
        agreement.id(),
        agreement.name(),
        agreement.providerPartyId(),
        agreement.customerId(),
        agreement.customerPartyId(),
        status,
        allowed,
        AgreementVersionView.of(version),
        agreement.amendment().map(AgreementVersion::id).orElse(null),
        agreement.endsOn(),
        agreement.noticeGiven(),
        agreement.renewalOfId(),
        agreement.activatedAt(),
        agreement.terminatedAt(),
        agreement.createdAt(),
        agreement.updatedAt());
  }
}
