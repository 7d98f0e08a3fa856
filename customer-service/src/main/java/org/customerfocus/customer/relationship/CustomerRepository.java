package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Keyset.Scope;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.recording.PlacedRow;
import org.customerfocus.customer.recording.PlacedRowRepository;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CustomerRepository {

  private final EntityManager entities;
  private final Keyset keyset;
  private final CurrentCaller caller;

  CustomerRepository(EntityManager entities, Keyset keyset, CurrentCaller caller) {
    this.entities = entities;
    this.keyset = keyset;
    this.caller = caller;
  }

  void add(Customer customer, CustomerTerms terms) {
    entities.persist(customer);
    addParts(customer.id(), terms);
    entities.flush();
  }

  Customer get(UUID id) {
    Customer customer = entities.find(Customer.class, id);
    if (customer == null) {
      throw ProblemException.notFound("customer", id);
    }
    return customer;
  }

  Optional<Customer> find(UUID party, @Nullable UUID provider) {
    return find(List.of(party), provider).stream().findFirst();
  }

  /// The relationships of several parties with one provider.
  List<Customer> find(Collection<UUID> parties, @Nullable UUID provider) {
    return parties.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "from Customer c where c.partyId in :parties"
                    + " and c.providerPartyId is not distinct from :provider",
                Customer.class)
            .setParameter("parties", parties)
            .setParameter("provider", provider)
            .getResultList();
  }

  /// Raises the version of each customer whose answer shows the party: as its own party, or as one
  /// of the people of its organisation.
  void raiseVersions(UUID party, Instant now) {
    entities
        .createQuery(
            """
            update versioned Customer c set c.updatedAt = :now
            where c.partyId = :party
               or c.partyId in (select m.organizationPartyId from Membership m
                                where m.memberPartyId = :party)
               or c.partyId in (select a.organizationPartyId from SigningAuthority a
                                where a.personPartyId = :party)""")
        .setParameter("now", now)
        .setParameter("party", party)
        .executeUpdate();
  }

  /// Raises the version of each customer whose answer names one of these relationships: as that of
  /// one of its people with the same provider.
  void raiseWhereShown(Collection<UUID> relationships, Instant now) {
    if (relationships.isEmpty()) {
      return;
    }
    // In this order whatever the planner expects: by index from the relationships to their parties'
    // organisations, of which there are few. An import's fresh tables have no statistics yet.
    entities
        .createNativeQuery(
            """
            WITH shown AS MATERIALIZED (
              SELECT c.provider_party_id AS provider, m.organization_party_id AS organization
              FROM customer c JOIN membership m ON m.member_party_id = c.party_id
              WHERE c.id = ANY (:relationships)
              UNION
              SELECT c.provider_party_id, s.organization_party_id
              FROM customer c JOIN signing_authority s ON s.person_party_id = c.party_id
              WHERE c.id = ANY (:relationships))
            UPDATE customer SET version = version + 1, updated_at = :now
            WHERE id = ANY (ARRAY(
              SELECT o.id FROM shown CROSS JOIN LATERAL (
                SELECT id FROM customer
                WHERE party_id = shown.organization
                  AND provider_party_id IS NOT DISTINCT FROM shown.provider OFFSET 0) o))""")
        .setParameter("now", now)
        .setParameter("relationships", relationships.toArray(UUID[]::new))
        .executeUpdate();
  }

  /// Reads again what statements have changed behind the entity's back.
  void refresh(Customer customer) {
    entities.flush();
    entities.refresh(customer);
  }

  /// Writes the parts that differ.
  void replaceParts(UUID customer, CustomerTerms terms) {
    replace(customer, CustomerRoleRow.class, terms.roles(), CustomerRoleRow::new);
    replace(customer, CustomerOfferingRow.class, terms.offeringIds(), CustomerOfferingRow::new);
    replace(
        customer,
        CustomerCompensationRow.class,
        terms.compensation(),
        CustomerCompensationRow::new);
    replace(customer, CustomerRefRow.class, terms.externalRefs(), CustomerRefRow::new);
  }

  @FunctionalInterface
  private interface NewRow<T, R> {
    R of(UUID customer, T part, int place);
  }

  private <T, R extends PlacedRow<T>> void replace(
      UUID customer, Class<R> type, List<T> after, NewRow<T, R> row) {
    List<R> rows =
        entities
            .createQuery(
                "from %s p where p.customerId = :customer".formatted(type.getSimpleName()), type)
            .setParameter("customer", customer)
            .getResultList();
    PlacedRowRepository.replace(
        entities, type, rows, after, (part, place) -> row.of(customer, part, place));
  }

  /// Adds the parts of a new customer; they are written when the transaction flushes.
  void addParts(UUID customer, CustomerTerms terms) {
    for (int place = 0; place < terms.roles().size(); place++) {
      entities.persist(new CustomerRoleRow(customer, terms.roles().get(place), place));
    }
    for (int place = 0; place < terms.offeringIds().size(); place++) {
      entities.persist(new CustomerOfferingRow(customer, terms.offeringIds().get(place), place));
    }
    for (int place = 0; place < terms.compensation().size(); place++) {
      entities.persist(
          new CustomerCompensationRow(customer, terms.compensation().get(place), place));
    }
    for (int place = 0; place < terms.externalRefs().size(); place++) {
      entities.persist(new CustomerRefRow(customer, terms.externalRefs().get(place), place));
    }
  }

  CustomerTerms terms(Customer customer) {
    CustomerTerms terms = terms(List.of(customer)).get(customer.id());
    return terms == null ? customer.terms(List.of(), List.of(), List.of(), List.of()) : terms;
  }

  /// The terms of several customers, in one query a kind of part.
  Map<UUID, CustomerTerms> terms(Collection<Customer> customers) {
    List<UUID> ids = customers.stream().map(Customer::id).toList();
    Map<UUID, List<CustomerRole>> roles =
        parts(CustomerRoleRow.class, ids, CustomerRoleRow::customerId, CustomerRoleRow::part);
    Map<UUID, List<UUID>> offerings =
        parts(
            CustomerOfferingRow.class,
            ids,
            CustomerOfferingRow::customerId,
            CustomerOfferingRow::part);
    Map<UUID, List<Compensation>> compensation =
        parts(
            CustomerCompensationRow.class,
            ids,
            CustomerCompensationRow::customerId,
            CustomerCompensationRow::part);
    Map<UUID, List<CustomerRef>> refs =
        parts(CustomerRefRow.class, ids, CustomerRefRow::customerId, CustomerRefRow::part);
    Map<UUID, CustomerTerms> terms = new HashMap<>();
    for (Customer customer : customers) {
      terms.put(
          customer.id(),
          customer.terms(
              roles.getOrDefault(customer.id(), List.of()),
              offerings.getOrDefault(customer.id(), List.of()),
              compensation.getOrDefault(customer.id(), List.of()),
              refs.getOrDefault(customer.id(), List.of())));
    }
    return terms;
  }

  private <R, V> Map<UUID, List<V>> parts(
      Class<R> type, List<UUID> customers, Function<R, UUID> owner, Function<R, V> value) {
    return entities
        .createQuery(
            "from %s p where p.customerId in :customers order by p.customerId, p.place"
                .formatted(type.getSimpleName()),
            type)
        .setParameter("customers", customers)
        .getResultStream()
        .collect(Collectors.groupingBy(owner, Collectors.mapping(value, Collectors.toList())));
  }

  void remove(Customer customer) {
    // The parts go with it by foreign key.
    entities.remove(customer);
    entities.flush();
  }

  /// @param asOf only those that held on this date, and dated fields as of it
  Page<Customer> list(PageQuery query, Fields fields, @Nullable LocalDate asOf) {
    if (asOf == null) {
      return keyset.page(Customer.class, fields, query);
    }
    Scope valid =
        new Scope(
            "(e.validFrom is null or e.validFrom <= :today)"
                + " and (e.validTo is null or e.validTo > :today)",
            Map.of("today", asOf));
    return keyset.page(Customer.class, CustomerFields.asOf(fields), query, valid);
  }

  Optional<Customer> find(CustomerRef ref) {
    return entities
        .createQuery(
            "from Customer c where c.id in (select r.customerId from CustomerRefRow r"
                + " where r.scheme = :scheme and r.value = :value)",
            Customer.class)
        .setParameter("scheme", ref.scheme())
        .setParameter("value", ref.value())
        .getResultStream()
        .findFirst();
  }

  /// Lets nobody else make or replace the customer of a key until the transaction ends.
  void lock(CustomerRef ref) {
    entities
        .createNativeQuery(
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended(:key, 0)) AS text)", String.class)
        .setParameter(
            "key",
            "customer-ref:%s:%s:%s".formatted(caller.get().tenant(), ref.scheme(), ref.value()))
        .getSingleResult();
  }

  /// Those of the offerings that there are.
  Set<UUID> offerings(Set<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            entities
                .createQuery("select o.id from Offering o where o.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList());
  }
}
