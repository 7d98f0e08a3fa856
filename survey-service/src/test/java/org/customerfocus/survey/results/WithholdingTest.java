package org.customerfocus.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WithholdingTest {

  @Test
  void aSingleSmallCellTakesTheNextOneWithIt() {
    assertThat(new Withholding(5).withheld(Map.of("a", 2L, "b", 8L, "c", 10L), Set.of()))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void smallCellsThatAreEnoughTogetherTakeNoOther() {
    assertThat(new Withholding(5).withheld(Map.of("a", 2L, "b", 4L, "c", 10L), Set.of()))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aThresholdOfOneWithholdsNothing() {
    assertThat(new Withholding(1).withheld(Map.of("a", 1L, "b", 0L), Set.of())).isEmpty();
  }

  /// What an attacker can learn by subtraction is the sum of what is withheld.
  @Property
  void whatIsLeftOfATotalIsNeitherSmallNorOneCell(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 12) Integer> sizes,
      @ForAll @IntRange(min = 2, max = 6) int threshold) {
    Map<Integer, Long> cells = new TreeMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      cells.put(i, sizes.get(i).longValue());
    }

    Set<Integer> withheld = new Withholding(threshold).withheld(cells, Set.of());

    Set<Integer> shown = new HashSet<>(cells.keySet());
    shown.removeAll(withheld);
    assertThat(shown).allMatch(cell -> cells.get(cell) == 0 || cells.get(cell) >= threshold);
    long people = withheld.stream().mapToLong(cells::get).sum();
    boolean anyShown = shown.stream().anyMatch(cell -> cells.get(cell) > 0);
    if (people > 0 && anyShown) {
      assertThat(people).isGreaterThanOrEqualTo(threshold);
      assertThat(withheld.stream().filter(cell -> cells.get(cell) > 0)).hasSizeGreaterThan(1);
    }
  }
}
