package org.customerfocus.customer.need;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How much a requirement matters, and to whom.
@Schema(
    name = "RequirementImportance",
    description = "How much it matters to a segment, a customer or a role; exactly one of them.")
record RequirementImportance(
    @Nullable UUID segmentId,
    @Nullable UUID customerId,
    @Size(max = 60) @Pattern(regexp = Whose.ROLE) @Nullable String role,
    @NotNull @Min(1) @Max(10) @Schema(description = "1 to 10, 10 the most.") Integer importance) {

  @JsonIgnore
  Whose whose() {
    return new Whose(segmentId, customerId, role);
  }
}
