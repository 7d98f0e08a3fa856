package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An offering that an agreement is about, under its terms.
@Schema(description = "An offering that the agreement is about, and the terms under which.")
public record AgreedService(
    @Schema(description = "The offering.") @NotNull UUID offeringId,
    @Schema(description = "The terms, in words.") @Nullable @Size(min = 1, max = 10_000)
        String terms,
    @Schema(description = "What it is counted in, in the customer's words.")
        @Nullable
        @Size(max = 20)
        List<@NotNull @Valid AgreedEntityType> entityTypes) {

  public AgreedService {
    entityTypes = entityTypes == null ? List.of() : entityTypes;
  }

  // Clients may leave these out; a request that was read has them all the same.
  @Override
  public List<AgreedEntityType> entityTypes() {
    return Objects.requireNonNull(entityTypes);
  }
}
