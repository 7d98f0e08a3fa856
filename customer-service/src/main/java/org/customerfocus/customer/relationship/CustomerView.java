package org.customerfocus.customer.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.customer.organization.MembershipView;
import org.customerfocus.customer.organization.SigningAuthorityView;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A customer as it is answered.
@Schema(name = "CustomerView", description = "A relationship from a party to a provider.")
record CustomerView(
    @Schema(description = "The relationship; never interchangeable with partyId.") UUID id,
    UUID partyId,
    PartySummary party,
    @Schema(description = "Absent for the tenant's own organisation.")
        @Nullable UUID providerPartyId,
    Lifecycle lifecycle,
    @Nullable String lifecycleReason,
    List<CustomerRole> roles,
    List<UUID> offeringIds,
    List<Compensation> compensation,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Schema(description = "Values by the codes of attribute definitions.")
        @Nullable Map<String, Object> attributes,
    @Schema(description = "The people of an organisation, the first 200; not in lists.")
        @Nullable List<CustomerPerson> people,
    Instant createdAt,
    Instant updatedAt) {

  /// What a party is called and what it is.
  @Schema(name = "PartySummary", description = "A party in short.")
  record PartySummary(UUID id, PartyKind kind, String name) {

    static PartySummary of(Party party) {
      return new PartySummary(party.id(), party.kind(), party.name());
    }
  }

  /// One of the people of a customer organisation.
  @Schema(name = "CustomerPerson", description = "One of the people of a customer organisation.")
  record CustomerPerson(
      PartySummary party,
      List<MembershipView> memberships,
      List<SigningAuthorityView> signingAuthorities,
      @Schema(description = "The person's own relationship with the provider, if any.")
          @Nullable UUID customerId) {}

  static CustomerView of(
      Customer customer, CustomerTerms terms, Party party, @Nullable List<CustomerPerson> people) {
    return new CustomerView(
        customer.id(),
        customer.partyId(),
        PartySummary.of(party),
        customer.providerPartyId(),
        terms.lifecycle(),
        terms.lifecycleReason(),
        terms.roles(),
        terms.offeringIds(),
        terms.compensation(),
        terms.validFrom(),
        terms.validTo(),
        terms.attributes(),
        people,
        customer.createdAt(),
        customer.updatedAt());
  }
}
