package org.customerfocus.customer.relationship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The key under which another system knows the same customer relationship.
@Schema(
    name = "CustomerExternalRef",
    description = "The key under which another system knows the customer; it means one customer.")
record CustomerRef(
    @NotNull
        @Pattern(regexp = CustomerRef.SCHEME)
        @Size(max = 64)
        @Schema(description = "The other system, such as billing.")
        String scheme,
    @NotBlank @Size(max = 200) String value) {

  static final String SCHEME = "[a-z0-9][a-z0-9._-]{0,63}";
}
