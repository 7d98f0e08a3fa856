package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.time.Validity;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.Attributes;
import org.customerfocus.customer.organization.MembershipView;
import org.customerfocus.customer.organization.OrganizationService;
import org.customerfocus.customer.organization.SigningAuthorityView;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyKind;
import org.customerfocus.customer.party.PartyService;
import org.customerfocus.customer.party.PartySummary;
import org.customerfocus.customer.relationship.CustomerView.Beside;
import org.customerfocus.customer.relationship.CustomerView.CustomerPerson;
import org.customerfocus.customer.relationship.CustomerView.Detail;
import org.jspecify.annotations.Nullable;

/// Puts together what is shown of customers, in a fixed number of queries however many there are.
@ApplicationScoped
class CustomerViews {

  private static final int SHOWN_PEOPLE = 200;

  private final CustomerRepository customers;
  private final LifecycleRepository phases;
  private final LifecycleHistory lifecycles;
  private final PartyService parties;
  private final OrganizationService organizations;
  private final Attributes attributes;

  CustomerViews(
      CustomerRepository customers,
      LifecycleRepository phases,
      LifecycleHistory lifecycles,
      PartyService parties,
      OrganizationService organizations,
      Attributes attributes) {
    this.customers = customers;
    this.phases = phases;
    this.lifecycles = lifecycles;
    this.parties = parties;
    this.organizations = organizations;
    this.attributes = attributes;
  }

  CustomerView view(Customer customer) {
    return view(customer, null);
  }

  /// @param asOf the day of which to tell; null for all that is recorded, as it is today
  /// @throws ProblemException 404 when there was no such relationship on that day
  CustomerView view(Customer customer, @Nullable LocalDate asOf) {
    CustomerTerms terms =
        customers.terms(customer).with(attributes.of(AttributeOwner.CUSTOMER, customer.id()));
    if (asOf != null) {
      CustomerLifecycleRow phase = phases.asOf(Set.of(customer.id()), asOf).get(customer.id());
      if (phase == null || !Validity.holdsOn(asOf, terms.validFrom(), terms.validTo())) {
        throw ProblemException.notFound("customer", "%s on %s".formatted(customer.id(), asOf));
      }
      terms = terms.asOf(asOf, phase.phase());
    }
    Party party = parties.referred(customer.partyId(), "/partyId");
    boolean internal = internal(List.of(customer), asOf).contains(customer.id());
    return CustomerView.of(
        customer,
        terms,
        new Beside(PartySummary.of(party), null, internal),
        new Detail(lifecycles.of(customer.id()), people(customer, party, asOf)));
  }

  Page<CustomerView> list(
      Page<Customer> page, @Nullable LocalDate asOf, Collection<CustomerExpansion> expand) {
    List<Customer> shown = page.items();
    Map<UUID, CustomerTerms> terms = customers.terms(shown);
    List<UUID> ids = shown.stream().map(Customer::id).toList();
    Map<UUID, Map<String, Object>> values = attributes.of(AttributeOwner.CUSTOMER, ids);
    Map<UUID, CustomerLifecycleRow> then =
        asOf == null || shown.isEmpty() ? Map.of() : phases.asOf(ids, asOf);
    Set<UUID> internal = internal(shown, asOf);
    Map<UUID, Party> expanded = expanded(shown, expand);
    return page.map(
        customer -> {
          CustomerTerms held =
              Objects.requireNonNull(terms.get(customer.id())).with(values.get(customer.id()));
          CustomerLifecycleRow phase = then.get(customer.id());
          return CustomerView.of(
              customer,
              asOf == null || phase == null ? held : held.asOf(asOf, phase.phase()),
              new Beside(
                  expand.contains(CustomerExpansion.PARTY)
                      ? summary(expanded, customer.partyId())
                      : null,
                  expand.contains(CustomerExpansion.PROVIDER)
                      ? summary(expanded, customer.providerPartyId())
                      : null,
                  internal.contains(customer.id())),
              null);
        });
  }

  private Map<UUID, Party> expanded(List<Customer> shown, Collection<CustomerExpansion> expand) {
    Set<UUID> ids = new HashSet<>();
    for (Customer customer : shown) {
      if (expand.contains(CustomerExpansion.PARTY)) {
        ids.add(customer.partyId());
      }
      if (expand.contains(CustomerExpansion.PROVIDER) && customer.providerPartyId() != null) {
        ids.add(customer.providerPartyId());
      }
    }
    return parties.byId(ids);
  }

  private static @Nullable PartySummary summary(Map<UUID, Party> parties, @Nullable UUID id) {
    Party party = id == null ? null : parties.get(id);
    return party == null ? null : PartySummary.of(party);
  }

  /// Those whose both ends belong to one root organisation.
  private Set<UUID> internal(List<Customer> shown, @Nullable LocalDate asOf) {
    Set<UUID> ends = new HashSet<>();
    for (Customer customer : shown) {
      if (customer.providerPartyId() != null) {
        ends.add(customer.partyId());
        ends.add(customer.providerPartyId());
      }
    }
    Map<UUID, Set<UUID>> above =
        organizations.above(ends, asOf == null ? lifecycles.today() : asOf);
    return shown.stream()
        .filter(each -> each.providerPartyId() != null)
        .filter(
            each ->
                !Collections.disjoint(
                    above.getOrDefault(each.partyId(), Set.of()),
                    above.getOrDefault(each.providerPartyId(), Set.of())))
        .map(Customer::id)
        .collect(Collectors.toSet());
  }

  private @Nullable List<CustomerPerson> people(
      Customer customer, Party party, @Nullable LocalDate asOf) {
    if (party.kind() != PartyKind.ORGANIZATION) {
      return null;
    }
    Map<UUID, List<MembershipView>> memberships = new LinkedHashMap<>();
    for (MembershipView each : organizations.membershipsIn(party.id(), asOf, SHOWN_PEOPLE)) {
      memberships.computeIfAbsent(each.memberPartyId(), key -> new ArrayList<>()).add(each);
    }
    Map<UUID, List<SigningAuthorityView>> authorities =
        organizations.authoritiesFor(party.id(), asOf, SHOWN_PEOPLE).stream()
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
}
