package org.customerfocus.customer.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One way to reach a party.
@Schema(name = "ContactPoint", description = "One way to reach a party.")
record ContactPoint(
    @NotNull ContactType type,
    @NotBlank
        @Size(max = 320)
        @Schema(description = "An address, a number in E.164 form, or a URL.")
        String value,
    @Size(max = 100) @Schema(description = "What it is for, such as billing.")
        @Nullable String purpose) {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");
  private static final Pattern WEB = Pattern.compile("https?://[^\\s/?#]+([/?#]\\S*)?");

  /// What is wrong with the value for its type, or null.
  @Nullable String fault() {
    return switch (type) {
      case EMAIL -> EMAIL.matcher(value).matches() ? null : "must be an e-mail address";
      case PHONE -> E164.matcher(value).matches() ? null : "must be in E.164 form: +31201234567";
      case URL -> WEB.matcher(value).matches() ? null : "must be an http or https URL";
    };
  }
}
