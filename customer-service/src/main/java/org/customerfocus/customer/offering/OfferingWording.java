package org.customerfocus.customer.offering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The customer's words for an offering in one language.
@Schema(
    description =
        "The customer's words for an offering in one language; what is absent falls back to the"
            + " offering's own text.")
record OfferingWording(
    @NotNull @Size(min = 2, max = 35) @Schema(description = "BCP 47.", examples = "de-CH")
        String language,
    @NotBlank @Size(max = 200) @Schema(description = "What the customer calls it.") String name,
    @Size(max = 5000) @Schema(description = "What it is.") @Nullable String description,
    @Valid @Nullable OfferingPart facility,
    @Valid @Nullable OfferingPart support) {

  OfferingWording inCanonicalForm() {
    return new OfferingWording(
        Locale.forLanguageTag(language).toLanguageTag(), name, description, facility, support);
  }
}
