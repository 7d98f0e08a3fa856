package org.customerfocus.conventions.journal;

import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// One command's effect on one aggregate, as the audit and the events tell it.
///
/// @param resource its type, kebab-case singular: `customer`
/// @param verb past tense: `created`, `updated`, `deleted`, `published`
/// @param version of the aggregate after the change, asked for once the change is flushed
/// @param data what subscribers get besides id and version: ids and counts, never personal values
/// @param detail what the audit keeps, personal values included; erasable
public record Change(
    String resource,
    String verb,
    UUID id,
    LongSupplier version,
    Map<String, Object> data,
    @Nullable Object detail) {

  public static Change of(String resource, String verb, VersionedEntity aggregate) {
    return new Change(resource, verb, aggregate.id(), aggregate::version, Map.of(), null);
  }

  /// A change to something that has no version of its own, such as a batch of rows.
  public static Change of(String resource, String verb, UUID id) {
    return new Change(resource, verb, id, () -> 0, Map.of(), null);
  }

  public Change data(Map<String, Object> ids) {
    return new Change(resource, verb, id, version, Map.copyOf(ids), detail);
  }

  public Change detail(Object audited) {
    return new Change(resource, verb, id, version, data, audited);
  }

  /// The CloudEvents type.
  String type() {
    return "org.customerfocus.%s.%s.v1".formatted(resource, verb);
  }
}
