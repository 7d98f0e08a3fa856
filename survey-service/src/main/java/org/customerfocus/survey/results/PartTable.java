package org.customerfocus.survey.results;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.Part;
import org.customerfocus.survey.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/// How many there are in each version and part: respondents, or those who answered a question.
final class PartTable {
  private final Frame frame;
  private final List<PublishedVersion> versions;
  private final List<Part> parts;
  private final long[][] cells;
  private final long[] whole;
  private final boolean[] versionHidden;
  private final boolean wholeHidden;

  PartTable(Frame frame, Group all, Map<Part, Group> groups, @Nullable Item question) {
    this.frame = frame;
    versions = frame.versions();
    parts = List.copyOf(groups.keySet());
    cells = new long[versions.size()][parts.size()];
    whole = new long[versions.size()];
    versionHidden = new boolean[versions.size()];
    Map<UUID, Long> sizes = new LinkedHashMap<>();
    for (int i = 0; i < versions.size(); i++) {
      UUID version = versions.get(i).id();
      for (int j = 0; j < parts.size(); j++) {
        cells[i][j] = Objects.requireNonNull(groups.get(parts.get(j))).size(version, question);
      }
      whole[i] = all.size(version, question);
      sizes.put(version, whole[i]);
    }
    Set<UUID> hidden =
        frame.withholding().withheld(sizes, question == null ? Set.of() : all.hiddenVersions());
    for (int i = 0; i < whole.length; i++) {
      versionHidden[i] = hidden.contains(versions.get(i).id());
    }
    wholeHidden = frame.withholding().small(Arrays.stream(whole).sum());
  }

  /// These parts, withheld of every version.
  boolean[][] given(Set<Part> withheld) {
    boolean[][] given = new boolean[cells.length + 1][parts.size()];
    for (boolean[] row : given) {
      for (int part = 0; part < row.length; part++) {
        row[part] = withheld.contains(parts.get(part));
      }
    }
    return given;
  }

  /// Those that are withheld of the version in scope, or of all.
  Set<Part> inScope(boolean[][] withheld) {
    int row = versions.size();
    for (int i = 0; i < versions.size(); i++) {
      row = frame.scope() != null && versions.get(i).id().equals(frame.scope().id()) ? i : row;
    }
    Set<Part> hidden = new HashSet<>();
    for (int part = 0; part < parts.size(); part++) {
      if (withheld[row][part]) {
        hidden.add(parts.get(part));
      }
    }
    return hidden;
  }

  /// What is withheld by version, with one row more for all of them, and part.
  ///
  /// Parts that overlap do not add up to the whole, so each is looked at with what it leaves of it.
  boolean[][] withheld(Splitter splitter, boolean[][] given) {
    if (!splitter.overlapping()) {
      return either(given, suppressed(cells, given));
    }
    boolean[][] all = given;
    for (int part = 0; part < parts.size(); part++) {
      long[][] inAndOut = new long[cells.length][];
      for (int i = 0; i < cells.length; i++) {
        inAndOut[i] = new long[] {cells[i][part], Math.max(0, whole[i] - cells[i][part])};
      }
      boolean[][] beside = new boolean[given.length][2];
      for (int row = 0; row < given.length; row++) {
        beside[row][0] = given[row][part];
      }
      boolean[][] found = suppressed(inAndOut, beside);
      for (int row = 0; row < given.length; row++) {
        all[row][part] |= found[row][0] || found[row][1];
      }
    }
    return all;
  }

  private static boolean[][] either(boolean[][] first, boolean[][] second) {
    for (int row = 0; row < first.length; row++) {
      for (int part = 0; part < first[row].length; part++) {
        first[row][part] |= second[row][part];
      }
    }
    return first;
  }

  private boolean[][] suppressed(long[][] sizes, boolean[][] given) {
    return Suppression.of(frame.withholding(), sizes, versionHidden, wholeHidden, given);
  }
}
