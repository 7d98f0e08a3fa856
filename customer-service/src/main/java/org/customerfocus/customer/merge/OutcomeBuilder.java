package org.customerfocus.customer.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.customer.merge.PairRepository.Pair;

/// Gathers what a merge does while it does it: everything is counted, and the first of each sort
/// are shown.
final class OutcomeBuilder {

  private record MovedBy(String resource, String field) {}

  private record ResolvedBy(String resource, MergeReason reason) {}

  private record Sample<T>(long count, List<T> shown) {

    Sample<T> and(long more, List<T> others) {
      return new Sample<>(
          count + more,
          Stream.concat(shown.stream(), others.stream()).limit(Outcome.SHOWN).toList());
    }
  }

  private final List<Outcome.Field> fields = new ArrayList<>();
  private final Map<MovedBy, Sample<UUID>> moved = new LinkedHashMap<>();
  private final Map<ResolvedBy, Sample<Outcome.Resolved>> resolved = new LinkedHashMap<>();
  private final List<Pair> customers = new ArrayList<>();
  private Sample<UUID> consents = new Sample<>(0, List.of());
  private long customerCount;

  void field(Outcome.Field field) {
    fields.add(field);
  }

  /// @param ids the first of them
  void moved(String table, String column, long count, List<UUID> ids) {
    moved.merge(
        new MovedBy(TableRules.resource(table), TableRules.field(column)),
        new Sample<>(count, ids),
        (before, more) -> before.and(more.count(), more.shown()));
  }

  /// Rows that are gone and that nothing stands for.
  void removed(String table, MergeReason reason, long count, List<UUID> ids) {
    String resource = TableRules.resource(table);
    resolved(
        resource,
        reason,
        count,
        ids.stream().map(id -> new Outcome.Resolved(resource, id, null, reason)).toList());
  }

  /// Rows that have become others.
  void replaced(String table, MergeReason reason, long count, List<Pair> pairs) {
    String resource = TableRules.resource(table);
    resolved(
        resource,
        reason,
        count,
        pairs.stream()
            .map(pair -> new Outcome.Resolved(resource, pair.dropped(), pair.kept(), reason))
            .toList());
    if (table.equals(TableRules.CUSTOMER)) {
      customerCount += count;
      pairs.stream().limit(Outcome.SHOWN - customers.size()).forEach(customers::add);
    }
  }

  private void resolved(
      String resource, MergeReason reason, long count, List<Outcome.Resolved> shown) {
    if (count > 0) {
      resolved.merge(
          new ResolvedBy(resource, reason),
          new Sample<>(count, shown),
          (before, more) -> before.and(more.count(), more.shown()));
    }
  }

  void consents(List<UUID> added) {
    consents = consents.and(added.size(), added);
  }

  /// How many relationships have become others.
  long customerCount() {
    return customerCount;
  }

  /// The first of those.
  List<Pair> customers() {
    return customers;
  }

  Outcome build() {
    return new Outcome(
        List.copyOf(fields),
        moved.entrySet().stream()
            .map(
                each ->
                    new Outcome.Moved(
                        each.getKey().resource(),
                        each.getKey().field(),
                        each.getValue().count(),
                        each.getValue().shown()))
            .toList(),
        resolved.values().stream().flatMap(each -> each.shown().stream()).toList(),
        resolved.entrySet().stream()
            .map(
                each ->
                    new Outcome.ResolvedCount(
                        each.getKey().resource(), each.getKey().reason(), each.getValue().count()))
            .toList(),
        consents.shown(),
        consents.count());
  }
}
