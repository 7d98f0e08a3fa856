package org.customerfocus.customer.offering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An offering as it is answered.
@Schema(description = "A product, program or service.")
record OfferingView(
    UUID id,
    String name,
    OfferingKind kind,
    OfferingStatus status,
    @Schema(description = "What the status may become.") List<OfferingStatus> allowedStatuses,
    @Nullable String description,
    @Schema(description = "The language of these texts, BCP 47.") @Nullable String language,
    @Schema(description = "The thing itself that the customer may use.")
        @Nullable OfferingPart facility,
    @Schema(description = "The help with using it.") @Nullable OfferingPart support,
    @Schema(description = "The same in other languages.") @Nullable List<OfferingWording> wordings,
    @Schema(description = "In the language that was asked for; only where one was.")
        @Nullable OfferingWords words,
    Instant createdAt,
    Instant updatedAt) {

  static OfferingView of(Offering offering) {
    return of(offering, null);
  }

  static OfferingView of(Offering offering, @Nullable OfferingWords words) {
    return new OfferingView(
        offering.id(),
        offering.name(),
        offering.kind(),
        offering.status(),
        offering.status().allowed(),
        offering.description(),
        offering.language(),
        offering.facility(),
        offering.support(),
        offering.wordings().isEmpty() ? null : offering.wordings(),
        words,
        offering.createdAt(),
        offering.updatedAt());
  }
}
