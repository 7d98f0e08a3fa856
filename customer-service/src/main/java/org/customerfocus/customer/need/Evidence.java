package org.customerfocus.customer.need;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.reference.Reference;
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// From what a need or a requirement is known.
@Schema(
    name = "Evidence",
    description = "From what it is known: a reference to it, or what was said or seen, or both.")
record Evidence(
    @NotNull EvidenceKind kind,
    @Size(min = 1, max = 200)
        @Schema(description = "The id or address of the response, interview, case or document.")
        @Nullable String reference,
    @Size(min = 1, max = 2000) @Schema(description = "What was said or seen.")
        @Nullable String text,
    @Schema(description = "The customer who said or showed it.") @Nullable UUID customerId,
    @NotNull @Schema(description = "When it was said or seen.") LocalDate date) {

  static List<FieldError> faults(@Nullable List<Evidence> evidence) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; evidence != null && i < evidence.size(); i++) {
      if (evidence.get(i).reference() == null && evidence.get(i).text() == null) {
        faults.add(FieldError.at("/evidence/" + i, "give a reference, a text, or both"));
      }
    }
    return faults;
  }

  static List<Reference> references(@Nullable List<Evidence> evidence) {
    List<Reference> references = new ArrayList<>();
    for (int i = 0; evidence != null && i < evidence.size(); i++) {
      references.add(
          new Reference(
              Target.CUSTOMER,
              evidence.get(i).customerId(),
              "/evidence/%d/customerId".formatted(i)));
    }
    return references;
  }
}
