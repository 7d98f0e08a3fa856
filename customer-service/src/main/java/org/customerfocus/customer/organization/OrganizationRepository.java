package org.customerfocus.customer.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Keyset.Scope;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class OrganizationRepository {

  static final Fields MEMBERSHIPS =
      Fields.of("membership")
          .sortable("memberPartyId", UUID.class)
          .sortable("organizationPartyId", UUID.class)
          .sortable("type", MembershipType.class)
          .build();

  static final Fields AUTHORITIES =
      Fields.of("signing_authority")
          .sortable("personPartyId", UUID.class)
          .sortable("organizationPartyId", UUID.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  OrganizationRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(VersionedEntity entity) {
    entities.persist(entity);
    entities.flush();
  }

  void remove(VersionedEntity entity) {
    entities.remove(entity);
    entities.flush();
  }

  Membership membership(UUID id) {
    return found(entities.find(Membership.class, id), "membership", id);
  }

  SigningAuthority authority(UUID id) {
    return found(entities.find(SigningAuthority.class, id), "signing authority", id);
  }

  private static <T> T found(@Nullable T entity, String what, UUID id) {
    if (entity == null) {
      throw ProblemException.notFound(what, id);
    }
    return entity;
  }

  Page<Membership> memberships(PageQuery query, @Nullable LocalDate asOf) {
    return keyset.page(Membership.class, MEMBERSHIPS, query, valid(asOf));
  }

  Page<SigningAuthority> authorities(PageQuery query, @Nullable LocalDate asOf) {
    return keyset.page(SigningAuthority.class, AUTHORITIES, query, valid(asOf));
  }

  private static Scope valid(@Nullable LocalDate asOf) {
    return asOf == null
        ? Scope.ALL
        : new Scope(
            "(e.validFrom is null or e.validFrom <= :asOf)"
                + " and (e.validTo is null or e.validTo > :asOf)",
            Map.of("asOf", asOf));
  }

  /// Memberships in an organisation, in the order in which they were recorded.
  List<Membership> membershipsIn(UUID organization, int limit) {
    return entities
        .createQuery(
            "from Membership m where m.organizationPartyId = :organization order by m.id",
            Membership.class)
        .setParameter("organization", organization)
        .setMaxResults(limit)
        .getResultList();
  }

  /// Who may sign for an organisation, in the order in which it was recorded.
  List<SigningAuthority> authoritiesFor(UUID organization, int limit) {
    return entities
        .createQuery(
            "from SigningAuthority a where a.organizationPartyId = :organization order by a.id",
            SigningAuthority.class)
        .setParameter("organization", organization)
        .setMaxResults(limit)
        .getResultList();
  }
}
