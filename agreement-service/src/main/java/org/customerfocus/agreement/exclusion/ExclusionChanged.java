package org.customerfocus.agreement.exclusion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An exclusion was added, changed or taken away, or is about to be: what it covers is to be
/// counted anew.
///
/// @param commitmentIds which commitments it concerns; empty for all of the agreement
/// @param until null where it comes again
public record ExclusionChanged(
    UUID agreementId, List<UUID> commitmentIds, Instant from, @Nullable Instant until) {

  static ExclusionChanged of(Exclusion exclusion) {
    return new ExclusionChanged(
        exclusion.agreementId(),
        exclusion.commitmentIds(),
        exclusion.span().start(),
        exclusion.recurrence() == null ? exclusion.span().end() : null);
  }
}
