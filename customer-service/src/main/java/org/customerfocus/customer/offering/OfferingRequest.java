package org.customerfocus.customer.offering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An offering as a client describes it.
@Schema(description = "A product, program or service, described in the customer's words.")
record OfferingRequest(
    @NotBlank @Size(max = 200) @Schema(description = "What the customer calls it.") String name,
    @NotNull @Schema(description = "What kind of thing is offered.") OfferingKind kind,
    @Schema(description = "Where it is in its life; offered unless said otherwise.")
        @Nullable OfferingStatus status,
    @Size(max = 5000) @Schema(description = "What it does for the customer.")
        @Nullable String description,
    @Size(min = 2, max = 35)
        @Schema(description = "The language of these texts, BCP 47.", examples = "en")
        @Nullable String language,
    @Valid @Schema(description = "The thing itself that the customer may use.")
        @Nullable OfferingPart facility,
    @Valid @Schema(description = "The help with using it.") @Nullable OfferingPart support,
    @Size(min = 1, max = 100) @Schema(description = "The same in other languages, one each.")
        @Nullable List<@NotNull @Valid OfferingWording> wordings) {

  /// What constraints on single fields cannot say.
  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    Set<String> languages = new HashSet<>();
    if (language != null) {
      check(language, "/language", languages, faults);
    }
    check(facility, "/facility", faults);
    check(support, "/support", faults);
    List<OfferingWording> all = wordings == null ? List.of() : wordings;
    for (int i = 0; i < all.size(); i++) {
      String at = "/wordings/" + i;
      check(all.get(i).language(), at + "/language", languages, faults);
      check(all.get(i).facility(), at + "/facility", faults);
      check(all.get(i).support(), at + "/support", faults);
    }
    return faults;
  }

  private static void check(@Nullable OfferingPart part, String at, List<FieldError> faults) {
    if (part != null && part.saysNothing()) {
      faults.add(FieldError.at(at, "needs functionality or functioning"));
    }
  }

  private static void check(String tag, String at, Set<String> languages, List<FieldError> faults) {
    try {
      if (!languages.add(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag())) {
        faults.add(FieldError.at(at, "is said twice; one wording a language"));
      }
    } catch (IllformedLocaleException e) {
      faults.add(FieldError.at(at, "must be a BCP 47 language tag such as de-CH"));
    }
  }
}
