package org.customerfocus.customer.merge;

import java.time.Instant;
import java.util.UUID;

/// Counts the steps of one merge, and the statements and sets of pairs in which they are taken.
final class Journaling {

  private final String tenant;
  private final UUID merge;
  private final Instant now;
  private int steps;
  private int statements;
  private int sets;

  Journaling(String tenant, UUID merge, Instant now) {
    this.tenant = tenant;
    this.merge = merge;
    this.now = now;
  }

  String tenant() {
    return tenant;
  }

  UUID merge() {
    return merge;
  }

  Instant now() {
    return now;
  }

  int steps() {
    return steps;
  }

  void advance(int by) {
    steps += by;
  }

  /// The number of the next statement, from 1.
  int nextStatement() {
    return ++statements;
  }

  /// The number of the next set of pairs, from 1.
  int nextSet() {
    return ++sets;
  }
}
