package org.customerfocus.survey.sampling;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Draws a sample that the same seed and population give again, in whatever order they come: each
/// member has a place in an order that only the seed and its own id decide, and the first of each
/// stratum are taken. Every subset of a size is as likely as any other, as far as a cryptographic
/// hash is like chance.
public final class Draw {

  private Draw() {}

  /// The place of a member: the first 64 bits of SHA-256 over the seed and the id, as a signed
  /// number. Ties are broken by the id.
  public static long place(long seed, UUID id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  ByteBuffer.allocate(24)
                      .putLong(seed)
                      .putLong(id.getMostSignificantBits())
                      .putLong(id.getLeastSignificantBits())
                      .array());
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// Shares a sample out over strata in proportion to their populations, by largest remainder: each
  /// gets the whole part of size · N_h / N, and what is left goes to the largest fractions, equal
  /// ones by name. No stratum is off its exact share by one or more, and none gets more than it
  /// has.
  ///
  /// @param size how many to draw; all of the population where that is less
  /// @param strata how many there are in each
  public static SortedMap<String, Long> shares(long size, Map<String, Long> strata) {
    long population = strata.values().stream().mapToLong(Long::longValue).sum();
    long sample = Math.min(size, population);
    SortedMap<String, Long> shares = new TreeMap<>();
    if (population == 0) {
      strata.keySet().forEach(stratum -> shares.put(stratum, 0L));
      return shares;
    }
    strata.forEach((stratum, count) -> shares.put(stratum, sample * count / population));
    long left = sample - shares.values().stream().mapToLong(Long::longValue).sum();
    Comparator<String> byFraction =
        Comparator.comparingLong(stratum -> sample * strata.getOrDefault(stratum, 0L) % population);
    strata.keySet().stream()
        .sorted(byFraction.reversed().thenComparing(Comparator.naturalOrder()))
        .limit(left)
        .forEach(stratum -> shares.merge(stratum, 1L, Long::sum));
    return shares;
  }
}
