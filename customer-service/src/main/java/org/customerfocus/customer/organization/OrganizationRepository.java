package org.customerfocus.customer.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.CurrentCaller;
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

  private static final String VALID =
      "(e.validFrom is null or e.validFrom <= :asOf) and (e.validTo is null or e.validTo > :asOf)";

  private final EntityManager entities;
  private final Keyset keyset;
  private final CurrentCaller caller;

  OrganizationRepository(EntityManager entities, Keyset keyset, CurrentCaller caller) {
    this.entities = entities;
    this.keyset = keyset;
    this.caller = caller;
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
    return asOf == null ? Scope.ALL : new Scope(VALID, Map.of("asOf", asOf));
  }

  /// Memberships in an organisation, in the order in which they were recorded.
  List<Membership> membershipsIn(UUID organization, @Nullable LocalDate asOf, int limit) {
    return of(Membership.class, organization, asOf, limit);
  }

  /// Who may sign for an organisation, in the order in which it was recorded.
  List<SigningAuthority> authoritiesFor(UUID organization, @Nullable LocalDate asOf, int limit) {
    return of(SigningAuthority.class, organization, asOf, limit);
  }

  private <E extends VersionedEntity> List<E> of(
      Class<E> type, UUID organization, @Nullable LocalDate asOf, int limit) {
    TypedQuery<E> query =
        entities.createQuery(
            "from %s e where e.organizationPartyId = :organization and (%s) order by e.id"
                .formatted(type.getSimpleName(), asOf == null ? "1 = 1" : VALID),
            type);
    if (asOf != null) {
      query.setParameter("asOf", asOf);
    }
    return query.setParameter("organization", organization).setMaxResults(limit).getResultList();
  }

  /// What each party belongs to on a date, itself included. Each pair comes once, so a circle of
  /// parts ends the walk like any other way.
  Map<UUID, Set<UUID>> above(Collection<UUID> parties, LocalDate asOf) {
    if (parties.isEmpty()) {
      return Map.of();
    }
    @SuppressWarnings("unchecked")
    List<Tuple> pairs =
        entities
            .createNativeQuery(
                """
                WITH RECURSIVE above (party_id, above_id) AS (
                  SELECT id, id FROM party WHERE id IN (:parties)
                  UNION
                  SELECT m.member_party_id, m.organization_party_id
                  FROM membership m JOIN party p ON p.id = m.member_party_id AND p.kind = 'person'
                  WHERE m.member_party_id IN (:parties) AND m.type = 'member-of'
                    AND (m.valid_from IS NULL OR m.valid_from <= :asOf)
                    AND (m.valid_to IS NULL OR m.valid_to > :asOf)
                  UNION
                  SELECT a.party_id, m.organization_party_id
                  FROM above a JOIN membership m ON m.member_party_id = a.above_id
                  WHERE m.type = 'part-of'
                    AND (m.valid_from IS NULL OR m.valid_from <= :asOf)
                    AND (m.valid_to IS NULL OR m.valid_to > :asOf)
                )
                SELECT party_id, above_id FROM above""",
                Tuple.class)
            .setParameter("parties", parties)
            .setParameter("asOf", asOf)
            .getResultList();
    return pairs.stream()
        .collect(
            Collectors.groupingBy(
                pair -> pair.get(0, UUID.class),
                Collectors.mapping(pair -> pair.get(1, UUID.class), Collectors.toSet())));
  }

  /// Lets nobody else change the structure of the tenant's organisations until the transaction
  /// ends: two changes that are sound each by itself may close a circle together.
  void lockStructure() {
    entities
        .createNativeQuery(
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended(:key, 0)) AS text)", String.class)
        .setParameter("key", "structure:" + caller.get().tenant())
        .getSingleResult();
  }

  /// Whether on any of its days the organisation of a part would be, however indirectly, a part of
  /// its own part: goes upwards, carrying the days that all steps have in common.
  boolean closesCircle(MembershipRequest part, @Nullable UUID except) {
    return (Boolean)
        entities
            .createNativeQuery(
                """
                WITH RECURSIVE above (party_id, days) AS (
                  SELECT CAST(:organization AS uuid),
                         daterange(CAST(:validFrom AS date), CAST(:validTo AS date))
                  UNION
                  SELECT m.organization_party_id, a.days * daterange(m.valid_from, m.valid_to)
                  FROM above a JOIN membership m ON m.member_party_id = a.party_id
                  WHERE m.type = 'part-of' AND m.id IS DISTINCT FROM CAST(:except AS uuid)
                    AND a.days && daterange(m.valid_from, m.valid_to)
                )
                SELECT EXISTS (SELECT 1 FROM above WHERE party_id = :member)""",
                Boolean.class)
            .setParameter("organization", part.organizationPartyId())
            .setParameter("member", part.memberPartyId())
            .setParameter("validFrom", part.validFrom())
            .setParameter("validTo", part.validTo())
            .setParameter("except", except)
            .getSingleResult();
  }
}
