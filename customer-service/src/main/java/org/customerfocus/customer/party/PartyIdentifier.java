package org.customerfocus.customer.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A number or name that somebody gave the party to know it by.
@Schema(
    name = "PartyIdentifier",
    description =
        "A number or name that an authority gave the party. The schemes lei, vat, iban, bic, gln,"
            + " duns, email, phone and url are checked and brought into one form; any other is kept"
            + " as it is. Several parties may carry the same one until they are merged.")
public record PartyIdentifier(
    @NotNull
        @Pattern(regexp = "[a-z][a-z0-9-]{0,59}")
        @Size(max = 60)
        @Schema(description = "Such as lei, vat, iban, or nl-kvk.")
        String scheme,
    @NotBlank @Size(max = 320) String value,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.") @Nullable LocalDate validTo)
    implements Dated {

  /// The same identifier in the one form of its scheme.
  ///
  /// @throws IllegalArgumentException with what would be right
  PartyIdentifier normalised() {
    return new PartyIdentifier(
        scheme, IdentifierSchemes.normalised(scheme, value), validFrom, validTo);
  }
}
