package org.customerfocus.customer.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Keyset.Scope;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.customer.organization.StructureView.Unit;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyKind;
import org.customerfocus.customer.party.PartySummary;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StructureRepository {

  static final Fields PERSONS =
      Fields.of("party")
          .sortable("name", String.class)
          .sortable("createdAt", Instant.class)
          .build();

  private static final int MOST_AUTHORITIES = 100;
  private static final int MOST_ABOVE = 100;

  private static final String PART_OF =
      """
      m.type = 'part-of' AND (m.valid_from IS NULL OR m.valid_from <= :day)
        AND (m.valid_to IS NULL OR m.valid_to > :day)""";

  /// How many belong to the unit `u`, in each of two ways.
  private static final String PEOPLE =
      """
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE b.type = 'member-of') AS members,
               count(*) FILTER (WHERE b.type = 'user-of') AS users
        FROM membership b
        WHERE b.organization_party_id = u.party_id
          AND (b.valid_from IS NULL OR b.valid_from <= :day)
          AND (b.valid_to IS NULL OR b.valid_to > :day)) n""";

  private final EntityManager entities;
  private final Keyset keyset;

  StructureRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  /// The units below an organisation, the nearest first.
  List<Unit> units(UUID organization, LocalDate day, int depth, int limit) {
    return units(
        """
        WITH RECURSIVE below (party_id, part_of_id, distance) AS (
          SELECT m.member_party_id, m.organization_party_id, 1 FROM membership m
          WHERE m.organization_party_id = :organization AND %1$s
          UNION
          SELECT m.member_party_id, m.organization_party_id, b.distance + 1
          FROM below b JOIN membership m ON m.organization_party_id = b.party_id
          WHERE b.distance < :depth AND %1$s
        ), u AS (
          SELECT b.*, p.kind, p.name FROM below b JOIN party p ON p.id = b.party_id
          ORDER BY b.distance, p.name, p.id, b.part_of_id LIMIT :limit
        )
        SELECT u.party_id, u.kind, u.name, u.part_of_id, u.distance, n.members, n.users
        FROM u %2$s
        ORDER BY u.distance, u.name, u.party_id, u.part_of_id"""
            .formatted(PART_OF, PEOPLE),
        Map.of("organization", organization, "day", day, "depth", depth, "limit", limit));
  }

  /// The organisation itself, with the number of its own people.
  Unit self(PartySummary party, LocalDate day) {
    Tuple row =
        (Tuple)
            entities
                .createNativeQuery(
                    "SELECT n.members, n.users FROM (SELECT CAST(:id AS uuid) AS party_id) u "
                        + PEOPLE,
                    Tuple.class)
                .setParameter("id", party.id())
                .setParameter("day", day)
                .getSingleResult();
    return new Unit(party, null, 0, number(row, 0), number(row, 1));
  }

  /// What an organisation is a part of, the nearest first.
  List<Unit> above(UUID organization, LocalDate day) {
    return units(
        """
        WITH RECURSIVE above (party_id, distance) AS (
          SELECT m.organization_party_id, 1 FROM membership m
          WHERE m.member_party_id = :organization AND %1$s
          UNION
          SELECT m.organization_party_id, a.distance + 1
          FROM above a JOIN membership m ON m.member_party_id = a.party_id
          WHERE a.distance < :limit AND %1$s
        )
        SELECT a.party_id, p.kind, p.name, CAST(NULL AS uuid), a.distance,
               CAST(NULL AS bigint), CAST(NULL AS bigint)
        FROM above a JOIN party p ON p.id = a.party_id
        ORDER BY a.distance, p.name, p.id LIMIT :limit"""
            .formatted(PART_OF),
        Map.of("organization", organization, "day", day, "limit", MOST_ABOVE));
  }

  private List<Unit> units(String sql, Map<String, Object> parameters) {
    var query = entities.createNativeQuery(sql, Tuple.class);
    parameters.forEach(query::setParameter);
    @SuppressWarnings("unchecked")
    List<Tuple> rows = query.getResultList();
    return rows.stream()
        .map(
            row ->
                new Unit(
                    new PartySummary(
                        row.get(0, UUID.class),
                        WireEnum.find(PartyKind.class, row.get(1, String.class)).orElseThrow(),
                        row.get(2, String.class)),
                    row.get(3, UUID.class),
                    row.get(4, Integer.class),
                    number(row, 5),
                    number(row, 6)))
        .toList();
  }

  private static @Nullable Long number(Tuple row, int column) {
    return row.get(column, Long.class);
  }

  /// The persons whose authorities cover a signature.
  Page<Party> signatories(Covering covering, PageQuery query) {
    return keyset.page(
        Party.class,
        PERSONS,
        query,
        new Scope(
            "e.erasedAt is null and exists (select 1 from SigningAuthority a"
                + " where a.personPartyId = e.id and %s)".formatted(covering.hql()),
            covering.parameters()));
  }

  /// A person who signs for itself.
  Page<Party> itself(UUID person, PageQuery query) {
    return keyset.page(
        Party.class,
        PERSONS,
        query,
        new Scope("e.id = :person and e.erasedAt is null", Map.of("person", person)));
  }

  /// The authorities of persons that cover a signature, the latest first.
  List<SigningAuthority> authorities(Covering covering, Collection<UUID> persons) {
    TypedQuery<SigningAuthority> query =
        entities.createQuery(
            "from SigningAuthority a where a.personPartyId in :persons and %s order by a.id desc"
                .formatted(covering.hql()),
            SigningAuthority.class);
    covering.parameters().forEach(query::setParameter);
    return query
        .setParameter("persons", persons)
        .setMaxResults(MOST_AUTHORITIES * Math.max(1, persons.size()))
        .getResultList();
  }
}
