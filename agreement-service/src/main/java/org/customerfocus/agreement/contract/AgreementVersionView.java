package org.customerfocus.agreement.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One wording of an agreement.
@Schema(description = "One wording of an agreement; immutable once it is proposed.")
public record AgreementVersionView(
    UUID id,
    UUID agreementId,
    Integer number,
    AgreementVersionStatus status,
    Term term,
    String timeZone,
    List<UUID> coveredUserIds,
    List<AgreedService> agreedServices,
    List<UUID> requirementIds,
    List<AgreedCompensation> compensation,
    @Nullable Money value,
    @Nullable String noticePeriod,
    @Nullable Renewal renewal,
    @Schema(description = "Why an amendment was made.") @Nullable String reason,
    @Schema(description = "From when its wording holds, once both sides have signed.")
        Instant effectiveFrom,
    @Schema(description = "When another wording takes its place; absent for the last one.")
        @Nullable Instant effectiveTo,
    Instant createdAt,
    @Nullable Instant proposedAt,
    @Schema(description = "Since when it binds both sides; absent until they have signed.")
        @Nullable Instant effectiveAt,
    @Nullable Instant withdrawnAt,
    @Schema(description = "Who signed it.") List<SignatureView> signatures,
    List<CommitmentView> commitments) {

  static AgreementVersionView of(AgreementVersion version) {
    return new AgreementVersionView(
        version.id(),
        version.agreement().id(),
        version.number(),
        version.status(),
        version.term(),
        version.timeZone(),
        version.coveredUserIds(),
        version.agreedServices(),
        version.requirementIds(),
        version.compensation(),
        version.value(),
        version.noticePeriod(),
        version.renewal(),
        version.reason(),
        version.effectiveFrom(),
        version.effectiveTo(),
        version.createdAt(),
        version.proposedAt(),
        version.effectiveAt(),
        version.withdrawnAt(),
        version.signatures().stream().map(SignatureView::of).toList(),
        version.commitments().stream().map(CommitmentView::of).toList());
  }
}
