package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The phases of life cycles.
@ApplicationScoped
class LifecycleRepository {

  /// What was valid at `:asOf`, over the alias `l`.
  static final String VALID =
      "(l.validFrom is null or l.validFrom <= :asOf) and (l.validTo is null or l.validTo > :asOf)";

  private final EntityManager entities;

  LifecycleRepository(EntityManager entities) {
    this.entities = entities;
  }

  void add(CustomerLifecycleRow phase) {
    // What closed the phase before goes first: one phase a customer is open.
    entities.flush();
    entities.persist(phase);
  }

  void remove(CustomerLifecycleRow phase) {
    entities.remove(phase);
    entities.flush();
  }

  /// The phases of a customer, the latest first.
  List<CustomerLifecycleRow> latest(UUID customer, int limit) {
    return entities
        .createQuery(
            "from CustomerLifecycleRow l where l.customerId = :customer"
                + " order by l.validFrom desc nulls last",
            CustomerLifecycleRow.class)
        .setParameter("customer", customer)
        .setMaxResults(limit)
        .getResultList();
  }

  /// The phase in which a customer began.
  CustomerLifecycleRow first(UUID customer) {
    return entities
        .createQuery(
            "from CustomerLifecycleRow l where l.customerId = :customer"
                + " order by l.validFrom asc nulls first",
            CustomerLifecycleRow.class)
        .setParameter("customer", customer)
        .setMaxResults(1)
        .getSingleResult();
  }

  /// The phase in which each of several customers was on a date; none for those that had not begun.
  Map<UUID, CustomerLifecycleRow> asOf(Collection<UUID> customers, LocalDate date) {
    return entities
        .createQuery(
            "from CustomerLifecycleRow l where l.customerId in :customers and " + VALID,
            CustomerLifecycleRow.class)
        .setParameter("customers", customers)
        .setParameter("asOf", date)
        .getResultStream()
        .collect(Collectors.toMap(CustomerLifecycleRow::customerId, Function.identity()));
  }
}
