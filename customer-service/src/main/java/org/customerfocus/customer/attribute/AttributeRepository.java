package org.customerfocus.customer.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class AttributeRepository {

  static final Fields FIELDS =
      Fields.of("attribute_definition")
          .sortable("target", AttributeTarget.class)
          .sortable("code", String.class)
          .sortable("type", AttributeType.class)
          .sortable("label", String.class)
          .sortable("required", Boolean.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  AttributeRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(AttributeDefinition definition) {
    entities.persist(definition);
    entities.flush();
  }

  AttributeDefinition get(UUID id) {
    AttributeDefinition definition = entities.find(AttributeDefinition.class, id);
    if (definition == null) {
      throw ProblemException.notFound("attribute definition", id);
    }
    return definition;
  }

  void remove(AttributeDefinition definition) {
    entities.remove(definition);
    entities.flush();
  }

  Page<AttributeDefinition> list(PageQuery query) {
    return keyset.page(AttributeDefinition.class, FIELDS, query);
  }

  /// The definitions of these codes.
  List<AttributeDefinition> named(AttributeOwner owner, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "from AttributeDefinition d where d.owner = :owner and d.code in :codes",
                AttributeDefinition.class)
            .setParameter("owner", owner)
            .setParameter("codes", codes)
            .getResultList();
  }

  /// The definitions of these codes, and the required ones. Shared locks hold them as they are
  /// until what they allowed is stored.
  List<AttributeDefinition> governing(AttributeOwner owner, Collection<String> codes) {
    return entities
        .createQuery(
            "from AttributeDefinition d where d.owner = :owner and (d.code in :codes or d.required)"
                + " order by d.id",
            AttributeDefinition.class)
        .setParameter("owner", owner)
        .setParameter("codes", codes)
        .setLockMode(LockModeType.PESSIMISTIC_READ)
        .getResultList();
  }

  List<String> codes(AttributeOwner owner) {
    return entities
        .createQuery(
            "select d.code from AttributeDefinition d where d.owner = :owner order by d.code",
            String.class)
        .setParameter("owner", owner)
        .getResultList();
  }

  /// All definitions, held as they are by shared locks.
  List<AttributeDefinition> all(AttributeOwner owner) {
    return entities
        .createQuery(
            "from AttributeDefinition d where d.owner = :owner order by d.id",
            AttributeDefinition.class)
        .setParameter("owner", owner)
        .setLockMode(LockModeType.PESSIMISTIC_READ)
        .getResultList();
  }

  /// Which of the values are recorded somewhere.
  List<String> used(AttributeDefinition definition, Collection<String> values) {
    return entities
        .createQuery(
            "select distinct a.textValue from %s a where a.definitionId = :id and a.textValue in :values"
                .formatted(definition.owner().row().getSimpleName()),
            String.class)
        .setParameter("id", definition.id())
        .setParameter("values", values)
        .getResultList();
  }

  void lock(AttributeDefinition definition) {
    entities.lock(definition, LockModeType.PESSIMISTIC_WRITE);
  }

  /// Writes the values that differ.
  void replace(AttributeOwner owner, UUID id, Map<AttributeDefinition, TypedValue> values) {
    Map<AttributeDefinition, TypedValue> changed = new LinkedHashMap<>(values);
    List<UUID> gone = new ArrayList<>();
    for (AttributeRow row : rows(owner, List.of(id))) {
      if (!changed.entrySet().removeIf(each -> row.says(each.getKey().id(), each.getValue()))) {
        gone.add(row.id());
        entities.detach(row);
      }
    }
    if (!gone.isEmpty()) {
      entities
          .createQuery("delete from %s a where a.id in :ids".formatted(owner.row().getSimpleName()))
          .setParameter("ids", gone)
          .executeUpdate();
    }
    add(owner, id, changed);
  }

  void add(AttributeOwner owner, UUID id, Map<AttributeDefinition, TypedValue> values) {
    values.forEach(
        (definition, value) ->
            entities.persist(
                switch (owner) {
                  case PARTY -> new PartyAttributeRow(id, definition.id(), value);
                  case CUSTOMER -> new CustomerAttributeRow(id, definition.id(), value);
                }));
  }

  /// The recorded values of several owners, in one query.
  List<? extends AttributeRow> rows(AttributeOwner owner, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "from %s a where a.ownerId in :ids".formatted(owner.row().getSimpleName()),
                owner.row())
            .setParameter("ids", ids)
            .getResultList();
  }

  Map<UUID, AttributeDefinition> byId(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : entities
            .createQuery("from AttributeDefinition d where d.id in :ids", AttributeDefinition.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(AttributeDefinition::id, Function.identity()));
  }
}
