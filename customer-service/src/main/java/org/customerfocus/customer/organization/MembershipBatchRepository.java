package org.customerfocus.customer.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Rows of many memberships, written together when the transaction flushes.
@ApplicationScoped
class MembershipBatchRepository {

  private final EntityManager entities;

  MembershipBatchRepository(EntityManager entities) {
    this.entities = entities;
  }

  List<Membership> of(Collection<UUID> members) {
    return members.isEmpty()
        ? List.of()
        : entities
            .createQuery("from Membership m where m.memberPartyId in :members", Membership.class)
            .setParameter("members", members)
            .getResultList();
  }

  void add(Membership membership) {
    entities.persist(membership);
  }
}
