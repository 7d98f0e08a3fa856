package org.customerfocus.customer.organization;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.customer.organization.MembershipBatch.Link;
import org.jspecify.annotations.Nullable;

/// Which organisations are parts of which, as far as the links of a batch lead upwards, and with
/// those of the batch itself: a circle is told before any of it is recorded.
public final class PartStructure {

  /// An organisation that is above the beginning on all of these days; null is open.
  private record Above(UUID party, @Nullable LocalDate from, @Nullable LocalDate to) {}

  private final Map<UUID, Map<MembershipBatch.Key, Link>> above = new HashMap<>();

  PartStructure(Collection<Link> recorded) {
    recorded.forEach(this::put);
  }

  /// Takes the part in, in place of what was known of it.
  ///
  /// @return false when its organisation would, on any of its days and however indirectly, be a
  ///   part of its own part: then it is left out
  public boolean add(Link part) {
    Deque<Above> next = new ArrayDeque<>();
    Set<Above> seen = new HashSet<>();
    next.add(new Above(part.key().organization(), part.key().validFrom(), part.validTo()));
    while (!next.isEmpty()) {
      Above at = next.remove();
      if (at.party().equals(part.key().member())) {
        return false;
      }
      for (Link link : List.copyOf(above.getOrDefault(at.party(), Map.of()).values())) {
        Above higher = common(at, link);
        if (!link.key().equals(part.key()) && higher != null && seen.add(higher)) {
          next.add(higher);
        }
      }
    }
    put(part);
    return true;
  }

  private void put(Link part) {
    above.computeIfAbsent(part.key().member(), member -> new HashMap<>()).put(part.key(), part);
  }

  private static @Nullable Above common(Above at, Link link) {
    List<LocalDate> from = new ArrayList<>();
    List<LocalDate> to = new ArrayList<>();
    add(from, at.from());
    add(from, link.key().validFrom());
    add(to, at.to());
    add(to, link.validTo());
    LocalDate first = from.stream().max(LocalDate::compareTo).orElse(null);
    LocalDate end = to.stream().min(LocalDate::compareTo).orElse(null);
    return first != null && end != null && !first.isBefore(end)
        ? null
        : new Above(link.key().organization(), first, end);
  }

  private static void add(List<LocalDate> days, @Nullable LocalDate day) {
    if (day != null) {
      days.add(day);
    }
  }
}
