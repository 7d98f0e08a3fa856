package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.attainment.UnknownAs;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One promise, in the customer's terms.
@Schema(description = "One promise, in the customer's terms.")
public record CommitmentRequest(
    @Schema(
            description =
                "When an agreement is changed: the commitment that this is the new wording of."
                    + " Absent for a new one, and on creation.")
        @Nullable UUID id,
    @Schema(description = "What is promised, as the customer would say it.")
        @NotBlank
        @Size(max = 200)
        String name,
    @Schema(description = "The metric that it sets a target for.") @NotNull UUID metricId,
    @Schema(description = "What is counted, as the measurements name it.")
        @NotBlank
        @Size(max = 100)
        String entityType,
    @Schema(description = "The customer's own word for what is counted.") @NotBlank @Size(max = 200)
        String customerTerm,
    @Schema(description = "The customer's requirement that this answers, in words.")
        @Nullable
        @Size(min = 1, max = 2000)
        String requirement,
    @Schema(
            description =
                "The customer's recorded requirements that this answers. An agreement becomes active"
                    + " only when each commitment names a requirement, by words or by id.")
        @Nullable
        @Size(max = 20)
        List<@NotNull UUID> requirementIds,
    @NotNull @Valid Target target,
    @Schema(description = "Required for a metric of type threshold-share, and only there.")
        @Nullable
        @Valid
        Threshold threshold,
    @Nullable @Valid Selector selector,
    @Schema(
            description =
                "Which time of a measurement decides the month in which it counts: due unless"
                    + " given.")
        @Nullable PeriodBy periodBy,
    @Schema(
            description =
                "What an exclusion does: remove (unless given) takes everything covered out of the"
                    + " base, excuse counts what was bad under it for the provider.")
        @Nullable ExclusionEffect exclusionEffect,
    @Schema(description = "How the unknown counts: leave (unless given) takes it out of the base.")
        @Nullable UnknownAs unknownAs) {

  public CommitmentRequest {
    requirementIds = requirementIds == null ? List.of() : requirementIds;
    periodBy = periodBy == null ? PeriodBy.DUE : periodBy;
    exclusionEffect = exclusionEffect == null ? ExclusionEffect.REMOVE : exclusionEffect;
    unknownAs = unknownAs == null ? UnknownAs.LEAVE : unknownAs;
  }

  // Clients may leave these out; a request that was read has them all the same.
  @Override
  public List<UUID> requirementIds() {
    return Objects.requireNonNull(requirementIds);
  }

  @Override
  public PeriodBy periodBy() {
    return Objects.requireNonNull(periodBy);
  }

  @Override
  public ExclusionEffect exclusionEffect() {
    return Objects.requireNonNull(exclusionEffect);
  }

  @Override
  public UnknownAs unknownAs() {
    return Objects.requireNonNull(unknownAs);
  }
}
