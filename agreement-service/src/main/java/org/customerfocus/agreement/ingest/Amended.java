package org.customerfocus.agreement.ingest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a correction came to.
///
/// @param version of the report as it is now; of a retracted one, that which it would have
/// @param changed false where this is what is recorded already
/// @param before the report as JSON, null where it was retracted
/// @param after null where it is retracted
public record Amended(
    UUID id,
    long version,
    UUID metricId,
    @Nullable UUID customerId,
    boolean changed,
    @Nullable String before,
    @Nullable String after) {}
