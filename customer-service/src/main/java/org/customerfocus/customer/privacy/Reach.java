package org.customerfocus.customer.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Which rows are about a party: found along the foreign keys of the database itself, so that a
/// table that a later feature adds is covered on the day it is added.
///
/// @param parties the party and those that were merged into it
/// @param customers its relationships
/// @param former ids of records that were merged into these and are gone: others may still name
///   them
/// @param matches per table, by which columns its rows are found
record Reach(
    List<UUID> parties, List<UUID> customers, List<UUID> former, Map<String, List<Match>> matches) {

  /// Rows whose column holds one of the ids.
  ///
  /// @param own whether the row is the party's own; a row that only mentions it, such as another
  ///   party's relationship with it as the provider, is told but not erased
  record Match(String column, Set<UUID> ids, boolean own) {}

  /// A foreign key to a table by one column besides the tenant.
  ///
  /// @param part whether the row goes with the one it refers to: it is a part of it
  record Edge(String table, String column, String parent, String parentColumn, boolean part) {}

  static final String PARTY = "party";
  static final String CUSTOMER = "customer";

  /// What names whose row it is, where a table refers to several parties.
  private static final Set<String> OWNERS = Set.of("party_id", "customer_id");

  static Reach of(Set<UUID> parties, Set<UUID> customers, Set<UUID> former) {
    return new Reach(
        List.copyOf(parties), List.copyOf(customers), List.copyOf(former), new LinkedHashMap<>());
  }

  /// Whether a row that refers to a party by this column is that party's own: so it is by a column
  /// named as the owner, and by any where a table has none of that name.
  static boolean own(Edge edge, List<Edge> edges) {
    return OWNERS.contains(edge.column())
        || edge.part()
        || edges.stream()
            .noneMatch(
                other ->
                    other.table().equals(edge.table())
                        && OWNERS.contains(other.column())
                        && Set.of(PARTY, CUSTOMER).contains(other.parent()));
  }

  void add(String table, String column, Set<UUID> ids, boolean own) {
    if (!ids.isEmpty()) {
      matches.computeIfAbsent(table, key -> new ArrayList<>()).add(new Match(column, ids, own));
    }
  }

  List<Match> own(String table) {
    return matches.getOrDefault(table, List.of()).stream().filter(Match::own).toList();
  }

  /// The tables that have rows of the party's own, parts after what they are parts of.
  List<String> ownTables() {
    return matches.keySet().stream().filter(table -> !own(table).isEmpty()).toList();
  }

  /// Every id by which the party and its relationships are or were known.
  Set<UUID> names() {
    Set<UUID> names = new LinkedHashSet<>(parties);
    names.addAll(customers);
    names.addAll(former);
    return names;
  }

  /// The ids that other services may know the party by.
  List<UUID> partyIds() {
    return joined(parties);
  }

  /// The ids that other services may know its relationships by.
  List<UUID> customerIds() {
    return joined(customers);
  }

  private List<UUID> joined(List<UUID> present) {
    List<UUID> all = new ArrayList<>(present);
    all.addAll(former);
    return List.copyOf(all);
  }
}
