package org.customerfocus.customer.party;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One way to reach a party.
@Schema(name = "ContactPoint", description = "One way to reach a party.")
public record ContactPoint(
    @NotNull ContactType type,
    @NotBlank
        @Size(max = 320)
        @Schema(
            description =
                "An address, a telephone number, or a URL. A number is kept in E.164 form; in"
                    + " national form it needs its region.")
        String value,
    @Pattern(regexp = "[A-Z]{2}")
        @Size(max = 2)
        @Schema(
            description =
                "For a number in national form: where it is dialled so, ISO 3166-1. It goes into"
                    + " the number and is not answered.")
        @Nullable String region,
    @Size(max = 100) @Schema(description = "What it is for, such as billing.")
        @Nullable String purpose,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.") @Nullable LocalDate validTo,
    @Valid @Nullable ContactVerification verification)
    implements Dated {

  /// The same contact point in the one form of its type.
  ///
  /// @throws IllegalArgumentException with what would be right
  ContactPoint normalised() {
    String normal =
        switch (type) {
          case EMAIL -> ContactValues.email(value);
          case PHONE -> ContactValues.phone(value, region);
          case URL -> ContactValues.url(value);
        };
    return new ContactPoint(type, normal, null, purpose, validFrom, validTo, verification);
  }
}
