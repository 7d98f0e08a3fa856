package org.customerfocus.survey.theme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.feedback.FeedbackForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An analysis as it is answered.
@Schema(description = "Open answers or feedback that are grouped into themes.")
record ThemeAnalysisView(
    UUID id,
    String name,
    ThemeSource source,
    @Nullable UUID surveyId,
    @Nullable List<String> linkIds,
    @Nullable String scoreLinkId,
    @Nullable List<FeedbackForm> forms,
    @Nullable UUID offeringId,
    @Nullable Instant from,
    @Nullable Instant to,
    String language,
    @Schema(description = "Fewer mentions than this are not told.") int anonymityThreshold,
    AnalysisStatus status,
    List<AnalysisStatus> allowedStatuses,
    @Schema(description = "When the themes were computed last.") @Nullable Instant computedAt,
    @Schema(
            description =
                "How many people's texts were looked at then; absent below the threshold.")
        @Nullable Long texts,
    Instant createdAt,
    Instant updatedAt) {}
