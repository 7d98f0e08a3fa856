package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// Makes customers of users, in one statement however many they are.
@ApplicationScoped
class EndUserRepository {

  /// A user who has become a customer.
  ///
  /// @param validTo when the use ends, if it does; the relationship goes on
  record EndUser(
      UUID customerId,
      UUID partyId,
      Lifecycle lifecycle,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {}

  // From what is asked for by index to what it belongs to, in this order whatever the planner
  // expects: an import's fresh tables have no statistics. `IS TRUE` below keeps the look-up among
  // those that were added a hashed one.
  private static final String ALL_USERS =
      """
      unnest(cast(:organizations AS uuid[])) AS asked (id)
      CROSS JOIN LATERAL (
        SELECT * FROM membership WHERE organization_party_id = asked.id OFFSET 0) m""";

  private static final String SOME_USERS =
      """
      unnest(cast(:users AS uuid[])) AS asked (id)
      CROSS JOIN LATERAL (
        SELECT * FROM membership
        WHERE member_party_id = asked.id
          AND organization_party_id = ANY (:organizations) OFFSET 0) m""";

  private final EntityManager entities;

  EndUserRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Gives the users of organisations the relationships that they lack. A relationship that another
  /// transaction makes at the same time stands.
  ///
  /// @param users null for all of them
  @SuppressWarnings("unchecked")
  List<EndUser> add(Collection<UUID> organizations, @Nullable Collection<UUID> users, Instant now) {
    entities.flush();
    Query insert =
        entities
            .createNativeQuery(
                """
                WITH missing AS (
                  SELECT DISTINCT ON (m.member_party_id, c.provider_party_id)
                         c.tenant_id, uuidv7() AS id, m.member_party_id AS party_id,
                         c.provider_party_id, c.provider_implied, c.lifecycle,
                         greatest(m.valid_from, c.valid_from) AS valid_from, m.valid_to
                  FROM %s
                  CROSS JOIN LATERAL (
                    SELECT * FROM customer WHERE party_id = m.organization_party_id OFFSET 0) c
                  WHERE m.type = 'user-of' AND (m.valid_to IS NULL OR m.valid_to > :today)
                    AND c.lifecycle <> 'former' AND (c.valid_to IS NULL OR c.valid_to > :today)
                    AND (c.valid_to IS NULL OR m.valid_from IS NULL OR m.valid_from < c.valid_to)
                    AND (m.valid_to IS NULL OR c.valid_from IS NULL OR c.valid_from < m.valid_to)
                    AND m.member_party_id IS DISTINCT FROM c.provider_party_id
                  -- Used through several at once: what is surest, and longest.
                  ORDER BY m.member_party_id, c.provider_party_id, c.lifecycle,
                           valid_from NULLS FIRST, m.valid_to DESC NULLS FIRST
                ), added AS (
                  INSERT INTO customer (tenant_id, id, version, created_at, updated_at, party_id,
                                        provider_party_id, provider_implied, lifecycle, valid_from)
                  SELECT tenant_id, id, 0, :now, :now, party_id, provider_party_id,
                         provider_implied, lifecycle, valid_from
                  FROM missing
                  ON CONFLICT DO NOTHING
                  RETURNING tenant_id, id, party_id, lifecycle, valid_from
                ), role AS (
                  INSERT INTO customer_role (tenant_id, id, customer_id, type, valid_from, valid_to,
                                             place)
                  SELECT tenant_id, uuidv7(), id, :role, valid_from, valid_to, 0
                  FROM missing WHERE (id IN (SELECT a.id FROM added a)) IS TRUE
                ), phase AS (
                  INSERT INTO customer_lifecycle (tenant_id, id, customer_id, lifecycle, valid_from,
                                                  recorded_at)
                  SELECT tenant_id, uuidv7(), id, lifecycle, valid_from, :now FROM added
                )
                SELECT id, party_id, lifecycle, valid_from, valid_to
                FROM missing WHERE (id IN (SELECT a.id FROM added a)) IS TRUE ORDER BY id"""
                    .formatted(users == null ? ALL_USERS : SOME_USERS),
                Tuple.class)
            .setParameter("organizations", organizations.toArray(UUID[]::new))
            .setParameter("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
            .setParameter("now", now)
            .setParameter("role", RoleTypes.END_USER);
    if (users != null) {
      insert.setParameter("users", users.toArray(UUID[]::new));
    }
    return ((List<Tuple>) insert.getResultList()).stream().map(EndUserRepository::endUser).toList();
  }

  private static EndUser endUser(Tuple row) {
    return new EndUser(
        row.get(0, UUID.class),
        row.get(1, UUID.class),
        WireEnum.find(Lifecycle.class, row.get(2, String.class)).orElseThrow(),
        row.get(3, LocalDate.class),
        row.get(4, LocalDate.class));
  }
}
