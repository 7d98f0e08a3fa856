package org.customerfocus.customer.relationship;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.customer.attribute.AttributeValues;
import org.customerfocus.customer.organization.PersonRequest;
import org.customerfocus.customer.party.PartyRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A customer with its party and its people, registered in one call.
@Schema(
    name = "CustomerRequest",
    description =
        "A customer relationship; its party (new or known) and, for an organisation, its people.")
record CustomerRequest(
    @Valid @Schema(description = "A party to register; or give partyId.")
        @Nullable PartyRequest party,
    @Schema(description = "A party that exists already; or give party.") @Nullable UUID partyId,
    @Schema(
            description =
                "Whose customer it is: a competitor, a supplier, a customer of yours; absent for"
                    + " the tenant's own organisation.")
        @Nullable UUID providerPartyId,
    @Schema(description = "current unless said otherwise.") @Nullable Lifecycle lifecycle,
    @Schema(description = "Why the customer left; required of a former one, and of no other.")
        @Nullable LifecycleReasonType lifecycleReasonType,
    @Size(max = 1000)
        @Schema(description = "Why it came to this, in words; required for the reason other.")
        @Nullable String lifecycleReason,
    @Schema(description = "The provider that a former customer went to.")
        @Nullable UUID switchedToPartyId,
    @NotNull @Size(min = 1, max = 50) @Schema(description = "At least one.")
        List<@NotNull @Valid CustomerRole> roles,
    @Size(max = 200) @Schema(description = "What the relationship is about.")
        @Nullable List<@NotNull UUID> offeringIds,
    @Size(max = 20) @Nullable List<@NotNull @Valid Compensation> compensation,
    @Size(max = 20) @Schema(description = "The keys under which other systems know it.")
        @Nullable List<@NotNull @Valid CustomerRef> externalRefs,
    @Schema(description = "When the relationship, and its life cycle with it, begins.")
        @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.") @Nullable LocalDate validTo,
    @Size(max = 200) @Schema(description = "The people of a customer organisation.")
        @Nullable List<@NotNull @Valid PersonRequest> people,
    @Size(max = 200)
        @Schema(
            description =
                "Values by the codes of attribute definitions: text (also for dates, instants and"
                    + " choices), numbers, true or false.")
        @Nullable Map<String, @Nullable Object> attributes) {

  CustomerRequest {
    attributes = AttributeValues.canonical(attributes);
  }
}
