package org.customerfocus.customer.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A name besides the current one.
@Schema(name = "PartyName", description = "A name besides the current one.")
public record PartyName(
    @NotNull PartyNameType type,
    @NotBlank @Size(max = 401) String name,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.") @Nullable LocalDate validTo)
    implements Dated {}
