package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;

@ApplicationScoped
class OwnOrganizationRepository {

  private final EntityManager entities;
  private final CurrentCaller caller;

  OwnOrganizationRepository(EntityManager entities, CurrentCaller caller) {
    this.entities = entities;
    this.caller = caller;
  }

  Optional<OwnOrganization> find() {
    return entities
        .createQuery("from OwnOrganization o", OwnOrganization.class)
        .getResultStream()
        .findFirst();
  }

  /// Lets no other party become the own organisation until the transaction ends.
  Optional<OwnOrganization> hold() {
    lock("SELECT CAST(pg_advisory_xact_lock_shared(hashtextextended(:key, 0)) AS text)");
    return find();
  }

  /// Waits for all who hold it, and lets nobody read it until the transaction ends.
  Optional<OwnOrganization> change() {
    lock("SELECT CAST(pg_advisory_xact_lock(hashtextextended(:key, 0)) AS text)");
    return find();
  }

  private void lock(String query) {
    entities
        .createNativeQuery(query, String.class)
        .setParameter("key", "own-organization:" + caller.get().tenant())
        .getSingleResult();
  }

  void add(OwnOrganization own) {
    entities.persist(own);
    entities.flush();
  }

  /// The parties that have a relationship with the party and one without a provider as well: once
  /// the party is the own organisation, the two would be one. Those whose provider it already is by
  /// implication do not count.
  List<UUID> twice(UUID party) {
    return entities
        .createQuery(
            """
            select c.partyId from Customer c
            where c.providerImplied
              and (c.partyId = :party
                   or exists (select 1 from Customer n where n.partyId = c.partyId
                              and n.providerPartyId = :party and not n.providerImplied))
            order by c.partyId""",
            UUID.class)
        .setParameter("party", party)
        .setMaxResults(5)
        .getResultList();
  }

  /// Makes the party the provider of every relationship that names none.
  void provide(UUID party, Instant now) {
    entities
        .createQuery(
            "update versioned Customer c set c.providerPartyId = :party, c.providerImplied = true,"
                + " c.updatedAt = :now where c.providerImplied or c.providerPartyId is null")
        .setParameter("party", party)
        .setParameter("now", now)
        .executeUpdate();
    entities.clear();
  }
}
