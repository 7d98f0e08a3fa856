package org.customerfocus.survey.link;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A link as it is answered.
///
/// @param path only of open links: a personal one is for the eyes of its invited person
@Schema(description = "An address under which a survey is answered.")
record SurveyLinkView(
    UUID id,
    LinkKind kind,
    LinkStatus status,
    @Schema(description = "What the status may become.") List<LinkStatus> allowedStatuses,
    UUID surveyVersionId,
    @Nullable UUID campaignId,
    @Nullable UUID invitationId,
    Boolean kiosk,
    @Nullable UUID touchpointId,
    @Nullable UUID offeringId,
    @Schema(
            description =
                "The respondent's page, below the platform's base URL. Personal links do not show"
                    + " it: it is for the eyes of the invited person.")
        @Nullable String path,
    @Nullable Instant expiresAt,
    @Nullable Instant closedAt,
    Instant createdAt,
    Instant updatedAt) {

  static SurveyLinkView of(SurveyLink link, @Nullable String path, Instant now) {
    return new SurveyLinkView(
        link.id(),
        link.kind(),
        link.status(now),
        link.status(now).allowed(),
        link.surveyVersionId(),
        link.campaignId(),
        link.invitationId(),
        link.kiosk(),
        link.touchpointId(),
        link.offeringId(),
        path,
        link.expiresAt(),
        link.closedAt(),
        link.createdAt(),
        link.updatedAt());
  }
}
