package org.customerfocus.customer.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where post reaches a party.
@Schema(name = "PostalAddress", description = "Where post reaches a party.")
public record PostalAddress(
    @NotNull @Size(max = 5) @Schema(description = "Street, house and the like, line by line.")
        List<@NotBlank @Size(max = 200) String> lines,
    @Size(min = 1, max = 20) @Nullable String postalCode,
    @Size(min = 1, max = 200) @Schema(description = "Town or village.") @Nullable String locality,
    @Size(min = 1, max = 200) @Schema(description = "State or province.") @Nullable String region,
    @Pattern(regexp = "[A-Z]{2}") @Size(max = 2) @Schema(description = "ISO 3166-1 alpha-2.")
        @Nullable String country,
    @Size(max = 100) @Schema(description = "What it is for, such as delivery.")
        @Nullable String purpose,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.") @Nullable LocalDate validTo)
    implements Dated {}
