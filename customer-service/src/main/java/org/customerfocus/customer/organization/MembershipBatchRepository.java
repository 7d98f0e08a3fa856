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

  /// By what these organisations, and those above them, are parts of others.
  @SuppressWarnings("unchecked")
  List<Membership> partsAbove(Collection<UUID> organizations) {
    return entities
        .createNativeQuery(
            """
            WITH RECURSIVE above (party_id) AS (
              SELECT unnest(CAST(:organizations AS uuid[]))
              UNION
              SELECT m.organization_party_id
              FROM above a JOIN membership m ON m.member_party_id = a.party_id
              WHERE m.type = 'part-of'
            )
            SELECT m.* FROM above a JOIN membership m ON m.member_party_id = a.party_id
            WHERE m.type = 'part-of'""",
            Membership.class)
        .setParameter("organizations", organizations.toArray(UUID[]::new))
        .getResultList();
  }

  void add(Membership membership) {
    entities.persist(membership);
  }
}
