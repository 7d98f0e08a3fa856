package org.customerfocus.customer.need;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.customer.need.DegreesMet.Known;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A need as it is answered.
@Schema(name = "NeedView", description = "Why they come.")
record NeedView(
    UUID id,
    String statement,
    @Nullable UUID segmentId,
    @Nullable UUID customerId,
    @Nullable String role,
    @Nullable UUID offeringId,
    Voice voice,
    @Nullable Integer importance,
    List<Evidence> evidence,
    @Schema(
            description =
                "How far it is met, 0 to 1: the latest score of its own, else the mean of its"
                    + " requirements' degrees met, weighted by their importance.")
        Figure degreeMet,
    @Schema(description = "As of when the degree met holds; absent where it is derived.")
        @Nullable Instant degreeMetAsOf,
    Instant createdAt,
    Instant updatedAt) {

  static NeedView of(Need need, NeedRequest as, Known degree) {
    return new NeedView(
        need.id(),
        as.statement(),
        as.segmentId(),
        as.customerId(),
        as.role(),
        as.offeringId(),
        as.voice(),
        as.importance(),
        as.evidence() == null ? List.of() : as.evidence(),
        degree.figure(),
        degree.asOf(),
        need.createdAt(),
        need.updatedAt());
  }
}
