package org.customerfocus.customer.statistics;

/// A count over time, from its changes.
public final class Level {

  private Level() {}

  /// The running sum: what stands at each place when `changes[i]` came in before place `i`.
  public static long[] of(long[] changes) {
    long[] level = new long[changes.length];
    long sum = 0;
    for (int i = 0; i < changes.length; i++) {
      sum += changes[i];
      level[i] = sum;
    }
    return level;
  }
}
