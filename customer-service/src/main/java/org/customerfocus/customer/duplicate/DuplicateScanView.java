package org.customerfocus.customer.duplicate;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A scan as it is answered.
@Schema(name = "DuplicateScanView", description = "A comparison of all parties, and how far it is.")
record DuplicateScanView(
    UUID id,
    ScanStatus status,
    @Schema(description = "Parties read so far.") long partyCount,
    @Schema(description = "Pairs compared so far.") long comparedCount,
    @Schema(description = "Pairs found so far that may be one party, known ones included.")
        long foundCount,
    @Schema(
            description =
                "Values that more than 2,000 parties share, by which alone none of them were"
                    + " brought together.")
        long skippedBlockCount,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt) {}
