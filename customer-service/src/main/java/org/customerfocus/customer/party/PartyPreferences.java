package org.customerfocus.customer.party;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a party likes to be addressed.
@Schema(name = "PartyPreferences", description = "How a party likes to be addressed.")
public record PartyPreferences(
    @Size(max = 20)
        @Schema(description = "BCP 47 language tags such as nl or pt-BR, the best liked first.")
        @Nullable List<@NotNull @Size(min = 2, max = 35) String> languages,
    @Size(min = 1, max = 60) @Schema(description = "An IANA time zone such as Europe/Amsterdam.")
        @Nullable String timeZone,
    @Size(max = 20)
        @Schema(
            description =
                "Channels such as email, phone or post, the best liked first. Whether they may be"
                    + " used is a matter of consents.")
        @Nullable List<@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") @Size(max = 40) String>
            channels) {

  List<FieldError> faults(String at) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; languages != null && i < languages.size(); i++) {
      try {
        new Locale.Builder().setLanguageTag(languages.get(i));
      } catch (IllformedLocaleException e) {
        faults.add(
            FieldError.at(
                "%s/languages/%d".formatted(at, i), "must be a BCP 47 language tag such as nl"));
      }
    }
    if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
      faults.add(
          FieldError.at(at + "/timeZone", "must be an IANA time zone such as Europe/Amsterdam"));
    }
    return faults;
  }
}
