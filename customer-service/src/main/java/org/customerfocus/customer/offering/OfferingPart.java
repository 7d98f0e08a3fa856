package org.customerfocus.customer.offering;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One of the two parts of an offering, its facility or its support, as the USM method splits a
/// service: what it does, and how it behaves while it does it.
///
/// @param functionality what it does for the customer
/// @param functioning how it behaves: when, how fast, how reliably
@Schema(
    description =
        "What a part of an offering does for the customer, and how it behaves; one of the two at"
            + " least.")
record OfferingPart(
    @Size(min = 1, max = 2000) @Schema(description = "What it does for the customer.")
        @Nullable String functionality,
    @Size(min = 1, max = 2000)
        @Schema(description = "How it behaves: when, how fast, how reliably.")
        @Nullable String functioning) {

  static @Nullable OfferingPart of(@Nullable String functionality, @Nullable String functioning) {
    return functionality == null && functioning == null
        ? null
        : new OfferingPart(functionality, functioning);
  }

  /// A part in one language, with the base's text where that language has none.
  static @Nullable OfferingPart over(@Nullable OfferingPart part, @Nullable OfferingPart base) {
    if (part == null || base == null) {
      return part == null ? base : part;
    }
    return new OfferingPart(
        part.functionality == null ? base.functionality : part.functionality,
        part.functioning == null ? base.functioning : part.functioning);
  }

  boolean saysNothing() {
    return functionality == null && functioning == null;
  }
}
