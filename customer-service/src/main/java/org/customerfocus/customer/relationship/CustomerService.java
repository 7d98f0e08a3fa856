package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.AttributeTarget;
import org.customerfocus.customer.attribute.Attributes;
import org.customerfocus.customer.organization.MembershipTerms;
import org.customerfocus.customer.organization.MembershipType;
import org.customerfocus.customer.organization.MembershipView;
import org.customerfocus.customer.organization.OrganizationService;
import org.customerfocus.customer.organization.SigningAuthorityView;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyChanged;
import org.customerfocus.customer.party.PartyKind;
import org.customerfocus.customer.party.PartyRequest;
import org.customerfocus.customer.party.PartyService;
import org.customerfocus.customer.relationship.CustomerView.CustomerPerson;
import org.customerfocus.customer.relationship.CustomerView.PartySummary;
import org.jspecify.annotations.Nullable;

/// Registers a customer with its party and its people, in the transaction of the one call that asks
/// for it.
@ApplicationScoped
class CustomerService {

  private static final int SHOWN_PEOPLE = 200;

  private final CustomerRepository customers;
  private final PartyService parties;
  private final OrganizationService organizations;
  private final Attributes attributes;
  private final Journal journal;
  private final InstantSource clock;

  CustomerService(
      CustomerRepository customers,
      PartyService parties,
      OrganizationService organizations,
      Attributes attributes,
      Journal journal,
      InstantSource clock) {
    this.customers = customers;
    this.parties = parties;
    this.organizations = organizations;
    this.attributes = attributes;
    this.journal = journal;
    this.clock = clock;
  }

  Customer register(CustomerRequest request) {
    CustomerTerms terms = CustomerTerms.of(request);
    List<FieldError> faults = terms.faults();
    Attributes.Checked checked = check(null, terms.attributes());
    faults.addAll(checked.faults());
    refuse(faults);
    Party party = party(request.party(), request.partyId(), "");
    UUID provider = request.providerPartyId();
    if (provider != null) {
      parties.referred(provider, "/providerPartyId");
      if (provider.equals(party.id())) {
        throw ProblemException.invalid("/providerPartyId", "a party is no customer of itself");
      }
    }
    Customer customer = add(party, provider, terms);
    attributes.add(AttributeOwner.CUSTOMER, customer.id(), checked);
    List<PersonRequest> people = request.people() == null ? List.of() : request.people();
    if (!people.isEmpty() && party.kind() != PartyKind.ORGANIZATION) {
      throw ProblemException.invalid("/people", "only an organisation has people");
    }
    for (int i = 0; i < people.size(); i++) {
      addPerson(people.get(i), party, provider, "/people/" + i);
    }
    return customer;
  }

  private Customer add(Party party, @Nullable UUID provider, CustomerTerms terms) {
    customers
        .find(party.id(), provider)
        .ifPresent(
            known -> {
              throw new ProblemException(
                  Problems.CONFLICT,
                  "This party is a customer of that provider already: %s. Change that one."
                      .formatted(known.id()));
            });
    Customer customer = new Customer(party.id(), provider, terms, clock.instant());
    customers.add(customer, terms);
    journal.record(
        Change.of("customer", "created", customer)
            .data(Map.of("partyId", party.id()))
            .detail(terms.asRequest()));
    return customer;
  }

  private void addPerson(
      PersonRequest request, Party organization, @Nullable UUID provider, String at) {
    Party person = party(request.party(), request.partyId(), at);
    if (person.kind() != PartyKind.PERSON) {
      throw ProblemException.invalid(
          request.party() == null ? at + "/partyId" : at + "/party/kind", "must be a person");
    }
    List<MembershipTerms> memberships =
        request.memberships() == null ? List.of() : request.memberships();
    if (memberships.isEmpty() && request.signingAuthority() == null) {
      throw ProblemException.invalid(
          at + "/memberships", "say how the person belongs to the organisation");
    }
    for (int i = 0; i < memberships.size(); i++) {
      organizations.join(
          person, organization, memberships.get(i), "%s/memberships/%d".formatted(at, i));
    }
    if (request.signingAuthority() != null) {
      organizations.authorize(
          person, organization, request.signingAuthority(), at + "/signingAuthority");
    }
    boolean user = memberships.stream().anyMatch(each -> each.type() == MembershipType.USER_OF);
    // Who uses what the organisation is provided with is a customer of the provider too: an end
    // user, whom the organisation must not hide.
    if (user && customers.find(person.id(), provider).isEmpty()) {
      add(person, provider, endUser());
    }
  }

  private static CustomerTerms endUser() {
    return new CustomerTerms(
        Lifecycle.CURRENT,
        null,
        List.of(new CustomerRole(RoleTypes.END_USER, null, null)),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private Attributes.Checked check(
      @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
    return attributes.check(Set.of(AttributeTarget.CUSTOMER), before, after, "/attributes");
  }

  private Party party(@Nullable PartyRequest party, @Nullable UUID partyId, String at) {
    if (party != null && partyId != null) {
      throw ProblemException.invalid(at + "/partyId", "give party or partyId, not both");
    }
    if (party != null) {
      return parties.register(party, at + "/party");
    }
    if (partyId != null) {
      return parties.referred(partyId, at + "/partyId");
    }
    throw ProblemException.invalid(at + "/party", "give party or partyId");
  }

  /// @return whether anything differs
  boolean change(Customer customer, CustomerTermsRequest before, CustomerTermsRequest after) {
    if (after.equals(before)) {
      return false;
    }
    CustomerTerms terms = CustomerTerms.of(after);
    List<FieldError> faults = terms.faults();
    Attributes.Checked checked =
        check(Objects.requireNonNullElse(before.attributes(), Map.of()), terms.attributes());
    faults.addAll(checked.faults());
    refuse(faults);
    customer.change(terms, clock.instant());
    customers.replaceParts(customer.id(), terms);
    attributes.replace(AttributeOwner.CUSTOMER, customer.id(), checked);
    journal.record(
        Change.of("customer", "updated", customer)
            .data(Map.of("partyId", customer.partyId()))
            .detail(after));
    return true;
  }

  void raiseVersions(@Observes PartyChanged change) {
    customers.raiseVersions(change.partyId(), clock.instant());
  }

  /// What may change in a customer, its attributes included.
  CustomerTerms terms(Customer customer) {
    return customers.terms(customer).with(attributes.of(AttributeOwner.CUSTOMER, customer.id()));
  }

  CustomerView view(Customer customer) {
    Party party = parties.referred(customer.partyId(), "/partyId");
    return CustomerView.of(customer, terms(customer), party, people(customer, party));
  }

  private @Nullable List<CustomerPerson> people(Customer customer, Party party) {
    if (party.kind() != PartyKind.ORGANIZATION) {
      return null;
    }
    Map<UUID, List<MembershipView>> memberships = new LinkedHashMap<>();
    for (MembershipView each : organizations.membershipsIn(party.id(), SHOWN_PEOPLE)) {
      memberships.computeIfAbsent(each.memberPartyId(), key -> new ArrayList<>()).add(each);
    }
    Map<UUID, List<SigningAuthorityView>> authorities =
        organizations.authoritiesFor(party.id(), SHOWN_PEOPLE).stream()
            .collect(Collectors.groupingBy(SigningAuthorityView::personPartyId));
    authorities.keySet().forEach(person -> memberships.putIfAbsent(person, List.of()));
    Map<UUID, Party> byId = parties.byId(memberships.keySet());
    Map<UUID, Customer> relationships =
        customers.find(memberships.keySet(), customer.providerPartyId()).stream()
            .collect(Collectors.toMap(Customer::partyId, Function.identity()));
    List<CustomerPerson> people = new ArrayList<>();
    memberships.forEach(
        (id, held) -> {
          Party member = byId.get(id);
          Customer own = relationships.get(id);
          if (member != null && member.kind() == PartyKind.PERSON) {
            people.add(
                new CustomerPerson(
                    PartySummary.of(member),
                    held,
                    authorities.getOrDefault(id, List.of()),
                    own == null ? null : own.id()));
          }
        });
    return people;
  }

  private static void refuse(List<FieldError> faults) {
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }
}
