package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.command.Trial;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.AttributeTarget;
import org.customerfocus.customer.attribute.Attributes;
import org.customerfocus.customer.organization.MembershipBatch;
import org.customerfocus.customer.organization.MembershipType;
import org.customerfocus.customer.party.PartyService;
import org.jspecify.annotations.Nullable;

/// Customers many at a time, as a file brings them: under the rules of one at a time, without a
/// query for each. It journals nothing, for many are one command of whoever asks for them.
@ApplicationScoped
public class CustomerBatch {

  private final CustomerRepository customers;
  private final CustomerBatchRepository rows;
  private final CustomerService service;
  private final CustomerFields fields;
  private final OwnOrganizationRepository own;
  private final RoleTypes roleTypes;
  private final EndUsers endUsers;
  private final PartyService parties;
  private final Attributes attributes;
  private final InstantSource clock;

  CustomerBatch(
      CustomerRepository customers,
      CustomerBatchRepository rows,
      CustomerService service,
      CustomerFields fields,
      OwnOrganizationRepository own,
      RoleTypes roleTypes,
      EndUsers endUsers,
      PartyService parties,
      Attributes attributes,
      InstantSource clock) {
    this.customers = customers;
    this.rows = rows;
    this.service = service;
    this.fields = fields;
    this.own = own;
    this.roleTypes = roleTypes;
    this.endUsers = endUsers;
    this.parties = parties;
    this.attributes = attributes;
    this.clock = clock;
  }

  /// Whose customer which party is.
  ///
  /// @param providerPartyId null for the own organisation while no party stands for it
  public record Ends(UUID partyId, @Nullable UUID providerPartyId) {}

  /// A customer that there is, as a request would describe it.
  ///
  /// @param implied whether the provider is the own organisation because nobody was named
  public record Known(
      UUID id,
      Ends ends,
      boolean implied,
      CustomerTermsRequest terms,
      Instant createdAt,
      Instant updatedAt) {}

  /// What the terms of a batch refer to, as far as there is such a thing.
  ///
  /// @param absentParties what to say of the parties that there are not
  public record Facts(
      Set<String> unknownRoleTypes,
      Set<UUID> offerings,
      Map<UUID, String> absentParties,
      Keys keys,
      Attributes.Definitions attributes) {

    private List<FieldError> absence(String at, @Nullable UUID party) {
      String absent = party == null ? null : absentParties.get(party);
      return absent == null ? List.of() : List.of(FieldError.at(at, absent));
    }
  }

  /// Whose the keys of other systems are, and which the batch has given away.
  private record Keys(Map<CustomerRef, UUID> owners, Set<CustomerRef> given) {

    boolean give(CustomerRef ref, @Nullable Known to) {
      UUID owner = owners.get(ref);
      return (owner == null || (to != null && owner.equals(to.id()))) && given.add(ref);
    }
  }

  /// A customer that can be recorded.
  public static final class Draft {
    private final @Nullable Known known;
    private final Customer.Provider provider;
    private final UUID partyId;
    private final CustomerTermsRequest request;
    private final Attributes.Checked attributes;
    private final List<FieldError> faults;

    private Draft(
        @Nullable Known known,
        UUID partyId,
        Customer.Provider provider,
        CustomerTermsRequest request,
        Attributes.Checked attributes,
        List<FieldError> faults) {
      this.known = known;
      this.partyId = partyId;
      this.provider = provider;
      this.request = request;
      this.attributes = attributes;
      this.faults = faults;
    }

    public List<FieldError> faults() {
      return faults;
    }
  }

  /// What the attributes of a batch are checked against.
  public Attributes.Definitions definitions() {
    return attributes.definitions(AttributeOwner.CUSTOMER);
  }

  /// The party that stands for the tenant, or null; it stays so until the transaction ends.
  public @Nullable UUID ownPartyId() {
    return own.hold().map(OwnOrganization::partyId).orElse(null);
  }

  /// What these terms refer to, and providers besides.
  public Facts facts(Collection<CustomerTermsRequest> terms, Collection<UUID> providers) {
    Set<String> roles = new HashSet<>();
    Set<UUID> offerings = new HashSet<>();
    Set<UUID> named = new HashSet<>(providers);
    Set<CustomerRef> refs = new HashSet<>();
    for (CustomerTermsRequest each : terms) {
      CustomerTerms held = CustomerTerms.of(each);
      roles.addAll(held.roleTypes());
      offerings.addAll(held.offerings());
      refs.addAll(held.externalRefs());
      if (held.switchedToPartyId() != null) {
        named.add(held.switchedToPartyId());
      }
    }
    return new Facts(
        roleTypes.unknown(roles),
        customers.offerings(offerings),
        parties.absent(named),
        new Keys(rows.owners(refs), new HashSet<>()),
        attributes.definitions(AttributeOwner.CUSTOMER));
  }

  /// All relationships of these parties as customers.
  public Map<Ends, Known> known(Collection<UUID> partyIds) {
    Map<Ends, Known> known = new HashMap<>();
    known(rows.of(partyIds)).forEach(each -> known.put(each.ends(), each));
    return known;
  }

  /// A page of the list of customers.
  public Page<Known> page(PageQuery query) {
    Page<Customer> page = customers.list(query, fields.namedIn(query.filter), null);
    return new Page<>(known(page.items()), page.nextCursor(), page.total());
  }

  private List<Known> known(List<Customer> found) {
    Map<UUID, CustomerTerms> terms = customers.terms(found);
    Map<UUID, Map<String, Object>> values =
        attributes.of(AttributeOwner.CUSTOMER, found.stream().map(Customer::id).toList());
    List<Known> known = new ArrayList<>();
    for (Customer each : found) {
      CustomerTerms held = Objects.requireNonNull(terms.get(each.id()));
      known.add(
          new Known(
              each.id(),
              new Ends(each.partyId(), each.providerPartyId()),
              each.providerImplied(),
              held.with(values.get(each.id())).asRequest(),
              each.createdAt(),
              each.updatedAt()));
    }
    return known;
  }

  /// A new customer.
  ///
  /// @param implied whether its provider is the own organisation because nobody was named
  public Draft draft(Facts facts, Ends ends, boolean implied, CustomerTermsRequest request) {
    UUID partyId = ends.partyId();
    Customer.Provider provider = new Customer.Provider(ends.providerPartyId(), implied);
    List<FieldError> faults = new ArrayList<>();
    if (!implied) {
      faults.addAll(facts.absence("/providerPartyId", ends.providerPartyId()));
    }
    if (partyId.equals(provider.partyId())) {
      faults.add(FieldError.at("/providerPartyId", "a party is no customer of itself"));
    }
    if (request.lifecycleSince() != null) {
      faults.add(
          FieldError.at(
              "/lifecycleSince", "the first phase begins with the relationship: set validFrom"));
    }
    return check(facts, null, partyId, provider, request, faults);
  }

  /// Another description of a customer that there is.
  public Draft draft(Facts facts, Known known, CustomerTermsRequest after) {
    List<FieldError> faults = new ArrayList<>();
    Draft draft =
        check(
            facts,
            known,
            known.ends().partyId(),
            new Customer.Provider(known.ends().providerPartyId(), false),
            after,
            faults);
    if (faults.isEmpty() && moves(known.terms(), after)) {
      faults.addAll(trial(known, after));
    }
    return draft;
  }

  private Draft check(
      Facts facts,
      @Nullable Known known,
      UUID partyId,
      Customer.Provider provider,
      CustomerTermsRequest request,
      List<FieldError> faults) {
    CustomerTerms terms = CustomerTerms.of(request);
    faults.addAll(terms.faults());
    faults.addAll(
        CustomerService.unknowns(
            terms, provider.partyId(), facts.unknownRoleTypes(), facts.offerings()));
    for (int i = 0; i < terms.externalRefs().size(); i++) {
      if (!facts.keys().give(terms.externalRefs().get(i), known)) {
        faults.add(FieldError.at("/externalRefs/" + i, "is the key of another customer"));
      }
    }
    faults.addAll(facts.absence("/switchedToPartyId", terms.switchedToPartyId()));
    Map<String, Object> before =
        known == null
            ? null
            : Objects.requireNonNullElse(known.terms().attributes(), Map.<String, Object>of());
    Attributes.Checked checked =
        attributes.check(
            facts.attributes(),
            Set.of(AttributeTarget.CUSTOMER),
            before,
            terms.attributes(),
            "/attributes");
    faults.addAll(checked.faults());
    return new Draft(known, partyId, provider, request, checked, faults);
  }

  private static boolean moves(CustomerTermsRequest before, CustomerTermsRequest after) {
    return before.lifecycle() != after.lifecycle()
        || !Objects.equals(before.lifecycleSince(), after.lifecycleSince())
        || !Objects.equals(before.validFrom(), after.validFrom());
  }

  /// What the life cycle has against the change: it is made, and taken back.
  private List<FieldError> trial(Known known, CustomerTermsRequest after) {
    try {
      return Trial.of(
          () -> {
            service.apply(customers.get(known.id()), known.terms(), after);
            return List.<FieldError>of();
          });
    } catch (ProblemException e) {
      return e.errors().isEmpty() ? List.of(FieldError.at("/lifecycle", e.detail())) : e.errors();
    }
  }

  /// Records customers without faults: the new ones together, those that change one by one.
  public void record(List<Draft> drafts) {
    Instant now = clock.instant();
    for (Draft draft : drafts) {
      Known known = draft.known;
      if (known != null) {
        service.apply(customers.get(known.id()), known.terms(), draft.request);
      }
    }
    Map<UUID, UUID> added = new HashMap<>();
    for (Draft draft : drafts) {
      if (draft.known == null) {
        CustomerTerms terms = CustomerTerms.of(draft.request);
        Customer customer = new Customer(draft.partyId, draft.provider, terms, now);
        rows.add(
            customer,
            terms,
            new CustomerLifecycleRow(customer.id(), terms, terms.validFrom(), now));
        attributes.add(AttributeOwner.CUSTOMER, customer.id(), draft.attributes);
        added.put(customer.id(), customer.partyId());
      }
    }
    customers.raiseWhereShown(added.keySet(), now);
    endUsers.recorded(added.values());
  }

  /// What follows from users that have just been recorded: they are customers, too.
  public void recordUsers(Collection<MembershipBatch.Link> links) {
    List<MembershipBatch.Key> uses =
        links.stream()
            .map(MembershipBatch.Link::key)
            .filter(key -> key.type() == MembershipType.USER_OF)
            .toList();
    endUsers.recorded(
        uses.stream().map(MembershipBatch.Key::organization).toList(),
        uses.stream().map(MembershipBatch.Key::member).toList());
  }

  /// Raises the versions of the customers whose answers show one of the parties.
  public void raiseVersions(Collection<UUID> partyIds) {
    rows.raiseVersions(partyIds, clock.instant());
  }
}
