package org.customerfocus.agreement.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One wording of an agreement.
@Schema(description = "One wording of an agreement; immutable once it is in force.")
public record AgreementVersionView(
    UUID id,
    UUID agreementId,
    Integer number,
    Term term,
    String timeZone,
    List<UUID> coveredUserIds,
    @Schema(description = "When it came into force; absent while it is a draft.")
        @Nullable Instant effectiveAt,
    List<CommitmentView> commitments) {

  static AgreementVersionView of(AgreementVersion version) {
    return new AgreementVersionView(
        version.id(),
        version.agreement().id(),
        version.number(),
        version.term(),
        version.timeZone(),
        version.coveredUserIds(),
        version.effectiveAt(),
        version.commitments().stream().map(CommitmentView::of).toList());
  }
}
