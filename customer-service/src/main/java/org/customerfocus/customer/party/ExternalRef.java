package org.customerfocus.customer.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The key under which another system knows the same party.
@Schema(
    name = "PartyExternalRef",
    description = "The key under which another system knows the party; it means one party.")
public record ExternalRef(
    @NotNull
        @Pattern(regexp = ExternalRef.SCHEME)
        @Size(max = 64)
        @Schema(description = "The other system, such as crm.")
        String scheme,
    @NotBlank @Size(max = 200) String value) {

  static final String SCHEME = "[a-z0-9][a-z0-9._-]{0,63}";
}
