package org.customerfocus.customer.supplychain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A walk along a supply chain, breadth first: every party is expanded once, at its least distance,
/// so that circles end the walk and each link is met once. Paths are never enumerated, of which
/// there may be exponentially many.
final class SupplyWalk {

  /// Where links come from.
  interface Links {

    /// The links that leave any of the parties in the direction of the walk.
    ///
    /// @param limit how many at most; which ones is the same for the same stock
    List<Link> leaving(Set<UUID> parties, int limit);

    /// Those of the parties that any link leaves.
    Set<UUID> withLinks(Set<UUID> parties);
  }

  /// What was found.
  ///
  /// @param distances of each party from the first, which is 0, in the order of the walk
  /// @param links each with its hop, 1 for those at the first party
  /// @param ends the parties that no link leaves
  /// @param open the parties whose links are not all here
  /// @param cut whether the limit ended the walk, so that of the open ones nothing is known
  record Found(
      Map<UUID, Integer> distances,
      Map<Link, Integer> links,
      Set<UUID> ends,
      Set<UUID> open,
      boolean cut) {

    /// Whether no link leaves a party; null where that is not known.
    @Nullable Boolean isEnd(UUID party) {
      if (cut && open.contains(party)) {
        return null;
      }
      return ends.contains(party);
    }

    /// Whether nothing lies beyond what was found.
    boolean complete() {
      return open.isEmpty();
    }
  }

  private final Direction direction;
  private final Links links;

  SupplyWalk(Direction direction, Links links) {
    this.direction = direction;
    this.links = links;
  }

  /// @param depth how many hops at most
  /// @param limit how many links at most
  Found from(UUID party, int depth, int limit) {
    Map<UUID, Integer> distances = new LinkedHashMap<>(Map.of(party, 0));
    Map<Link, Integer> found = new LinkedHashMap<>();
    Set<UUID> ends = new HashSet<>();
    Set<UUID> frontier = Set.of(party);
    for (int hop = 1; hop <= depth && !frontier.isEmpty(); hop++) {
      int left = limit - found.size();
      List<Link> leaving = links.leaving(frontier, left + 1);
      boolean cut = leaving.size() > left;
      Set<UUID> next = new LinkedHashSet<>();
      Set<UUID> without = new HashSet<>(frontier);
      for (Link link : cut ? leaving.subList(0, left) : leaving) {
        found.put(link, hop);
        without.remove(direction.near(link));
        if (distances.putIfAbsent(direction.far(link), hop) == null) {
          next.add(direction.far(link));
        }
      }
      if (cut) {
        Set<UUID> open = new LinkedHashSet<>(frontier);
        open.addAll(next);
        return new Found(distances, found, ends, open, true);
      }
      ends.addAll(without);
      frontier = next;
    }
    Set<UUID> open = frontier.isEmpty() ? Set.of() : links.withLinks(frontier);
    for (UUID last : new ArrayList<>(frontier)) {
      if (!open.contains(last)) {
        ends.add(last);
      }
    }
    return new Found(distances, found, ends, open, false);
  }
}
