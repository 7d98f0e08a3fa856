package org.customerfocus.survey.satisfaction;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// People by two ways of telling them apart, such as by day and by role: a graph whose vertices are
/// the days and the roles, and whose edges are those who belong to both.
///
/// Whoever knows the sums of all vertices can add and subtract them. What they come to is `a(day) +
/// b(role)` of each edge, so that the edges where it is not zero are a cut of the graph; and each
/// cut is told so, by 1 for the days and -1 for the roles on one side of it. Hence the sums tell of
/// fewer people than a threshold exactly if a cut has fewer.
final class Crossing {

  /// So often is the graph made smaller at most. Each time costs as much as it has edges, and few
  /// are needed; where more are, few people are taken to be told of, which is safe.
  private static final int ROUNDS = 32;

  private int vertices;
  private int edges;
  private int[] ones;
  private int[] others;
  private long[] people;

  /// @param vertices which are numbered from 0 on
  /// @param edges at most
  Crossing(int vertices, int edges) {
    this.vertices = vertices;
    this.ones = new int[edges];
    this.others = new int[edges];
    this.people = new long[edges];
  }

  void add(int one, int other, long count) {
    ones[edges] = one;
    others[edges] = other;
    people[edges++] = count;
  }

  /// Whether a connected part falls apart without fewer people than the threshold. Uses the graph
  /// up.
  boolean tellsOfFewerThan(int threshold) {
    Scan scan = new Scan(threshold);
    for (int round = 0; round < ROUNDS; round++) {
      if (edges == 0) {
        return false;
      }
      if (cutsOffOne(threshold)) {
        return true;
      }
      contract(connected(threshold, scan));
    }
    return true;
  }

  private boolean cutsOffOne(int threshold) {
    long[] around = new long[vertices];
    for (int edge = 0; edge < edges; edge++) {
      around[ones[edge]] += people[edge];
      around[others[edge]] += people[edge];
    }
    return Arrays.stream(around).anyMatch(count -> count > 0 && count < threshold);
  }

  /// What is connected by enough, as found by scanning the vertices that are the most connected to
  /// those before (Nagamochi and Ibaraki, Computing edge-connectivity in multigraphs and
  /// capacitated graphs, SIAM J. Discrete Math. 5, 1992), where those that are connected by enough
  /// are all alike (Henzinger, Noe, Schulz and Strash, Practical minimum cut algorithms, ACM J.
  /// Exp. Algorithmics 23, 2018). The last vertex of each connected part is among what is found,
  /// since enough are around it.
  ///
  /// @return of each vertex another that it is connected to, or itself
  private int[] connected(int threshold, Scan scan) {
    int[] first = new int[vertices + 1];
    int[] near = near(first);
    int[] into = IntStream.range(0, vertices).toArray();
    long[] reached = new long[vertices];
    boolean[] scanned = new boolean[vertices];
    for (int start = 0; start < vertices; start++) {
      scan.reach(start, 0);
      for (int vertex = scan.next(); vertex >= 0; vertex = scan.next()) {
        if (scanned[vertex]) {
          continue;
        }
        scanned[vertex] = true;
        for (int i = first[vertex]; i < first[vertex + 1]; i++) {
          int other = ones[near[i]] == vertex ? others[near[i]] : ones[near[i]];
          if (!scanned[other] && reached[other] < threshold) {
            reached[other] += people[near[i]];
            scan.reach(other, reached[other]);
            if (reached[other] >= threshold) {
              into[root(other, into)] = root(vertex, into);
            }
          }
        }
      }
    }
    return into;
  }

  /// The vertices that were reached, by how many people.
  private static final class Scan {
    private final List<Deque<Integer>> byPeople;
    private int most;

    Scan(int threshold) {
      byPeople =
          Stream.generate(() -> (Deque<Integer>) new ArrayDeque<Integer>())
              .limit(threshold + 1L)
              .toList();
    }

    void reach(int vertex, long count) {
      int at = (int) Math.min(count, byPeople.size() - 1);
      byPeople.get(at).push(vertex);
      most = Math.max(most, at);
    }

    /// One that was reached by the most; -1 where none is left.
    int next() {
      while (most > 0 && byPeople.get(most).isEmpty()) {
        most--;
      }
      Integer vertex = byPeople.get(most).poll();
      return vertex == null ? -1 : vertex;
    }
  }

  /// The edges of each vertex, one vertex after another.
  ///
  /// @param first is set to where those of each vertex begin
  private int[] near(int[] first) {
    for (int edge = 0; edge < edges; edge++) {
      first[ones[edge] + 1]++;
      first[others[edge] + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    int[] at = first.clone();
    int[] near = new int[2 * edges];
    for (int edge = 0; edge < edges; edge++) {
      near[at[ones[edge]]++] = edge;
      near[at[others[edge]]++] = edge;
    }
    return near;
  }

  private static int root(int vertex, int[] into) {
    int root = vertex;
    while (into[root] != root) {
      into[root] = into[into[root]];
      root = into[root];
    }
    return root;
  }

  private void contract(int[] into) {
    int[] numbers = new int[vertices];
    int left = 0;
    for (int vertex = 0; vertex < vertices; vertex++) {
      if (into[vertex] == vertex) {
        numbers[vertex] = left++;
      }
    }
    int kept = 0;
    for (int edge = 0; edge < edges; edge++) {
      int one = root(ones[edge], into);
      int other = root(others[edge], into);
      if (one != other) {
        ones[kept] = numbers[one];
        others[kept] = numbers[other];
        people[kept++] = people[edge];
      }
    }
    vertices = left;
    edges = kept;
  }
}
