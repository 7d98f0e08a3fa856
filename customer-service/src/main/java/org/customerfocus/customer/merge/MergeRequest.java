package org.customerfocus.customer.merge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Two records of one party to be made one.
@Schema(name = "MergeRequest", description = "Two records of one party that become one.")
record MergeRequest(
    @NotNull @Schema(description = "The party that stays.") UUID survivorId,
    @NotNull @Schema(description = "The party that goes up in it; its id then redirects.")
        UUID mergedId,
    @Schema(description = "Only show what would happen; nothing changes. Absent means false.")
        @Nullable Boolean dryRun,
    @Size(max = 100)
        @Schema(
            description =
                "Whose value a field is to have. Without a choice a party keeps its own values and"
                    + " takes those that it lacks; a relationship keeps its own.")
        @Nullable List<@NotNull @Valid FieldChoice> fieldChoices) {

  boolean isDryRun() {
    return Boolean.TRUE.equals(dryRun);
  }

  List<FieldChoice> choices() {
    return fieldChoices == null ? List.of() : fieldChoices;
  }
}
