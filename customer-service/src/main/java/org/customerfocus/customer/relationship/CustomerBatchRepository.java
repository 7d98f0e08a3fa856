package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Rows of many customers, written together when the transaction flushes.
@ApplicationScoped
class CustomerBatchRepository {

  private final EntityManager entities;
  private final CustomerRepository customers;

  CustomerBatchRepository(EntityManager entities, CustomerRepository customers) {
    this.entities = entities;
    this.customers = customers;
  }

  /// All relationships of these parties as customers.
  List<Customer> of(Collection<UUID> parties) {
    return parties.isEmpty()
        ? List.of()
        : entities
            .createQuery("from Customer c where c.partyId in :parties", Customer.class)
            .setParameter("parties", parties)
            .getResultList();
  }

  /// Whose the keys are, as far as they are anybody's.
  Map<CustomerRef, UUID> owners(Collection<CustomerRef> refs) {
    return refs.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "from CustomerRefRow r where r.scheme in :schemes and r.value in :values",
                CustomerRefRow.class)
            .setParameter("schemes", refs.stream().map(CustomerRef::scheme).distinct().toList())
            .setParameter("values", refs.stream().map(CustomerRef::value).distinct().toList())
            .getResultStream()
            .collect(Collectors.toMap(CustomerRefRow::part, CustomerRefRow::customerId));
  }

  void add(Customer customer, CustomerTerms terms, CustomerLifecycleRow phase) {
    entities.persist(customer);
    customers.addParts(customer.id(), terms);
    entities.persist(phase);
  }

  /// Raises the version of each customer whose answer shows one of the parties: as its own party,
  /// or as one of the people of its organisation.
  void raiseVersions(Collection<UUID> parties, Instant now) {
    if (parties.isEmpty()) {
      return;
    }
    entities
        .createQuery(
            """
            update versioned Customer c set c.updatedAt = :now
            where c.partyId in :parties
               or c.partyId in (select m.organizationPartyId from Membership m
                                where m.memberPartyId in :parties)
               or c.partyId in (select a.organizationPartyId from SigningAuthority a
                                where a.personPartyId in :parties)""")
        .setParameter("now", now)
        .setParameter("parties", parties)
        .executeUpdate();
  }
}
