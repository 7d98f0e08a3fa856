package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.AttributeTarget;
import org.customerfocus.customer.attribute.Attributes;
import org.customerfocus.customer.organization.OrganizationService;
import org.customerfocus.customer.organization.PersonRequest;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyChanged;
import org.customerfocus.customer.party.PartyKind;
import org.customerfocus.customer.party.PartyService;
import org.jspecify.annotations.Nullable;

/// Registers a customer with its party and its people, in the transaction of the one call that asks
/// for it.
@ApplicationScoped
class CustomerService {

  private final CustomerRepository customers;
  private final LifecycleHistory lifecycles;
  private final OwnOrganizationRepository own;
  private final RoleTypes roleTypes;
  private final EndUsers endUsers;
  private final PartyService parties;
  private final OrganizationService organizations;
  private final Attributes attributes;
  private final Journal journal;
  private final InstantSource clock;

  CustomerService(
      CustomerRepository customers,
      LifecycleHistory lifecycles,
      OwnOrganizationRepository own,
      RoleTypes roleTypes,
      EndUsers endUsers,
      PartyService parties,
      OrganizationService organizations,
      Attributes attributes,
      Journal journal,
      InstantSource clock) {
    this.customers = customers;
    this.lifecycles = lifecycles;
    this.own = own;
    this.roleTypes = roleTypes;
    this.endUsers = endUsers;
    this.parties = parties;
    this.organizations = organizations;
    this.attributes = attributes;
    this.journal = journal;
    this.clock = clock;
  }

  Customer register(CustomerRequest request) {
    return register(request, CustomerTerms.of(request));
  }

  /// Makes the customer of another system's key, or replaces what is recorded of it.
  ///
  /// @param known the customer that has the key, if any
  Customer put(CustomerRef ref, @Nullable Customer known, CustomerRequest request) {
    if (request.partyId() == null || request.party() != null || request.people() != null) {
      throw ProblemException.invalid(
          "/partyId", "name a party that exists; party and people have keys of their own");
    }
    if (known == null) {
      return register(request, CustomerTerms.of(request).keeping(ref));
    }
    CustomerTermsRequest before = terms(known).asRequest();
    UUID provider = provider(request.providerPartyId()).partyId();
    if (!known.partyId().equals(request.partyId())
        || !Objects.equals(known.providerPartyId(), provider)) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The key means the relationship %s of another party or provider: these stay."
              .formatted(known.id()));
    }
    change(known, before, CustomerTerms.of(request).following(before).keeping(ref).asRequest());
    return known;
  }

  private Customer register(CustomerRequest request, CustomerTerms terms) {
    Customer.Provider provider = provider(request.providerPartyId());
    Attributes.Checked checked = check(terms, null, provider.partyId());
    Party party = organizations.party(request.party(), request.partyId(), "");
    Customer customer = add(party, provider, terms);
    attributes.add(AttributeOwner.CUSTOMER, customer.id(), checked);
    List<PersonRequest> people = request.people() == null ? List.of() : request.people();
    if (!people.isEmpty() && party.kind() != PartyKind.ORGANIZATION) {
      throw ProblemException.invalid("/people", "only an organisation has people");
    }
    for (int i = 0; i < people.size(); i++) {
      organizations.addPerson(people.get(i), party, "/people/" + i);
    }
    if (party.kind() == PartyKind.ORGANIZATION) {
      if (request.partyId() != null) {
        endUsers.of(party.id());
      }
      // Each of the people has made another version of it, as of all that shows them.
      customers.refresh(customer);
    }
    return customer;
  }

  /// The provider that a request names, or the own organisation.
  private Customer.Provider provider(@Nullable UUID named) {
    // Held whoever is named, and before anything is written: the users that follow need it, and
    // whoever names another own organisation holds it before they touch relationships.
    Optional<OwnOrganization> ours = own.hold();
    if (named != null) {
      return new Customer.Provider(parties.referred(named, "/providerPartyId").id(), false);
    }
    return new Customer.Provider(ours.map(OwnOrganization::partyId).orElse(null), true);
  }

  private Attributes.Checked check(
      CustomerTerms terms, @Nullable Map<String, Object> before, @Nullable UUID provider) {
    List<FieldError> faults = new ArrayList<>(terms.faults());
    Attributes.Checked checked =
        attributes.check(
            Set.of(AttributeTarget.CUSTOMER), before, terms.attributes(), "/attributes");
    faults.addAll(checked.faults());
    faults.addAll(
        unknowns(
            terms,
            provider,
            roleTypes.unknown(terms.roleTypes()),
            customers.offerings(terms.offerings())));
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    if (terms.switchedToPartyId() != null) {
      parties.referred(terms.switchedToPartyId(), "/switchedToPartyId");
    }
    return checked;
  }

  /// What the terms name and is not there.
  ///
  /// @param unknown role types that nobody has defined
  /// @param offerings those that there are
  static List<FieldError> unknowns(
      CustomerTerms terms, @Nullable UUID provider, Set<String> unknown, Set<UUID> offerings) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < terms.roles().size(); i++) {
      CustomerRole role = terms.roles().get(i);
      if (unknown.contains(role.type())) {
        faults.add(
            FieldError.at(
                "/roles/%d/type".formatted(i), "is no role type; add it to /v1/role-types first"));
      }
      if (role.offeringId() != null && !offerings.contains(role.offeringId())) {
        faults.add(noOffering("/roles/%d/offeringId".formatted(i), role.offeringId()));
      }
    }
    for (int i = 0; i < terms.offeringIds().size(); i++) {
      if (!offerings.contains(terms.offeringIds().get(i))) {
        faults.add(noOffering("/offeringIds/" + i, terms.offeringIds().get(i)));
      }
    }
    UUID switchedTo = terms.switchedToPartyId();
    if (switchedTo != null && switchedTo.equals(provider)) {
      faults.add(FieldError.at("/switchedToPartyId", "is the very provider that was left"));
    }
    return faults;
  }

  private static FieldError noOffering(String at, UUID id) {
    return FieldError.at(at, "there is no offering %s".formatted(id));
  }

  private Customer add(Party party, Customer.Provider provider, CustomerTerms terms) {
    if (party.id().equals(provider.partyId())) {
      throw ProblemException.invalid("/providerPartyId", "a party is no customer of itself");
    }
    customers
        .find(party.id(), provider.partyId())
        .ifPresent(
            known -> {
              throw new ProblemException(
                  Problems.CONFLICT,
                  "This party is a customer of that provider already: %s. Change that one."
                      .formatted(known.id()));
            });
    Customer customer = new Customer(party.id(), provider, terms, clock.instant());
    customers.add(customer, terms);
    lifecycles.begin(customer.id(), terms);
    customers.raiseWhereShown(List.of(customer.id()), clock.instant());
    journal.record(
        Change.of("customer", "created", customer)
            .data(told(customer, terms))
            .detail(terms.asRequest()));
    return customer;
  }

  private static Map<String, Object> told(Customer customer, CustomerTerms terms) {
    return Map.of("partyId", customer.partyId(), "lifecycle", terms.lifecycle());
  }

  /// Changes a customer as a patch, or a whole description, has it.
  void change(Customer customer, CustomerTermsRequest before, CustomerTermsRequest after) {
    if (after.equals(before)) {
      return;
    }
    CustomerTerms terms = apply(customer, before, after);
    journal.record(
        Change.of("customer", "updated", customer).data(told(customer, terms)).detail(after));
  }

  /// Makes a change, and leaves it to the caller to journal it.
  CustomerTerms apply(Customer customer, CustomerTermsRequest before, CustomerTermsRequest after) {
    CustomerTerms terms = CustomerTerms.of(after);
    Attributes.Checked checked =
        check(
            terms,
            Objects.requireNonNullElse(before.attributes(), Map.of()),
            customer.providerPartyId());
    customer.change(terms, lifecycles.change(customer, terms), clock.instant());
    customers.replaceParts(customer.id(), terms);
    attributes.replace(AttributeOwner.CUSTOMER, customer.id(), checked);
    return terms;
  }

  /// What may change in a customer, its attributes included.
  CustomerTerms terms(Customer customer) {
    return customers.terms(customer).with(attributes.of(AttributeOwner.CUSTOMER, customer.id()));
  }

  /// Lets whoever shows the relationship, which is about to go, be another version.
  void tellWhereShown(Customer customer) {
    customers.raiseWhereShown(List.of(customer.id()), clock.instant());
  }

  void raiseVersions(@Observes PartyChanged change) {
    customers.raiseVersions(change.partyId(), clock.instant());
  }
}
