package org.customerfocus.customer.merge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whose value a field is to have.
@Schema(name = "MergeFieldChoice", description = "Whose value a field is to have.")
record FieldChoice(
    @NotNull @Schema(description = "The party itself, or the relationships that become one.")
        MergedResource resource,
    @NotBlank @Size(max = 100) @Schema(description = "As the dry run names it.") String field,
    @NotNull Side from) {

  /// What a choice is about.
  enum MergedResource implements WireEnum {
    PARTY,
    CUSTOMER
  }
}
