package org.customerfocus.customer.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Keyset.Scope;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.recording.PlacedRowRepository;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PartyRepository {

  /// How many a search by name looks at.
  private static final int NEAREST = 200;

  private static final String REACHED =
      "exists (select 1 from ContactPointRow k where k.partyId = e.id and k.value = :contact)";

  private final EntityManager entities;
  private final Keyset keyset;

  PartyRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Party party, PartyParts parts) {
    prepare(party, parts);
    entities.flush();
  }

  /// Adds a party; it is written when the transaction flushes.
  void prepare(Party party, PartyParts parts) {
    entities.persist(party);
    replace(party.id(), PartyParts.NONE, parts);
  }

  /// Those of the parties that there are, which nobody else may change until the transaction ends.
  List<Party> hold(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("from Party p where p.id in :ids order by p.id", Party.class)
            .setParameter("ids", ids)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  Optional<Party> find(UUID id) {
    return Optional.ofNullable(entities.find(Party.class, id));
  }

  Party get(UUID id) {
    return find(id).orElseThrow(() -> ProblemException.notFound("party", id));
  }

  List<Party> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("from Party p where p.id in :ids", Party.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /// The party that another system knows under this key.
  Optional<Party> find(ExternalRef ref) {
    return owners(List.of(ref)).entrySet().stream().findFirst().map(each -> get(each.getValue()));
  }

  /// Whose the references are, as far as they are anybody's.
  Map<ExternalRef, UUID> owners(Collection<ExternalRef> refs) {
    return refs.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "from ExternalRefRow r where r.scheme in :schemes and r.value in :values",
                ExternalRefRow.class)
            .setParameter("schemes", refs.stream().map(ExternalRef::scheme).distinct().toList())
            .setParameter("values", refs.stream().map(ExternalRef::value).distinct().toList())
            .getResultStream()
            .filter(row -> refs.contains(row.part()))
            .collect(Collectors.toMap(ExternalRefRow::part, ExternalRefRow::partyId));
  }

  /// Makes whoever else puts a party under this key wait until this transaction ends.
  void lock(ExternalRef ref) {
    entities
        .createNativeQuery(
            """
            SELECT 1 FROM pg_advisory_xact_lock(
              hashtextextended(concat_ws(chr(31), current_setting('app.tenant'), 'party-ref',
                                         cast(:scheme AS text), cast(:value AS text)), 0))""")
        .setParameter("scheme", ref.scheme())
        .setParameter("value", ref.value())
        .getSingleResult();
  }

  /// Writes the kinds of parts that differ.
  void replace(UUID party, PartyParts before, PartyParts after) {
    replace(party, PartyNameRow.class, before.otherNames(), after.otherNames(), PartyNameRow::new);
    replace(
        party,
        ContactPointRow.class,
        before.contactPoints(),
        after.contactPoints(),
        ContactPointRow::new);
    replace(
        party,
        PostalAddressRow.class,
        before.postalAddresses(),
        after.postalAddresses(),
        PostalAddressRow::new);
    replace(
        party,
        PartyIdentifierRow.class,
        before.identifiers(),
        after.identifiers(),
        PartyIdentifierRow::new);
    replace(
        party,
        ExternalRefRow.class,
        before.externalRefs(),
        after.externalRefs(),
        ExternalRefRow::new);
  }

  @FunctionalInterface
  private interface NewRow<T, R> {
    R of(UUID party, T part, int place);
  }

  private <T, R extends PartyPartRow<T>> void replace(
      UUID party, Class<R> type, List<T> before, List<T> after, NewRow<T, R> row) {
    if (after.equals(before)) {
      return;
    }
    List<R> rows =
        before.isEmpty()
            ? List.of()
            : entities
                .createQuery(
                    "from %s p where p.partyId = :party".formatted(type.getSimpleName()), type)
                .setParameter("party", party)
                .getResultList();
    PlacedRowRepository.replace(
        entities, type, rows, after, (part, place) -> row.of(party, part, place));
  }

  PartyParts parts(UUID party) {
    return parts(List.of(party)).getOrDefault(party, PartyParts.NONE);
  }

  /// The parts of several parties, in one query a kind.
  Map<UUID, PartyParts> parts(Collection<UUID> parties) {
    Map<UUID, List<PartyName>> names = parts(PartyNameRow.class, parties, PartyNameRow::part);
    Map<UUID, List<ContactPoint>> contacts =
        parts(ContactPointRow.class, parties, ContactPointRow::part);
    Map<UUID, List<PostalAddress>> addresses =
        parts(PostalAddressRow.class, parties, PostalAddressRow::part);
    Map<UUID, List<PartyIdentifier>> identifiers =
        parts(PartyIdentifierRow.class, parties, PartyIdentifierRow::part);
    Map<UUID, List<ExternalRef>> refs = parts(ExternalRefRow.class, parties, ExternalRefRow::part);
    Map<UUID, PartyParts> parts = new HashMap<>();
    for (UUID party : parties) {
      parts.put(
          party,
          new PartyParts(
              names.getOrDefault(party, List.of()),
              contacts.getOrDefault(party, List.of()),
              addresses.getOrDefault(party, List.of()),
              identifiers.getOrDefault(party, List.of()),
              refs.getOrDefault(party, List.of())));
    }
    return parts;
  }

  private <R extends PartyPartRow<T>, T> Map<UUID, List<T>> parts(
      Class<R> type, Collection<UUID> parties, Function<R, T> part) {
    return parties.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "from %s p where p.partyId in :parties order by p.partyId, p.place"
                    .formatted(type.getSimpleName()),
                type)
            .setParameter("parties", parties)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    PartyPartRow::partyId, Collectors.mapping(part, Collectors.toList())));
  }

  void flush() {
    entities.flush();
  }

  void remove(Party party) {
    // Its parts, values and versions go with it by foreign key.
    entities.remove(party);
    entities.flush();
  }

  /// @param contact a contact point that each has, in its one form; null for all parties
  /// @param fields those of the list, with the attributes that the query names
  Page<Party> list(PageQuery query, @Nullable String contact, Fields fields) {
    Scope scope = contact == null ? Scope.ALL : new Scope(REACHED, Map.of("contact", contact));
    return keyset.page(Party.class, fields, query, scope);
  }

  /// The parties with a name like this one, the nearest first: of the [#NEAREST] nearest those that
  /// the query's filter and contact leave.
  Page<Party> named(String name, PageQuery query, @Nullable String contact, Fields fields) {
    List<UUID> nearest = nearest(name);
    if (nearest.isEmpty()) {
      return new Page<>(List.of(), null, query.total ? 0L : null);
    }
    PageQuery all = new PageQuery();
    all.limit = NEAREST;
    all.filter = query.filter;
    Map<String, Object> parameters = new HashMap<>(Map.of("nearest", nearest));
    if (contact != null) {
      parameters.put("contact", contact);
    }
    Scope scope =
        new Scope("e.id in :nearest" + (contact == null ? "" : " and " + REACHED), parameters);
    Map<UUID, Integer> rank = new HashMap<>();
    nearest.forEach(id -> rank.put(id, rank.size()));
    List<Party> found =
        keyset.page(Party.class, fields, all, scope).items().stream()
            .sorted(Comparator.comparing(party -> rank.getOrDefault(party.id(), NEAREST)))
            .toList();
    return new Page<>(
        found.stream().limit(query.limit).toList(), null, query.total ? (long) found.size() : null);
  }

  private List<UUID> nearest(String name) {
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT party_id FROM find_parties_by_name(:name, :most)", UUID.class)
            .setParameter("name", name)
            .setParameter("most", NEAREST)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }
}
