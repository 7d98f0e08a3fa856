package org.customerfocus.customer.merge;

import java.time.Instant;
import java.util.UUID;

/// Counts the steps of one merge and says whom they are about.
final class Journaling {

  private final String tenant;
  private final UUID merge;
  private final Instant now;
  private UUID party;
  private int steps;

  Journaling(String tenant, UUID merge, UUID party, Instant now) {
    this.tenant = tenant;
    this.merge = merge;
    this.party = party;
    this.now = now;
  }

  /// Runs steps that are about another party, whose erasure has to find them.
  void about(UUID other, Runnable work) {
    UUID outer = party;
    party = other;
    try {
      work.run();
    } finally {
      party = outer;
    }
  }

  String tenant() {
    return tenant;
  }

  UUID merge() {
    return merge;
  }

  UUID party() {
    return party;
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
}
