package org.customerfocus.customer.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gathers what a merge does while it does it.
final class OutcomeBuilder {

  private final List<Outcome.Field> fields = new ArrayList<>();
  private final List<Outcome.Moved> moved = new ArrayList<>();
  private final List<Outcome.Resolved> resolved = new ArrayList<>();
  private final List<UUID> consents = new ArrayList<>();
  private final Map<UUID, UUID> redirects = new LinkedHashMap<>();
  private final Map<UUID, UUID> customers = new LinkedHashMap<>();

  void field(Outcome.Field field) {
    fields.add(field);
  }

  void moved(String table, String column, long count, List<UUID> ids) {
    moved.add(new Outcome.Moved(TableRules.resource(table), TableRules.field(column), count, ids));
  }

  void resolved(String table, @Nullable UUID removed, @Nullable UUID kept, MergeReason reason) {
    resolved.add(new Outcome.Resolved(TableRules.resource(table), removed, kept, reason));
  }

  void became(String table, UUID gone, UUID kept) {
    redirects.put(gone, kept);
    if (table.equals(TableRules.CUSTOMER)) {
      customers.put(gone, kept);
    }
  }

  void consents(List<UUID> added) {
    consents.addAll(added);
  }

  /// What is gone, and what stands for it.
  Map<UUID, UUID> redirects() {
    return redirects;
  }

  /// The relationships among them.
  Map<UUID, UUID> customers() {
    return customers;
  }

  Outcome build() {
    return new Outcome(
        List.copyOf(fields), List.copyOf(moved), List.copyOf(resolved), List.copyOf(consents));
  }
}
