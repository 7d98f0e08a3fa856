package org.customerfocus.customer.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// The walk and its circles against an oracle that does it the slow way.
class SupplyWalkTest {

  private static final int PARTIES = 9;

  @Provide
  Arbitrary<List<Link>> graphs() {
    Arbitrary<Integer> party = Arbitraries.integers().between(0, PARTIES - 1);
    return Combinators.combine(party, party)
        .as((provider, customer) -> new int[] {provider, customer})
        .filter(pair -> pair[0] != pair[1])
        .list()
        .ofMaxSize(24)
        .map(
            pairs ->
                IntStream.range(0, pairs.size())
                    .mapToObj(i -> new Link(id(1000 + i), id(pairs.get(i)[0]), id(pairs.get(i)[1])))
                    .toList());
  }

  @Property
  void findsEachPartyAndLinkAtItsLeastDistance(
      @ForAll("graphs") List<Link> graph,
      @ForAll @IntRange(min = 1, max = 10) int depth,
      @ForAll Direction direction) {
    SupplyWalk.Found found = new SupplyWalk(direction, of(graph, direction)).from(id(0), depth, 99);
    Map<UUID, Integer> distances = distances(graph, direction, depth);
    assertThat(found.distances()).containsExactlyInAnyOrderEntriesOf(distances);
    Map<Link, Integer> links = new HashMap<>();
    Set<UUID> ends = new HashSet<>();
    Set<UUID> open = new HashSet<>();
    distances.forEach(
        (party, distance) -> {
          List<Link> leaving =
              graph.stream().filter(link -> direction.near(link).equals(party)).toList();
          if (leaving.isEmpty()) {
            ends.add(party);
          } else if (distance == depth) {
            open.add(party);
          } else {
            leaving.forEach(link -> links.put(link, distance + 1));
          }
        });
    assertThat(found.links()).containsExactlyInAnyOrderEntriesOf(links);
    assertThat(found.ends()).isEqualTo(ends);
    assertThat(found.open()).isEqualTo(open);
    assertThat(found.complete()).isEqualTo(open.isEmpty());
  }

  @Property
  void theLimitCutsWithoutLosingCount(
      @ForAll("graphs") List<Link> graph, @ForAll @IntRange(min = 1, max = 24) int limit) {
    SupplyWalk.Found all =
        new SupplyWalk(Direction.DOWNSTREAM, of(graph, Direction.DOWNSTREAM))
            .from(id(0), PARTIES, 99);
    SupplyWalk.Found cut =
        new SupplyWalk(Direction.DOWNSTREAM, of(graph, Direction.DOWNSTREAM))
            .from(id(0), PARTIES, limit);
    assertThat(cut.links()).hasSize(Math.min(limit, all.links().size()));
    assertThat(all.links()).containsAllEntriesOf(cut.links());
    assertThat(cut.complete()).isEqualTo(all.links().size() <= limit);
    assertThat(all.ends()).containsAll(cut.ends());
  }

  @Property
  void aLinkIsOnACircleWhenAWayLeadsBack(@ForAll("graphs") List<Link> graph) {
    Cycles cycles = Cycles.among(graph);
    for (Link link : graph) {
      assertThat(cycles.contain(link))
          .isEqualTo(leads(graph, link.partyId(), link.providerPartyId()));
    }
  }

  @Example
  void aLongChainIsNoTallStack() {
    int length = 100_000;
    List<Link> ring =
        IntStream.range(0, length)
            .mapToObj(i -> new Link(id(length + i), id(i), id((i + 1) % length)))
            .toList();
    Cycles cycles = Cycles.among(ring);
    assertThat(ring).allMatch(cycles::contain);
    assertThat(Cycles.among(ring.subList(1, length)).contain(ring.get(1))).isFalse();
  }

  private static UUID id(int number) {
    return new UUID(7, number);
  }

  private static SupplyWalk.Links of(List<Link> graph, Direction direction) {
    return new SupplyWalk.Links() {
      @Override
      public List<Link> leaving(Set<UUID> parties, int limit) {
        return graph.stream()
            .filter(link -> parties.contains(direction.near(link)))
            .limit(limit)
            .toList();
      }

      @Override
      public Set<UUID> withLinks(Set<UUID> parties) {
        return graph.stream()
            .map(direction::near)
            .filter(parties::contains)
            .collect(Collectors.toSet());
      }
    };
  }

  /// Relaxes every link as often as there are parties.
  private static Map<UUID, Integer> distances(List<Link> graph, Direction direction, int depth) {
    Map<UUID, Integer> distances = new HashMap<>(Map.of(id(0), 0));
    for (int round = 0; round < PARTIES; round++) {
      for (Link link : graph) {
        Integer near = distances.get(direction.near(link));
        if (near != null && near < depth) {
          distances.merge(direction.far(link), near + 1, Math::min);
        }
      }
    }
    return distances;
  }

  private static boolean leads(List<Link> graph, UUID from, UUID to) {
    Set<UUID> reached = new HashSet<>(Set.of(from));
    for (int round = 0; round < PARTIES; round++) {
      for (Link link : graph) {
        if (reached.contains(link.providerPartyId())) {
          reached.add(link.partyId());
        }
      }
    }
    return reached.contains(to);
  }
}
