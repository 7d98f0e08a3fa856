package org.customerfocus.survey.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DrawTest {

  @Property
  void everySizeIsDrawnExactly(
      @ForAll @Size(max = 60) List<@IntRange(max = 3) Integer> strata, @ForAll long seed) {
    Map<UUID, String> population = population(strata);

    for (int size = 0; size <= strata.size() + 1; size++) {
      assertThat(draw(population, size, seed)).hasSize(Math.min(size, strata.size()));
    }
  }

  @Property
  void strataAreDrawnInProportion(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 100_000) Integer> counts,
      @ForAll @IntRange(max = 200_000) int wished) {
    Map<String, Long> strata = new TreeMap<>();
    for (int i = 0; i < counts.size(); i++) {
      strata.put("s" + i, (long) counts.get(i));
    }
    long population = counts.stream().mapToLong(Integer::longValue).sum();
    long size = Math.min(wished, population);

    SortedMap<String, Long> shares = Draw.shares(wished, strata);

    assertThat(shares.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(size);
    shares.forEach(
        (stratum, share) -> {
          assertThat(share).isBetween(0L, strata.get(stratum));
          double exact = population == 0 ? 0 : (double) size * strata.get(stratum) / population;
          assertThat(Math.abs(share - exact)).isLessThan(1);
        });
  }

  @Property
  void theOrderOfArrivalDoesNotMatter(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 3) Integer> strata,
      @ForAll @IntRange(max = 60) int size,
      @ForAll long seed) {
    Map<UUID, String> population = population(strata);
    List<UUID> shuffled = new ArrayList<>(population.keySet());
    Collections.shuffle(shuffled, new Random(seed));
    Map<UUID, String> another = new LinkedHashMap<>();
    shuffled.forEach(id -> another.put(id, population.get(id)));

    assertThat(draw(another, size, seed)).isEqualTo(draw(population, size, seed));
  }

  /// A smaller draw is part of a larger one of the same seed: a campaign can be extended.
  @Property
  void simpleDrawsAreNested(
      @ForAll @IntRange(min = 1, max = 60) int population, @ForAll long seed) {
    Map<UUID, String> everybody = population(Collections.nCopies(population, 0));

    Set<UUID> before = Set.of();
    for (int size = 0; size <= population; size++) {
      Set<UUID> drawn = draw(everybody, size, seed);
      assertThat(drawn).containsAll(before);
      before = drawn;
    }
  }

  @Example
  void everyMemberIsDrawnAboutAsOften() {
    Map<UUID, String> population = population(Collections.nCopies(20, 0));
    Map<UUID, Integer> drawn = new HashMap<>();
    int draws = 4_000;
    for (int seed = 0; seed < draws; seed++) {
      draw(population, 5, seed).forEach(id -> drawn.merge(id, 1, Integer::sum));
    }
    // Each is binomial with n = 4000, p = 1/4: a standard deviation of 27.4, allowed five of them.
    assertThat(drawn.values()).hasSize(20).allMatch(times -> Math.abs(times - 1_000) < 137);
  }

  /// Cochran's numbers for 5 % at 95 %: 385 of very many, 278 of 1000, 80 of 100.
  @Example
  void sizesForAMarginAreThePublishedOnes() {
    assertThat(SampleSize.forMargin(0.05, 0.95, 1_000_000_000)).isEqualTo(385);
    assertThat(SampleSize.forMargin(0.05, 0.95, 1_000)).isEqualTo(278);
    assertThat(SampleSize.forMargin(0.05, 0.95, 100)).isEqualTo(80);
    assertThat(SampleSize.forMargin(0.05, 0.95, 1)).isEqualTo(1);
    assertThat(SampleSize.forMargin(0.05, 0.95, 0)).isZero();
  }

  private static Map<UUID, String> population(List<Integer> strata) {
    Map<UUID, String> population = new LinkedHashMap<>();
    for (int i = 0; i < strata.size(); i++) {
      population.put(new UUID(7, i), "s" + strata.get(i));
    }
    return population;
  }

  /// Draws as a campaign does, which leaves the order to the database.
  ///
  /// @param population the stratum of each member
  private static Set<UUID> draw(Map<UUID, String> population, long size, long seed) {
    Map<String, List<UUID>> strata =
        population.keySet().stream().collect(Collectors.groupingBy(population::get));
    Map<String, Long> counts =
        strata.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> (long) each.getValue().size()));
    Set<UUID> drawn = new HashSet<>();
    Comparator<UUID> byPlace = Comparator.comparingLong(id -> Draw.place(seed, id));
    Draw.shares(size, counts)
        .forEach(
            (stratum, share) ->
                strata.getOrDefault(stratum, List.of()).stream()
                    .sorted(byPlace.thenComparing(Comparator.naturalOrder()))
                    .limit(share)
                    .forEach(drawn::add));
    return drawn;
  }
}
