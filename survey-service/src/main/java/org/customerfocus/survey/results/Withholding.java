package org.customerfocus.survey.results;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which cells are withheld, so that nobody learns about fewer respondents than the threshold,
/// neither from a cell nor by subtracting the other cells from their total.
public final class Withholding {

  private final int threshold;

  /// @param threshold the fewest respondents that may be told about; 0 and 1 withhold nothing
  public Withholding(int threshold) {
    this.threshold = threshold;
  }

  /// Whether a cell of this size tells about too few. An empty one tells about nobody.
  public boolean small(long size) {
    return size > 0 && size < threshold;
  }

  /// Whether a cell must not be shown beside its total: it or what is left of the total is small.
  public boolean smallWithin(long size, long total) {
    return small(size) || small(total - size);
  }

  /// Whether so many cells that are withheld of one total are told by it: a single one, or some
  /// that are few people together.
  boolean told(long cells, long people) {
    return cells == 1 || (cells > 0 && people < threshold);
  }

  /// The cells of one total that are withheld: the small ones and those given, then the smallest of
  /// the others until what is withheld, taken together, is neither a single cell nor small.
  ///
  /// @param sizes how many respondents each cell tells about
  /// @param given withheld for other reasons
  public <K> Set<K> withheld(Map<K, Long> sizes, Set<K> given) {
    Set<K> withheld = new HashSet<>(given);
    sizes.forEach(
        (cell, size) -> {
          if (small(size)) {
            withheld.add(cell);
          }
        });
    while (derivable(sizes, withheld)) {
      sizes.entrySet().stream()
          .filter(cell -> cell.getValue() > 0 && !withheld.contains(cell.getKey()))
          .min(Map.Entry.comparingByValue(Comparator.naturalOrder()))
          .ifPresentOrElse(
              cell -> withheld.add(cell.getKey()), () -> withheld.addAll(sizes.keySet()));
    }
    return withheld;
  }

  private <K> boolean derivable(Map<K, Long> sizes, Set<K> withheld) {
    long cells = withheld.stream().filter(cell -> sizes.getOrDefault(cell, 0L) > 0).count();
    long people = withheld.stream().mapToLong(cell -> sizes.getOrDefault(cell, 0L)).sum();
    return told(cells, people) && !withheld.containsAll(sizes.keySet());
  }
}
