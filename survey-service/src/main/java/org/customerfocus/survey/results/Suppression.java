package org.customerfocus.survey.results;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Which cells of a table of versions and parts are withheld, so that whoever sees the table, its
/// totals, and each version alone learns about no few people.
///
/// Each line of the table, a version or a part, tells what its cells add up to; so do the totals of
/// the parts. Lines are the nodes of a graph and withheld cells its edges, each between the two
/// lines that it lies in: a cell can be derived exactly when its edge is a bridge, that is on no
/// cycle (D. Gusfield, A graph theoretic approach to statistical data security, SIAM Journal on
/// Computing 17 (1988), 552–571). So the smallest cells are added to the withheld ones until no
/// small cell is a bridge, and until those withheld in a line are, taken together, not few either.
final class Suppression {

  private final Withholding withholding;
  private final long[][] sizes;
  private final int versions;
  private final int parts;
  private final boolean[][] hidden;
  private final boolean[] versionHidden;
  private final boolean wholeHidden;

  /// @param cells by version and part
  /// @param versionHidden the versions whose own totals are withheld
  /// @param wholeHidden whether the total of all is withheld
  private Suppression(
      Withholding withholding, long[][] cells, boolean[] versionHidden, boolean wholeHidden) {
    this.withholding = withholding;
    this.versions = cells.length;
    this.parts = cells.length == 0 ? 0 : cells[0].length;
    // One row more for the totals of the parts.
    this.sizes = Arrays.copyOf(cells, versions + 1);
    long[] totals = new long[parts];
    for (long[] version : cells) {
      for (int part = 0; part < parts; part++) {
        totals[part] += version[part];
      }
    }
    sizes[versions] = totals;
    this.hidden = new boolean[versions + 1][parts];
    this.versionHidden = versionHidden;
    this.wholeHidden = wholeHidden;
  }

  /// @param given what is withheld for other reasons, as it is answered
  /// @return by version, with one row more for all versions together: whether the part is withheld
  static boolean[][] of(
      Withholding withholding,
      long[][] cells,
      boolean[] versionHidden,
      boolean wholeHidden,
      boolean[][] given) {
    Suppression table = new Suppression(withholding, cells, versionHidden, wholeHidden);
    table.begin(given);
    while (table.protectLines() || table.protectBridges()) {
      // Each round withholds at least one cell more.
    }
    return table.hidden;
  }

  private void begin(boolean[][] given) {
    for (int row = 0; row <= versions; row++) {
      for (int part = 0; part < parts; part++) {
        hidden[row][part] =
            withholding.small(sizes[row][part]) || (given[row][part] && sizes[row][part] > 0);
      }
    }
    if (versions == 1) {
      // The version is all there is.
      for (int part = 0; part < parts; part++) {
        hidden[0][part] |= hidden[1][part];
        hidden[1][part] = hidden[0][part];
      }
    }
  }

  private void hide(int row, int part) {
    hidden[row][part] = true;
    if (versions == 1) {
      hidden[1 - row][part] = true;
    }
  }

  /// Looks at each line by itself.
  ///
  /// @return whether anything was added
  private boolean protectLines() {
    boolean added = false;
    for (int row = 0; row <= versions; row++) {
      boolean totalHidden = row == versions ? wholeHidden : versionHidden[row];
      int count = 0;
      long people = 0;
      for (int part = 0; part < parts; part++) {
        if (hidden[row][part] && sizes[row][part] > 0) {
          count++;
          people += sizes[row][part];
        }
      }
      if (!totalHidden && withholding.told(count, people)) {
        added |= hideSmallestOfRow(row);
      }
    }
    for (int part = 0; part < parts && versions > 1; part++) {
      int count = 0;
      long people = 0;
      for (int row = 0; row < versions; row++) {
        if (hidden[row][part] && sizes[row][part] > 0) {
          count++;
          people += sizes[row][part];
        }
      }
      if (!hidden[versions][part] && withholding.told(count, people)) {
        added |= hideSmallestOfPart(part);
      }
      if (count == 0 && hidden[versions][part]) {
        added |= hideSmallestOfPart(part);
      }
    }
    return added;
  }

  private boolean hideSmallestOfRow(int row) {
    int best = -1;
    for (int part = 0; part < parts; part++) {
      if (!hidden[row][part]
          && sizes[row][part] > 0
          && (best < 0 || sizes[row][part] < sizes[row][best])) {
        best = part;
      }
    }
    if (best >= 0) {
      hide(row, best);
    }
    return best >= 0;
  }

  /// Of the part in some version, or in all.
  private boolean hideSmallestOfPart(int part) {
    int best = -1;
    for (int row = 0; row <= versions; row++) {
      if (!hidden[row][part]
          && sizes[row][part] > 0
          && (best < 0 || sizes[row][part] < sizes[best][part])) {
        best = row;
      }
    }
    if (best >= 0) {
      hide(best, part);
    }
    return best >= 0;
  }

  /// Looks at all lines together.
  ///
  /// @return whether anything was added
  private boolean protectBridges() {
    if (versions == 1) {
      return false;
    }
    boolean added = false;
    for (Edge bridge : bridges()) {
      if (bridge.part >= 0 && withholding.small(sizes[bridge.row][bridge.part])) {
        added |= hideSmallestOfPart(bridge.part) || hideSmallestOfRow(bridge.row);
      }
    }
    return added;
  }

  /// A withheld cell, or where there is no part a withheld total of a version or of all.
  private record Edge(int from, int to, int row, int part) {}

  /// The withheld cells that can be derived: those on no cycle. Nodes are the versions, the totals
  /// of the parts, the parts, and the totals of the versions.
  private List<Edge> bridges() {
    int ofParts = versions + 1;
    int ofVersions = ofParts + parts;
    List<List<Edge>> edges = new ArrayList<>();
    for (int node = 0; node <= ofVersions; node++) {
      edges.add(new ArrayList<>());
    }
    for (int row = 0; row <= versions; row++) {
      for (int part = 0; part < parts; part++) {
        if (hidden[row][part] && sizes[row][part] > 0) {
          add(edges, new Edge(row, ofParts + part, row, part));
        }
      }
      if (row == versions ? wholeHidden : versionHidden[row]) {
        add(edges, new Edge(row, ofVersions, row, -1));
      }
    }
    return bridges(edges);
  }

  private static void add(List<List<Edge>> edges, Edge edge) {
    edges.get(edge.from).add(edge);
    edges.get(edge.to).add(edge);
  }

  /// By depth-first search: an edge to a child is a bridge when nothing below it leads back above.
  private static List<Edge> bridges(List<List<Edge>> edges) {
    int[] entered = new int[edges.size()];
    int[] reaches = new int[edges.size()];
    int[] next = new int[edges.size()];
    Edge[] by = new Edge[edges.size()];
    List<Edge> bridges = new ArrayList<>();
    int clock = 0;
    for (int start = 0; start < edges.size(); start++) {
      if (entered[start] != 0) {
        continue;
      }
      Deque<Integer> path = new ArrayDeque<>();
      path.push(start);
      entered[start] = reaches[start] = ++clock;
      while (!path.isEmpty()) {
        int node = path.peek();
        if (next[node] < edges.get(node).size()) {
          Edge edge = edges.get(node).get(next[node]++);
          if (edge.equals(by[node])) {
            continue;
          }
          int other = edge.from == node ? edge.to : edge.from;
          if (entered[other] == 0) {
            by[other] = edge;
            entered[other] = reaches[other] = ++clock;
            path.push(other);
          } else {
            reaches[node] = Math.min(reaches[node], entered[other]);
          }
        } else {
          path.pop();
          if (!path.isEmpty()) {
            int parent = path.peek();
            reaches[parent] = Math.min(reaches[parent], reaches[node]);
            if (reaches[node] > entered[parent]) {
              bridges.add(by[node]);
            }
          }
        }
      }
    }
    return bridges;
  }
}
