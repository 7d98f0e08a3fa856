package org.customerfocus.customer.relationship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.time.Validity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One of the roles in which a party is a customer, and when.
@Schema(name = "CustomerRole", description = "One of the roles in which a party is a customer.")
record CustomerRole(
    @NotBlank
        @Size(max = 60)
        @Schema(
            description =
                "The code of a role type: a standard one, such as end-user, or one of your own"
                    + " (listRoleTypes has both).",
            examples = "end-user")
        String type,
    @Schema(description = "The offering that the role is about; absent for all of them.")
        @Nullable UUID offeringId,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.") @Nullable LocalDate validTo) {

  /// Whether both say the same thing of one day.
  boolean overlaps(CustomerRole other) {
    return type.equals(other.type)
        && Objects.equals(offeringId, other.offeringId)
        && Validity.overlap(validFrom, validTo, other.validFrom, other.validTo);
  }

  boolean heldOn(LocalDate date) {
    return Validity.holdsOn(date, validFrom, validTo);
  }
}
