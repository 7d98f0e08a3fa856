package org.customerfocus.customer.audience;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AudienceRepository {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String VALID =
      "(%1$s.valid_from IS NULL OR %1$s.valid_from <= :today)"
          + " AND (%1$s.valid_to IS NULL OR %1$s.valid_to > :today)";

  private final EntityManager entities;

  AudienceRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// A page of people, by the customer that they are reached through and then by their party.
  List<AudienceMember> page(AudienceQuestion question, LocalDate today) {
    Query query =
        entities.createNativeQuery(
            """
            WITH own AS (SELECT party_id FROM own_organization LIMIT 1)
            SELECT e.id, coalesce(o.id, e.id), reached.party_id,
              CASE
                WHEN p.kind = 'organization' THEN e.party_id
                ELSE (SELECT m.organization_party_id FROM membership m
                      WHERE m.member_party_id = reached.party_id
                        AND m.type IN ('user-of', 'member-of') AND %2$s
                      ORDER BY m.organization_party_id LIMIT 1)
              END,
              coalesce(o.lifecycle, e.lifecycle),
              (SELECT array_agg(DISTINCT r.type ORDER BY r.type) FROM customer_role r
               WHERE r.customer_id = coalesce(o.id, e.id) AND %3$s),
              (SELECT array_agg(DISTINCT s.segment_id ORDER BY s.segment_id) FROM segment_member s
               WHERE s.customer_id IN (e.id, coalesce(o.id, e.id)))
            FROM customer e
            JOIN party p ON p.id = e.party_id
            CROSS JOIN LATERAL (%1$s) AS reached (party_id)
            JOIN party q ON q.id = reached.party_id AND q.erased_at IS NULL
            LEFT JOIN customer o ON o.party_id = reached.party_id AND o.id <> e.id
              AND o.provider_party_id IS NOT DISTINCT FROM e.provider_party_id
            WHERE (e.id, reached.party_id) > (:afterCustomer, :afterParty)
              AND e.id >= :afterCustomer AND %4$s
            ORDER BY e.id, reached.party_id LIMIT :limit"""
                .formatted(
                    reached(question.through()),
                    VALID.formatted("m"),
                    VALID.formatted("r"),
                    conditions(question)),
            Tuple.class);
    query
        .setParameter("today", today)
        .setParameter("afterCustomer", orFirst(question.afterCustomerId()))
        .setParameter("afterParty", orFirst(question.afterPartyId()))
        .setParameter("limit", question.limit());
    bind(query, question);
    @SuppressWarnings("unchecked")
    List<Tuple> rows = query.getResultList();
    return rows.stream().map(AudienceRepository::member).toList();
  }

  private static UUID orFirst(@Nullable UUID id) {
    return id == null ? FIRST : id;
  }

  /// The parties that answer for the customer `e` of the party `p`.
  private static String reached(Through through) {
    String people =
        switch (through) {
          case SELF -> null;
          case USERS -> members("user-of");
          case CONTACTS -> members("member-of");
          case SIGNATORIES ->
              "SELECT a.person_party_id FROM signing_authority a"
                  + " WHERE a.organization_party_id = e.party_id AND "
                  + VALID.formatted("a");
        };
    return people == null
        ? "SELECT e.party_id"
        : "SELECT e.party_id WHERE p.kind = 'person' UNION " + people;
  }

  private static String members(String type) {
    return "SELECT m.member_party_id FROM membership m"
        + " WHERE m.organization_party_id = e.party_id AND m.type = '%s' AND ".formatted(type)
        + VALID.formatted("m");
  }

  private static String conditions(AudienceQuestion question) {
    List<String> all = new ArrayList<>();
    if (question.customerIds() != null) {
      all.add("e.id = ANY (:customers)");
    }
    if (question.partyIds() != null) {
      all.add("e.party_id = ANY (:parties)");
    }
    if (question.withinCustomerId() != null) {
      all.add("e.id = :within");
    }
    if (question.customerIds() == null && question.partyIds() == null) {
      // The customers of others are asked only where they are named.
      all.add(
          "(e.provider_implied OR e.provider_party_id IS NULL"
              + " OR e.provider_party_id = (SELECT party_id FROM own))");
    }
    if (question.lifecycles() != null) {
      all.add("e.lifecycle = ANY (:lifecycles)");
    }
    if (question.segmentIds() != null) {
      all.add(
          "EXISTS (SELECT 1 FROM segment_member s WHERE s.customer_id = e.id"
              + " AND s.segment_id = ANY (:segments))");
    }
    if (question.roles() != null) {
      all.add(
          "EXISTS (SELECT 1 FROM customer_role r WHERE r.customer_id = e.id"
              + " AND r.type = ANY (:roles) AND "
              + VALID.formatted("r")
              + ")");
    }
    return String.join(" AND ", all.isEmpty() ? List.of("true") : all);
  }

  private static void bind(Query query, AudienceQuestion question) {
    if (question.customerIds() != null) {
      query.setParameter("customers", question.customerIds().toArray(UUID[]::new));
    }
    if (question.withinCustomerId() != null) {
      query.setParameter("within", question.withinCustomerId());
    }
    if (question.partyIds() != null) {
      query.setParameter("parties", question.partyIds().toArray(UUID[]::new));
    }
    if (question.lifecycles() != null) {
      query.setParameter("lifecycles", question.lifecycles().toArray(String[]::new));
    }
    if (question.segmentIds() != null) {
      query.setParameter("segments", question.segmentIds().toArray(UUID[]::new));
    }
    if (question.roles() != null) {
      query.setParameter("roles", question.roles().toArray(String[]::new));
    }
  }

  private static AudienceMember member(Tuple row) {
    String[] roles = row.get(5, String[].class);
    UUID[] segments = row.get(6, UUID[].class);
    return new AudienceMember(
        row.get(0, UUID.class),
        row.get(1, UUID.class),
        row.get(2, UUID.class),
        row.get(3, UUID.class),
        row.get(4, String.class),
        Stream.ofNullable(roles).flatMap(Stream::of).toList(),
        Stream.ofNullable(segments).flatMap(Stream::of).toList());
  }
}
