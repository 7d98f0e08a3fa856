package org.customerfocus.customer.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.reference.Reference;
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A need as a client describes it.
@Schema(
    name = "NeedRequest",
    description =
        "Why they come: what a segment, a customer or a role needs; exactly one of these three.")
record NeedRequest(
    @NotBlank
        @Size(max = 500)
        @Schema(description = "In the customer's words: comes to us because they need …")
        String statement,
    @Schema(description = "The segment that needs it.") @Nullable UUID segmentId,
    @Schema(description = "The one customer who needs it.") @Nullable UUID customerId,
    @Size(max = 60)
        @Pattern(regexp = Whose.ROLE)
        @Schema(description = "The role whose holders need it, such as end-user.")
        @Nullable String role,
    @Schema(description = "What is offered to meet it.") @Nullable UUID offeringId,
    @NotNull @Schema(description = "Whether they say so, or it shows in what they do.") Voice voice,
    @Min(1) @Max(10) @Schema(description = "How much it matters to them, 10 the most.")
        @Nullable Integer importance,
    @Size(max = 100) @Schema(description = "From what it is known.")
        @Nullable List<@NotNull @Valid Evidence> evidence) {

  NeedRequest {
    evidence = evidence == null ? List.of() : evidence;
  }

  /// @param unknown the roles among those asked about that no role type has
  List<FieldError> faults(UnaryOperator<Set<String>> unknown) {
    List<FieldError> faults = new ArrayList<>(whose().faults(""));
    if (role != null && !unknown.apply(Set.of(role)).isEmpty()) {
      faults.add(FieldError.at("/role", Whose.NO_ROLE.formatted(role)));
    }
    faults.addAll(Evidence.faults(evidence));
    return faults;
  }

  List<Reference> references() {
    List<Reference> references = new ArrayList<>(whose().references(""));
    references.add(new Reference(Target.OFFERING, offeringId, "/offeringId"));
    references.addAll(Evidence.references(evidence));
    return references;
  }

  private Whose whose() {
    return new Whose(segmentId, customerId, role);
  }
}
