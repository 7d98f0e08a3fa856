package org.customerfocus.customer.supplychain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Finds the links that lie on a circle: those whose two ends are in one strongly connected
/// component, so that a way leads from the customer back to the provider.
///
/// Source: R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM Journal on Computing 1
/// (1972); with a stack of its own instead of recursion, since chains may be long. O(links).
final class Cycles {

  private final Map<UUID, List<UUID>> next = new HashMap<>();
  private final Map<UUID, Integer> index = new HashMap<>();
  private final Map<UUID, Integer> low = new HashMap<>();
  private final Map<UUID, Integer> component = new HashMap<>();
  private final Deque<UUID> open = new ArrayDeque<>();

  private record Visit(UUID party, Iterator<UUID> rest) {}

  private Cycles(Collection<Link> links) {
    for (Link link : links) {
      next.computeIfAbsent(link.providerPartyId(), party -> new ArrayList<>()).add(link.partyId());
      next.computeIfAbsent(link.partyId(), party -> new ArrayList<>());
    }
    for (UUID party : next.keySet()) {
      if (!index.containsKey(party)) {
        visit(party);
      }
    }
  }

  static Cycles among(Collection<Link> links) {
    return new Cycles(links);
  }

  boolean contain(Link link) {
    return component
        .getOrDefault(link.providerPartyId(), -1)
        .equals(component.getOrDefault(link.partyId(), -2));
  }

  private void visit(UUID first) {
    Deque<Visit> path = new ArrayDeque<>();
    enter(first, path);
    while (!path.isEmpty()) {
      Visit visit = path.element();
      UUID party = visit.party();
      if (visit.rest().hasNext()) {
        UUID far = visit.rest().next();
        if (!index.containsKey(far)) {
          enter(far, path);
        } else if (!component.containsKey(far)) {
          low.merge(party, index.getOrDefault(far, 0), Math::min);
        }
        continue;
      }
      path.remove();
      Integer lowest = low.getOrDefault(party, 0);
      if (!path.isEmpty()) {
        low.merge(path.element().party(), lowest, Math::min);
      }
      if (lowest.equals(index.get(party))) {
        close(party, lowest);
      }
    }
  }

  private void enter(UUID party, Deque<Visit> path) {
    int number = index.size();
    index.put(party, number);
    low.put(party, number);
    open.push(party);
    path.push(new Visit(party, next.getOrDefault(party, List.of()).iterator()));
  }

  private void close(UUID root, int number) {
    UUID member;
    do {
      member = open.pop();
      component.put(member, number);
    } while (!member.equals(root));
  }
}
