package org.customerfocus.customer.segment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the members of a segment are computed.
///
/// @param computedAt when they were last brought up to date, or null before the first time
/// @param computing whether a computation of all members is wanted or going on
/// @param fault why they cannot be computed
record SegmentState(
    UUID segmentId,
    long memberCount,
    @Nullable Instant computedAt,
    boolean computing,
    @Nullable String fault) {

  static SegmentState none(UUID segment) {
    return new SegmentState(segment, 0, null, true, null);
  }
}
