package org.customerfocus.customer.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A pair as it is answered.
@Schema(name = "DuplicateView", description = "Two parties that may be one, and why.")
record DuplicateView(
    UUID id,
    @Schema(description = "The one that was registered first.") UUID leftPartyId,
    UUID rightPartyId,
    DuplicateStatus status,
    @Schema(description = "What the status may become.") List<DuplicateStatus> allowedStatuses,
    @Schema(
            description =
                "possible from even odds on; probable from 0.9; certain from 0.99 where a birth date"
                    + " or an identifier confirms it and no name, birth date or identifier"
                    + " contradicts.")
        CertaintyBand certainty,
    @Schema(description = "That both are one party, from 0 to 1.") double probability,
    @Schema(description = "The likelihood ratio against strangers, in bits.") double weight,
    @Schema(description = "Field by field, those that both parties have.")
        List<ComparedField> fields,
    Instant createdAt,
    Instant updatedAt) {

  static DuplicateView of(Duplicate pair) {
    return new DuplicateView(
        pair.id(),
        pair.leftPartyId(),
        pair.rightPartyId(),
        pair.status(),
        pair.status().next(),
        pair.certainty(),
        pair.probability().doubleValue(),
        pair.weight(),
        pair.fields(),
        pair.createdAt(),
        pair.updatedAt());
  }
}
