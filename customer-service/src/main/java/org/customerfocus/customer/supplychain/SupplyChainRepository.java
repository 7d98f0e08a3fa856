package org.customerfocus.customer.supplychain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Keyset.Scope;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyKind;
import org.customerfocus.customer.party.PartySummary;
import org.customerfocus.customer.supplychain.EndCustomerView.Through;

@ApplicationScoped
class SupplyChainRepository {

  static final Fields PARTIES =
      Fields.of("party")
          .sortable("name", String.class)
          .sortable("kind", PartyKind.class)
          .sortable("createdAt", Instant.class)
          .build();

  private static final int SHOWN_WAYS = 50;

  /// What makes a relationship a link on a day: it holds, and its life cycle is current. The
  /// present phase stands on the relationship itself, so that only those who left are looked up
  /// among the phases that have ended.
  private static final String LINKED =
      """
      (%1$s.valid_from IS NULL OR %1$s.valid_from <= %2$s)
      AND (%1$s.valid_to IS NULL OR %1$s.valid_to > %2$s)
      AND (%1$s.lifecycle = 'current'
             AND (%1$s.lifecycle_since IS NULL OR %1$s.lifecycle_since <= %2$s)
           OR EXISTS (SELECT 1 FROM customer_lifecycle l
                      WHERE l.customer_id = %1$s.id AND l.lifecycle = 'current'
                        AND (l.valid_from IS NULL OR l.valid_from <= %2$s)
                        AND l.valid_to > %2$s))""";

  /// The day that a list asks of, which its own text binds once.
  private static final String ASKED = "(SELECT day FROM asked)";

  private final EntityManager entities;
  private final Keyset keyset;

  SupplyChainRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  /// The links as of a date.
  SupplyWalk.Links links(Direction direction, LocalDate asOf) {
    return new SupplyWalk.Links() {
      @Override
      public List<Link> leaving(Set<UUID> parties, int limit) {
        return SupplyChainRepository.this.leaving(direction, asOf, parties, limit);
      }

      @Override
      public Set<UUID> withLinks(Set<UUID> parties) {
        return SupplyChainRepository.this.withLinks(direction, asOf, parties);
      }
    };
  }

  private static String near(Direction direction) {
    return direction == Direction.DOWNSTREAM ? "provider_party_id" : "party_id";
  }

  // Sorted only once they are found: sorting while they are sought would lead through the index of
  // ids, past all relationships that there are.
  private List<Link> leaving(Direction direction, LocalDate asOf, Set<UUID> parties, int limit) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                WITH leaving AS MATERIALIZED (
                  SELECT c.id, c.provider_party_id, c.party_id FROM customer c
                  WHERE c.%s = ANY (:parties) AND c.provider_party_id IS NOT NULL AND %s
                )
                SELECT * FROM leaving ORDER BY id LIMIT :limit"""
                    .formatted(near(direction), LINKED.formatted("c", ":asOf")),
                Tuple.class)
            .setParameter("parties", parties.toArray(UUID[]::new))
            .setParameter("asOf", asOf)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream()
        .map(
            row -> new Link(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, UUID.class)))
        .toList();
  }

  private Set<UUID> withLinks(Direction direction, LocalDate asOf, Set<UUID> parties) {
    @SuppressWarnings("unchecked")
    List<UUID> found =
        entities
            .createNativeQuery(
                """
                SELECT p FROM unnest(:parties) p
                WHERE EXISTS (SELECT 1 FROM customer c WHERE c.%s = p
                              AND c.provider_party_id IS NOT NULL AND %s)"""
                    .formatted(near(direction), LINKED.formatted("c", ":asOf")),
                UUID.class)
            .setParameter("parties", parties.toArray(UUID[]::new))
            .setParameter("asOf", asOf)
            .getResultList();
    return new HashSet<>(found);
  }

  /// The role types that customers had on a date, by relationship.
  Map<UUID, List<String>> roles(Collection<UUID> customers, LocalDate asOf) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT DISTINCT r.customer_id, r.type FROM customer_role r
                WHERE r.customer_id = ANY (:customers)
                  AND (r.valid_from IS NULL OR r.valid_from <= :asOf)
                  AND (r.valid_to IS NULL OR r.valid_to > :asOf)
                ORDER BY r.customer_id, r.type""",
                Tuple.class)
            .setParameter("customers", customers.toArray(UUID[]::new))
            .setParameter("asOf", asOf)
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(0, UUID.class),
                Collectors.mapping(row -> row.get(1, String.class), Collectors.toList())));
  }

  Map<UUID, PartySummary> summaries(Collection<UUID> parties) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                "SELECT p.id, p.kind, p.name FROM party p WHERE p.id = ANY (:parties)", Tuple.class)
            .setParameter("parties", parties.toArray(UUID[]::new))
            .getResultList();
    Map<UUID, PartySummary> summaries = new HashMap<>();
    for (Tuple row : rows) {
      PartyKind kind =
          WireEnum.find(PartyKind.class, row.get(1, String.class))
              .orElseThrow(() -> new IllegalStateException("Unknown kind of a party"));
      UUID id = row.get(0, UUID.class);
      summaries.put(id, new PartySummary(id, kind, row.get(2, String.class)));
    }
    return summaries;
  }

  /// The customers of the customers of a party.
  Page<Party> endCustomers(UUID party, LocalDate asOf, PageQuery query) {
    String found =
        """
        SELECT c.party_id FROM customer mine JOIN customer c ON c.provider_party_id = mine.party_id
        WHERE mine.provider_party_id = (SELECT party_id FROM asked)
          AND c.party_id <> (SELECT party_id FROM asked) AND %s AND %s"""
            .formatted(LINKED.formatted("mine", ASKED), LINKED.formatted("c", ASKED));
    return keyset.page(Party.class, PARTIES, query, among("", found, party, asOf));
  }

  /// The end of the chain: the parties downstream that have no customers themselves.
  Page<Party> consumers(UUID party, LocalDate asOf, PageQuery query) {
    String linked = LINKED.formatted("c", ASKED);
    String reached =
        """
        , reached (party_id) AS (
          SELECT party_id FROM asked
          UNION
          SELECT c.party_id
          FROM reached r JOIN customer c ON c.provider_party_id = r.party_id AND %s
        )"""
            .formatted(linked);
    String found =
        """
        SELECT r.party_id FROM reached r
        WHERE r.party_id <> (SELECT party_id FROM asked)
          AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.provider_party_id = r.party_id AND %s)"""
            .formatted(linked);
    return keyset.page(Party.class, PARTIES, query, among(reached, found, party, asOf));
  }

  /// Within the parties that SQL finds: as an array, since it is then found once and an index
  /// serves what is left.
  private static Scope among(String with, String found, UUID party, LocalDate asOf) {
    String sql =
        """
        ? = ANY (ARRAY(
          WITH RECURSIVE asked (party_id, day) AS (SELECT CAST(? AS uuid), CAST(? AS date))%s
          %s))"""
            .formatted(with, found);
    return new Scope(
        "cast(sql('%s', e.id, :party, :asOf) as Boolean) = true".formatted(sql.replace("'", "''")),
        Map.of("party", party, "asOf", asOf));
  }

  /// Whose customers the end customers are: those of the party's own customers.
  Map<UUID, List<Through>> through(UUID party, LocalDate asOf, Collection<UUID> endCustomers) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT e.id, w.party_id, w.customer_id
                FROM unnest(:endCustomers) e (id) CROSS JOIN LATERAL (
                  SELECT mine.party_id, c.id AS customer_id
                  FROM customer c JOIN customer mine ON mine.party_id = c.provider_party_id
                  WHERE c.party_id = e.id AND mine.provider_party_id = :party AND %s AND %s
                  ORDER BY c.id LIMIT :ways) w
                ORDER BY w.customer_id"""
                    .formatted(LINKED.formatted("c", ":asOf"), LINKED.formatted("mine", ":asOf")),
                Tuple.class)
            .setParameter("endCustomers", endCustomers.toArray(UUID[]::new))
            .setParameter("party", party)
            .setParameter("asOf", asOf)
            .setParameter("ways", SHOWN_WAYS)
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(0, UUID.class),
                Collectors.mapping(
                    row -> new Through(row.get(1, UUID.class), row.get(2, UUID.class)),
                    Collectors.toList())));
  }
}
