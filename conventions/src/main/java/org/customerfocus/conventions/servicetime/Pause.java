package org.customerfocus.conventions.servicetime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A while in which the clock stands still, such as one in which the customer is waited for.
///
/// @param start when it began
/// @param end when it ended, exclusive; null while it lasts
public record Pause(Instant start, @Nullable Instant end) {}
