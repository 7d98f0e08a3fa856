package org.customerfocus.customer.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.customer.organization.MembershipView;
import org.customerfocus.customer.organization.SigningAuthorityView;
import org.customerfocus.customer.party.PartySummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A customer as it is answered.
@Schema(name = "CustomerView", description = "A relationship from a party to a provider.")
record CustomerView(
    @Schema(description = "The relationship; never interchangeable with partyId.") UUID id,
    UUID partyId,
    @Schema(description = "In lists only with expand=party.") @Nullable PartySummary party,
    @Schema(
            description =
                "The tenant's own organisation, or another provider; absent for the own one while"
                    + " no party stands for it.")
        @Nullable UUID providerPartyId,
    @Schema(description = "With expand=provider.") @Nullable PartySummary provider,
    @Schema(
            description =
                "Whether both ends belong to one root organisation: through part-of, and a person"
                    + " through member-of as well. It follows the structure and the calendar, so"
                    + " that it may change while the version stays.")
        boolean internal,
    Lifecycle lifecycle,
    @Schema(description = "What the life cycle may become.") List<Lifecycle> allowedLifecycles,
    @Schema(description = "Why a former customer left.")
        @Nullable LifecycleReasonType lifecycleReasonType,
    @Nullable String lifecycleReason,
    @Nullable UUID switchedToPartyId,
    @Schema(description = "Since when the present phase lasts; absent in the first one.")
        @Nullable LocalDate lifecycleSince,
    List<CustomerRole> roles,
    List<UUID> offeringIds,
    List<Compensation> compensation,
    @Schema(description = "The keys under which other systems know it.")
        List<CustomerRef> externalRefs,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Schema(description = "Values by the codes of attribute definitions.")
        @Nullable Map<String, Object> attributes,
    @Schema(description = "The people of an organisation, the first 200; not in lists.")
        @Nullable List<CustomerPerson> people,
    @Schema(description = "Every phase of the life cycle, the last 200; not in lists.")
        @Nullable List<LifecyclePhase> lifecycleHistory,
    Instant createdAt,
    Instant updatedAt) {

  /// One of the people of a customer organisation.
  @Schema(name = "CustomerPerson", description = "One of the people of a customer organisation.")
  record CustomerPerson(
      PartySummary party,
      List<MembershipView> memberships,
      List<SigningAuthorityView> signingAuthorities,
      @Schema(description = "The person's own relationship with the provider, if any.")
          @Nullable UUID customerId) {}

  /// What only the answer about one customer shows.
  record Detail(List<LifecyclePhase> lifecycleHistory, @Nullable List<CustomerPerson> people) {}

  /// What an answer shows beside the relationship itself.
  record Beside(@Nullable PartySummary party, @Nullable PartySummary provider, boolean internal) {}

  static CustomerView of(
      Customer customer, CustomerTerms terms, Beside beside, @Nullable Detail detail) {
    return new CustomerView(
        customer.id(),
        customer.partyId(),
        beside.party(),
        customer.providerPartyId(),
        beside.provider(),
        beside.internal(),
        terms.lifecycle(),
        terms.lifecycle().allowed(),
        terms.lifecycleReasonType(),
        terms.lifecycleReason(),
        terms.switchedToPartyId(),
        terms.lifecycleSince(),
        terms.roles(),
        terms.offeringIds(),
        terms.compensation(),
        terms.externalRefs(),
        terms.validFrom(),
        terms.validTo(),
        terms.attributes(),
        detail == null ? null : detail.people(),
        detail == null ? null : detail.lifecycleHistory(),
        customer.createdAt(),
        customer.updatedAt());
  }
}
