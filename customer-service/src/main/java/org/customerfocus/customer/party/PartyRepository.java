package org.customerfocus.customer.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class PartyRepository {

  static final Fields FIELDS =
      Fields.of("party")
          .sortable("name", String.class)
          .sortable("kind", PartyKind.class)
          .sortable("createdAt", Instant.class)
          .related(
              "contactPoint",
              String.class,
              "c.value",
              "value",
              new Fields.Relation(
                  "contact_point",
                  "exists (select 1 from ContactPointRow c where c.partyId = e.id and %s)"))
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  PartyRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Party party, List<ContactPoint> contacts) {
    entities.persist(party);
    addContacts(party.id(), contacts);
    entities.flush();
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

  void replaceContacts(UUID party, List<ContactPoint> contacts) {
    entities
        .createQuery("delete from ContactPointRow c where c.partyId = :party")
        .setParameter("party", party)
        .executeUpdate();
    addContacts(party, contacts);
  }

  private void addContacts(UUID party, List<ContactPoint> contacts) {
    for (int place = 0; place < contacts.size(); place++) {
      entities.persist(new ContactPointRow(party, contacts.get(place), place));
    }
  }

  List<ContactPoint> contacts(UUID party) {
    return contacts(List.of(party)).getOrDefault(party, List.of());
  }

  /// The contact points of several parties in one query, each party's in their order.
  Map<UUID, List<ContactPoint>> contacts(Collection<UUID> parties) {
    return entities
        .createQuery(
            "from ContactPointRow c where c.partyId in :parties order by c.partyId, c.place",
            ContactPointRow.class)
        .setParameter("parties", parties)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                ContactPointRow::partyId,
                Collectors.mapping(ContactPointRow::contact, Collectors.toList())));
  }

  void remove(Party party) {
    entities.remove(party);
    entities.flush();
  }

  /// @param attributes the fields that the tenant has defined, as far as the query names them
  Page<Party> list(PageQuery query, Collection<Fields.Field> attributes) {
    return keyset.page(Party.class, FIELDS.plus(attributes), query);
  }
}
