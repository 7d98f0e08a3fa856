package org.customerfocus.agreement.exclusion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An exclusion as it is shown.
@Schema(description = "Time that is not counted against the provider, once it is approved.")
public record ExclusionView(
    UUID id,
    UUID agreementId,
    List<UUID> commitmentIds,
    ExclusionKind kind,
    TimeSpan span,
    @Nullable ExclusionRecurrence recurrence,
    String reason,
    String author,
    @Nullable Approval approval,
    Instant createdAt,
    Instant updatedAt) {

  static ExclusionView of(Exclusion exclusion) {
    return new ExclusionView(
        exclusion.id(),
        exclusion.agreementId(),
        exclusion.commitmentIds(),
        exclusion.kind(),
        exclusion.span(),
        exclusion.recurrence(),
        exclusion.reason(),
        exclusion.author(),
        exclusion.approval(),
        exclusion.createdAt(),
        exclusion.updatedAt());
  }
}
