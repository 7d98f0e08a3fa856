package org.customerfocus.agreement.breach;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What people say about a breach.
@Schema(description = "What people say about a breach.")
public record BreachRequest(
    @Schema(description = "Why the promise was not kept; absent as long as nobody knows.")
        @Nullable
        @Valid
        Cause cause) {

  /// Why a promise was not kept.
  @Schema(name = "BreachCause", description = "Why a promise was not kept.")
  public record Cause(
      @NotNull BreachCategory category,
      @Schema(description = "In words.") @Nullable @Size(min = 1, max = 4000) String text) {}
}
