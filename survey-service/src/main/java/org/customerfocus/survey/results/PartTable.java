package org.customerfocus.survey.results;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.Part;
import org.customerfocus.survey.counting.SplitKind;
import org.customerfocus.survey.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/// How many there are in each version and part: respondents, or those who answered a question.
final class PartTable {
  private final Frame frame;
  private final List<PublishedVersion> versions;
  private final Group all;
  private final @Nullable Item question;
  private final List<Part> parts;
  private final long[][] cells;
  private final long[] whole;
  private final boolean[] versionHidden;
  private final boolean wholeHidden;

  PartTable(Frame frame, Group all, Map<Part, Group> groups, @Nullable Item question) {
    this.frame = frame;
    this.all = all;
    this.question = question;
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
  /// The parts of a question add up twice: those with an answer to how many gave one, which results
  /// tell of the question, and of each part of another question when that splits this one.
  boolean[][] withheld(Splitter splitter, boolean[][] given) {
    if (!splitter.overlapping()) {
      if (splitter.kind() == SplitKind.QUESTION) {
        return withheldOfQuestion(given);
      }
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

  private boolean[][] withheldOfQuestion(boolean[][] given) {
    int[] answers = places(part -> part.nonAnswer() == null);
    int[] silent = places(part -> part.nonAnswer() != null);
    boolean[] untold = untold(answers);
    for (int row = 0; row < given.length; row++) {
      if (untold[row]) {
        // Nothing may add up to how many gave an answer.
        hideOneOf(answers, row, given);
        hideOneOf(silent, row, given);
      }
    }
    withhold(silent, given, question == null ? untold : new boolean[given.length]);
    withhold(answers, given, new boolean[given.length]);
    return given;
  }

  /// Where it is not told how many gave an answer, by version, with one row more for all.
  private boolean[] untold(int[] answers) {
    boolean[] untold = new boolean[cells.length + 1];
    Map<UUID, Long> sizes = new LinkedHashMap<>();
    for (int row = 0; row <= cells.length; row++) {
      int at = row;
      long size = IntStream.of(answers).mapToLong(part -> size(at, part)).sum();
      untold[row] = frame.withholding().small(size);
      if (row < cells.length) {
        sizes.put(versions.get(row).id(), size);
      }
    }
    if (question == null) {
      Set<UUID> hidden = frame.withholding().withheld(sizes, all.hiddenVersions());
      for (int row = 0; row < cells.length; row++) {
        untold[row] = hidden.contains(versions.get(row).id());
      }
    }
    return untold;
  }

  private int[] places(Predicate<Part> which) {
    return IntStream.range(0, parts.size()).filter(part -> which.test(parts.get(part))).toArray();
  }

  private void hideOneOf(int[] places, int row, boolean[][] given) {
    IntStream.of(places)
        .filter(part -> size(row, part) > 0)
        .boxed()
        .min(Comparator.comparingLong(part -> size(row, part)))
        .ifPresent(part -> given[row][part] = true);
  }

  private long size(int row, int part) {
    return row < cells.length
        ? cells[row][part]
        : Arrays.stream(cells).mapToLong(version -> version[part]).sum();
  }

  /// Adds what is to be withheld of some parts.
  ///
  /// @param untold whether their sum is not told, by version, with one row more for all
  private void withhold(int[] places, boolean[][] given, boolean[] untold) {
    long[][] sizes = new long[cells.length][places.length];
    boolean[][] beside = new boolean[given.length][places.length];
    for (int row = 0; row < given.length; row++) {
      for (int i = 0; i < places.length; i++) {
        beside[row][i] = given[row][places[i]];
        if (row < cells.length) {
          sizes[row][i] = cells[row][places[i]];
        }
      }
    }
    boolean[][] found =
        Suppression.of(
            frame.withholding(),
            sizes,
            Arrays.copyOf(untold, cells.length),
            untold[cells.length],
            beside);
    for (int row = 0; row < given.length; row++) {
      for (int i = 0; i < places.length; i++) {
        given[row][places[i]] |= found[row][i];
      }
    }
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
