package org.customerfocus.customer.offering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An offering in the language that was asked for.
@Schema(
    description =
        "The offering in the asked language; each text that the language lacks is the offering's"
            + " own.")
record OfferingWords(
    @Schema(description = "BCP 47; absent where the offering does not say its own language.")
        @Nullable String language,
    String name,
    @Nullable String description,
    @Nullable OfferingPart facility,
    @Nullable OfferingPart support) {

  /// Reads a list of languages in order of preference.
  ///
  /// @param text such as `de-CH, fr;q=0.5`, as in `Accept-Language`
  /// @throws ProblemException 400 when it is none
  static List<LanguageRange> ranges(String text) {
    try {
      return LanguageRange.parse(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter(
          "language",
          "must be BCP 47 language tags in order of preference, such as de-CH,fr;q=0.5");
    }
  }

  /// Lookup of RFC 4647, section 3.4: `de-CH` finds `de-CH`, else `de`, else what the next
  /// preferred language finds, else the offering's own text.
  static OfferingWords of(Offering offering, List<LanguageRange> asked) {
    List<String> known = new ArrayList<>();
    offering.wordings().forEach(wording -> known.add(wording.language()));
    if (offering.language() != null) {
      known.add(offering.language());
    }
    String found = Locale.lookupTag(asked, known);
    return offering.wordings().stream()
        .filter(wording -> wording.language().equalsIgnoreCase(found))
        .findFirst()
        .map(wording -> over(offering, wording))
        .orElseGet(
            () ->
                new OfferingWords(
                    offering.language(),
                    offering.name(),
                    offering.description(),
                    offering.facility(),
                    offering.support()));
  }

  private static OfferingWords over(Offering offering, OfferingWording wording) {
    return new OfferingWords(
        wording.language(),
        wording.name(),
        wording.description() == null ? offering.description() : wording.description(),
        OfferingPart.over(wording.facility(), offering.facility()),
        OfferingPart.over(wording.support(), offering.support()));
  }
}
