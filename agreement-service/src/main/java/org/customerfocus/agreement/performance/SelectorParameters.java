package org.customerfocus.agreement.performance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.agreement.contract.QualifyingCondition;
import org.customerfocus.agreement.contract.Selector;
import org.jspecify.annotations.Nullable;

/// Which rows a commitment counts: those of its own selector that meet its qualifying condition as
/// well.
final class SelectorParameters {

  /// Over a row `m` that has an entity type, a customer, an offering and dimensions.
  static final String CONDITION =
      """
      m.entity_type = ANY (cast(:entityTypes AS text[]))
      AND m.customer_id = ANY (cast(:customers AS uuid[]))
      AND (cast(:qualified AS uuid[]) IS NULL OR m.customer_id = ANY (cast(:qualified AS uuid[])))
      AND (cast(:offerings AS uuid[]) IS NULL OR m.offering_id = ANY (cast(:offerings AS uuid[])))
      AND (cast(:qualifiedOfferings AS uuid[]) IS NULL
        OR m.offering_id = ANY (cast(:qualifiedOfferings AS uuid[])))
      AND m.dimensions @> cast(:dimensions AS jsonb)
      AND m.dimensions @> cast(:qualifiedDimensions AS jsonb)""";

  private SelectorParameters() {}

  /// The values of the condition's parameters.
  ///
  /// @param json writes a map as JSON
  static Map<String, @Nullable Object> of(
      Promise promise, java.util.function.Function<Object, String> json) {
    CommitmentView commitment = promise.commitment();
    Selector own = commitment.selector();
    QualifyingCondition condition = commitment.qualifyingCondition();
    Selector also = condition == null ? null : condition.selector();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("entityTypes", texts(entityTypes(commitment, own, also)));
    values.put(
        "customers",
        uuids(own == null || own.customerIds() == null ? promise.customers() : own.customerIds()));
    values.put("qualified", uuids(also == null ? null : also.customerIds()));
    values.put("offerings", uuids(own == null ? null : own.offeringIds()));
    values.put("qualifiedOfferings", uuids(also == null ? null : also.offeringIds()));
    values.put("dimensions", json.apply(dimensions(own)));
    values.put("qualifiedDimensions", json.apply(dimensions(also)));
    return values;
  }

  private static List<String> entityTypes(
      CommitmentView commitment, @Nullable Selector own, @Nullable Selector also) {
    String named = own == null ? null : own.entityType();
    List<String> types = new ArrayList<>();
    types.add(named == null ? commitment.entityType() : named);
    if (also != null && also.entityType() != null) {
      types.retainAll(List.of(also.entityType()));
    }
    return types;
  }

  private static Map<String, String> dimensions(@Nullable Selector selector) {
    return selector == null || selector.dimensions() == null ? Map.of() : selector.dimensions();
  }

  private static @Nullable String uuids(@Nullable Collection<UUID> ids) {
    return ids == null
        ? null
        : ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  /// An array as PostgreSQL reads it.
  static String texts(Collection<String> texts) {
    return texts.stream()
        .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
