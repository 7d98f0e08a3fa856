package org.customerfocus.agreement.correction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A correction as it is shown.
@Schema(description = "What was put right or taken back, why, and by whom.")
record CorrectionView(
    UUID id,
    CorrectionKind kind,
    UUID reportId,
    @Schema(
            description =
                "The version of the report that the correction made; the one before is kept.")
        Long reportVersion,
    @Schema(description = "The metric of the report after the correction.") UUID metricId,
    Boolean retracted,
    String reason,
    String author,
    Instant createdAt) {}
