package org.customerfocus.customer.relationship;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.customer.attribute.AttributeValues;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The part of a customer relationship that may change; what a patch is applied to.
@Schema(
    name = "CustomerTermsRequest",
    description = "The part of a customer relationship that may change.")
public record CustomerTermsRequest(
    @NotNull Lifecycle lifecycle,
    @Schema(description = "Why the customer left; required of a former one, and of no other.")
        @Nullable LifecycleReasonType lifecycleReasonType,
    @Size(max = 1000)
        @Schema(description = "Why it came to this, in words; required for the reason other.")
        @Nullable String lifecycleReason,
    @Schema(description = "The provider that a former customer went to.")
        @Nullable UUID switchedToPartyId,
    @Schema(
            description =
                "The day on which the last transition took effect; today unless said otherwise, and"
                    + " absent in the first phase, which begins with the relationship.")
        @Nullable LocalDate lifecycleSince,
    @NotNull @Size(min = 1, max = 50) @Schema(description = "At least one.")
        List<@NotNull @Valid CustomerRole> roles,
    @Size(max = 200) @Schema(description = "What the relationship is about.")
        @Nullable List<@NotNull UUID> offeringIds,
    @Size(max = 20) @Nullable List<@NotNull @Valid Compensation> compensation,
    @Size(max = 20) @Schema(description = "The keys under which other systems know it.")
        @Nullable List<@NotNull @Valid CustomerRef> externalRefs,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.") @Nullable LocalDate validTo,
    @Size(max = 200)
        @Schema(
            description =
                "Values by the codes of attribute definitions: text (also for dates, instants and"
                    + " choices), numbers, true or false.")
        @Nullable Map<String, @Nullable Object> attributes) {

  public CustomerTermsRequest {
    attributes = AttributeValues.canonical(attributes);
  }

  /// What the reason of the phase before was is none for the next one.
  public CustomerTermsRequest withoutReason() {
    return new CustomerTermsRequest(
        lifecycle,
        null,
        null,
        null,
        null,
        roles,
        offeringIds,
        compensation,
        externalRefs,
        validFrom,
        validTo,
        attributes);
  }
}
